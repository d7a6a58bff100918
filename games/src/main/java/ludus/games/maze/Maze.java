package ludus.games.maze;

import ludus.core.draw.Canvas;
import ludus.core.game.Game;
import ludus.core.game.GameInfo;
import ludus.core.random.Rng;

/**
 * Maze: eat every pip of the maze, and keep away from four ghosts.
 *
 * <p><b>Rules.</b> A maze of 10 × 10 rooms ({@link MazeLevel}), 60 ticks a second. The player walks
 * a room in 8 ticks (7.5 rooms a second) and eats what lies in a room when it comes to its middle.
 * Four ghosts come out of their den after 0, 2, 5 and 8 s and walk at three quarters of the
 * player's speed. They scatter to their corners and hunt in turn ({@link GhostClock}), each in its
 * own way: the chaser goes for the player, the ambusher for a room ahead of it, the shy one loses
 * heart when near, the wanderer turns at random ({@link Ghost.Mind}). At each change of turn they
 * turn back.
 *
 * <p>A power pip frightens the ghosts that are out for 6 s: they turn back, then flee at random and
 * at half the player's speed, and may be eaten; over the last 2 s they flash. An eaten ghost's eyes
 * run home (at twice the player's speed) and it comes out again, not frightened. A ghost that is
 * not frightened and comes within half a room (4 units) of the player takes a life. Then everybody
 * goes back to the start, 0.8 s later, while what was eaten stays eaten. There are three lives.
 * Fruit appears for 9 s when a third and when two thirds of the pips are eaten.
 *
 * <p><b>Actions.</b> 0 stay, 1 up, 2 down, 3 left, 4 right. A direction is a wish that is kept
 * until another comes: the player takes it at the next room where it can, turns back at once, and
 * walks on until a wall. Stay changes no wish. Before the first wish of a life the player stands.
 *
 * <p><b>Features.</b> See {@link MazeFeatures}.
 *
 * <p><b>Reward.</b> A pip or power pip 10; the ghosts of one fright 100, 200, 400, 800; the first
 * fruit 100, the second 300; a life lost −1000.
 *
 * <p><b>End.</b> The episode terminates when the last pip is eaten or the last life lost; an env
 * truncates it after three minutes.
 *
 * <p><b>Levels.</b> The seed decides between a hand-made maze and a generated one. Plain {@code
 * maze} knows those to learn from, {@code maze/test} only others; {@code maze/NAME} is always the
 * hand-made maze of that name, for instance {@code maze/classic}.
 *
 * <p><b>The chief.</b> In {@code maze/chief} a second player leads the ghosts: up, down, left and
 * right send the chaser that way at every room where it can, also back, also when frightened; with
 * stay it follows its own mind, as the others always do. The chief's reward is the player's with
 * the sign changed; both see the same picture.
 *
 * <p><b>Picture.</b> The player is in the middle, its mouth opens towards its wish, and the maze
 * moves round it ({@link MazePicture}); in {@code maze/above} the maze lies still. The upper edge
 * is the ghosts' clock: its length is the time left, bright red while they hunt, green while they
 * scatter, white while they are frightened. The lower edge shows a mark for each life beside the
 * one being played.
 */
public final class Maze implements Game {
  static final int TICKS_PER_SECOND = 60;
  static final int STAY = 0;

  private static final long LEVEL_STREAM = 1;
  private static final long DICE_STREAM = 2;

  private final GameInfo info;
  private final MazeSource source;
  private final MazeWorld world = new MazeWorld();
  private final MazePicture picture;
  private final MazeFeatures features = new MazeFeatures(world);
  private boolean running;

  Maze(GameInfo info, MazeSource source, MazePicture.View view) {
    this.info = info;
    this.picture = new MazePicture(world, view);
    this.source = source;
  }

  @Override
  public GameInfo info() {
    return info;
  }

  @Override
  public void reset(long seed) {
    begin(source.draw(Rng.derive(seed, LEVEL_STREAM)), Rng.derive(seed, DICE_STREAM));
  }

  /** Begins an episode in a given level; {@link #reset} and tests use it. */
  void begin(MazeLevel level, long dice) {
    world.begin(level, dice);
    picture.show(level);
    running = true;
  }

  @Override
  public void tick(int[] actions) {
    if (!running || world.over()) {
      throw new IllegalStateException("the episode has ended or not begun: reset the game first");
    }
    int wish = info.checkAction(actions[0]) - 1;
    int order = info.players() == 2 ? info.checkAction(actions[1]) - 1 : Heading.NONE;
    world.tick(wish, order);
  }

  @Override
  public float reward(int player) {
    return player == 0 ? world.reward() : -world.reward();
  }

  @Override
  public int lives() {
    return world.lives();
  }

  @Override
  public boolean terminated() {
    return world.over();
  }

  @Override
  public void features(int player, float[] out) {
    features.write(out);
  }

  @Override
  public void figures(float[] out) {
    int pips = world.level().pips();
    out[0] = (float) (pips - world.pipsLeft()) / pips;
    out[1] = world.ghostsEaten();
    out[2] = MazeWorld.LIVES - world.lives();
    out[3] = world.pipsLeft() == 0 ? 1 : 0;
  }

  @Override
  public void draw(Canvas canvas, int player) {
    picture.draw(canvas);
  }

  /** The maze of this episode; the next reset may write another into it. */
  public MazeLevel level() {
    return world.level();
  }

  MazeWorld world() {
    return world;
  }
}
