package ludus.games.maze;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import ludus.core.game.Expert;
import ludus.core.game.Game;
import ludus.core.game.GameInfo;
import ludus.core.game.GameInfo.Figure;
import ludus.core.game.GameProvider;

/** The entrance to {@link Maze}, to its variants, and to a maze of one's own. */
public final class MazeProvider implements GameProvider {
  private static final String GAME = "maze";
  private static final int VERSION = 2;

  private final GameInfo info;
  private final Supplier<MazeSource> source;
  private final MazePicture.View view;

  /** The plain game, on the levels to learn from. */
  public MazeProvider() {
    this(GAME, "Maze", 1, MazeProvider::training, MazePicture.View.PLAYER);
  }

  private MazeProvider(
      String name, String title, int players, Supplier<MazeSource> source, MazePicture.View view) {
    this.info =
        GameInfo.of(name)
            .picture(view == MazePicture.View.PLAYER ? GAME : name)
            .version(VERSION)
            .title(title)
            .summary("Eat every pip of the maze and keep away from the ghosts, or hunt them.")
            .players(players)
            .actions("stay", "up", "down", "left", "right")
            .idle(Maze.STAY)
            .features(MazeFeatures.LIST)
            .figures(
                new Figure("pips eaten", Figure.SHARE),
                new Figure("ghosts eaten", "ghosts"),
                new Figure("lives lost", "lives"),
                new Figure("level cleared", Figure.WHETHER))
            .ticksPerSecond(Maze.TICKS_PER_SECOND)
            .tickLimit(180 * Maze.TICKS_PER_SECOND)
            .build();
    this.source = source;
    this.view = view;
  }

  /**
   * The game {@code maze/own} on one given level, which anybody may have written.
   *
   * @see MazeLevel#parse
   */
  public static GameProvider of(MazeLevel level) {
    return one("own", level.name(), () -> level);
  }

  private static GameProvider one(String variant, String level, Supplier<MazeLevel> maze) {
    return new MazeProvider(
        GAME + "/" + variant,
        "Maze " + level,
        1,
        () -> new MazeSource(List.of(maze.get()), null),
        MazePicture.View.PLAYER);
  }

  private static MazeSource training() {
    return shelved("train", MazeGenerator.Split.TRAINING);
  }

  private static MazeSource shelved(String use, MazeGenerator.Split split) {
    return new MazeSource(new MazeShelf().levels(use), split);
  }

  @Override
  public GameInfo info() {
    return info;
  }

  @Override
  public Map<String, String> variants() {
    Map<String, String> variants = new LinkedHashMap<>();
    variants.put("test", "levels that are not among those to learn from");
    variants.put("above", "seen from above: the maze lies still, the player moves");
    variants.put("chief", "two players, the second leads the ghosts");
    MazeShelf shelf = new MazeShelf();
    for (String name : shelf.names()) {
      variants.put(
          name,
          switch (shelf.use(name)) {
            case "train" -> "always this maze, one to learn from";
            case "test" -> "always this maze, one to be tested on";
            default -> "always this maze";
          });
    }
    return variants;
  }

  @Override
  public GameProvider variant(String name) {
    switch (name) {
      case "test" -> {
        return new MazeProvider(
            GAME + "/test",
            "Maze (test)",
            1,
            () -> shelved("test", MazeGenerator.Split.TEST),
            MazePicture.View.PLAYER);
      }
      case "above" -> {
        return new MazeProvider(
            GAME + "/above", "Maze from above", 1, MazeProvider::training, MazePicture.View.ABOVE);
      }
      case "chief" -> {
        return new MazeProvider(
            GAME + "/chief",
            "Maze with a chief",
            2,
            MazeProvider::training,
            MazePicture.View.PLAYER);
      }
      default -> {}
    }
    MazeShelf shelf = new MazeShelf();
    if (!shelf.names().contains(name)) {
      return GameProvider.super.variant(name);
    }
    return one(name, name, () -> shelf.level(name));
  }

  @Override
  public Game create() {
    return new Maze(info, source.get(), view);
  }

  @Override
  public Expert expert(Game game, int player) {
    MazeWorld world = ((Maze) game).world();
    return player == 0 ? new MazeExpert(world) : new ChiefExpert(world);
  }
}
