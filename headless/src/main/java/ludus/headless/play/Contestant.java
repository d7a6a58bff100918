package ludus.headless.play;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import ludus.core.game.Game;
import ludus.core.game.GameInfo;
import ludus.core.game.GameProvider;

/**
 * Who may stand on one side of a {@link Match}: a person, or a machine of some strength.
 *
 * @param person whether it is a person; nothing else matters then
 * @param choice a policy file, "expert" or "random"; null for the policy that ships with the game
 * @param level how strong the machine plays
 */
public record Contestant(boolean person, String choice, Level level) {
  /** Somebody at the keyboard. */
  public static final Contestant PERSON = new Contestant(true, null, Level.BEST);

  private static final String EXPERT = "expert";
  private static final String CHANCE = "random";
  private static final String POLICY = "policy.ludus";

  /** How many runs are offered. */
  private static final int RUNS = 4;

  /** A machine. */
  public static Contestant machine(String choice, Level level) {
    return new Contestant(false, choice, level);
  }

  /**
   * All that a person is offered, the person first, then from the most to the least usual.
   *
   * @param runs the folder that runs lie in, which need not exist
   */
  public static List<Contestant> all(GameInfo game, Path runs) {
    List<Contestant> all = new ArrayList<>();
    all.add(PERSON);
    if (Policies.shipped(game)) {
      addLevels(all, null);
    }
    addLevels(all, EXPERT);
    all.add(machine(CHANCE, Level.BEST));
    for (Path policy : policies(game, runs)) {
      addLevels(all, policy.toString());
    }
    return all;
  }

  private static void addLevels(List<Contestant> all, String choice) {
    for (Level level : List.of(Level.BEST, Level.MIDDLE, Level.EARLY)) {
      all.add(machine(choice, level));
    }
  }

  /** The best policies of the newest runs of this game. */
  private static List<Path> policies(GameInfo game, Path runs) {
    if (!Files.isDirectory(runs)) {
      return List.of();
    }
    try (Stream<Path> folders = Files.list(runs)) {
      return folders
          .filter(folder -> folder.getFileName().toString().startsWith(game.family() + "-"))
          .map(folder -> folder.resolve(POLICY))
          .filter(Files::isRegularFile)
          .sorted(Comparator.comparing(Contestant::changed).reversed())
          .limit(RUNS)
          .toList();
    } catch (IOException e) {
      return List.of(); // a folder that cannot be listed offers nothing
    }
  }

  private static long changed(Path file) {
    return file.toFile().lastModified();
  }

  /**
   * For people: "a person", "pong-default-1, early", or where a level was not kept "trained policy,
   * middle (35 % chance)".
   */
  public String label() {
    if (person) {
      return "a person";
    }
    String who;
    if (choice == null) {
      who = "trained policy";
    } else if (choice.equals(CHANCE)) {
      return "chance";
    } else if (choice.equals(EXPERT)) {
      who = "scripted expert";
    } else {
      Path file = Path.of(choice);
      Path folder = file.toAbsolutePath().getParent();
      boolean ofRun = file.getFileName().toString().equals(POLICY) && folder != null;
      who = String.valueOf(ofRun ? folder.getFileName() : file.getFileName());
    }
    if (level == Level.BEST) {
      return who;
    }
    String how = kept() == null ? " (%d %% chance)".formatted(level.percent()) : "";
    return who + ", " + level.word() + how;
  }

  /**
   * Opens a machine for one player of this very game.
   *
   * @throws IllegalArgumentException if there is no such machine; the message is for people
   */
  Pilot open(GameProvider provider, Game game, int player) {
    if (level == Level.BEST || CHANCE.equals(choice)) {
      return Pilots.open(choice, provider, game, player);
    }
    Path kept = kept();
    if (kept != null) {
      return Pilots.open(kept.toString(), provider, game, player);
    }
    Pilot best = Pilots.open(choice, provider, game, player);
    return new Weakened(best, provider.info().actions().size(), level);
  }

  /** The policy that a run kept of this level, or null. */
  private Path kept() {
    if (choice == null || choice.equals(EXPERT)) {
      return null;
    }
    Path folder = Path.of(choice).toAbsolutePath().getParent();
    Path kept = folder == null ? null : folder.resolve("policies").resolve(level.word() + ".ludus");
    return kept != null && Files.isRegularFile(kept) ? kept : null;
  }
}
