package ludus.games.tabular;

import java.util.Arrays;
import java.util.List;
import ludus.core.draw.Canvas;
import ludus.core.game.Game;
import ludus.core.game.GameInfo;
import ludus.core.game.GameInfo.Feature;
import ludus.core.mdp.FiniteMdp;
import ludus.core.random.Rng;

/**
 * A small world with known transition tables, played on its map: {@link TeleportGrid}, {@link
 * Corridor} and {@link Cliff} tell their rules.
 *
 * <p><b>Rules.</b> The table's, by one draw from it for each tick; without an action time stands
 * still. A move that leads nowhere shows as a bar where the walker hit.
 *
 * <p><b>Actions and reward.</b> The table's.
 *
 * <p><b>Features.</b> One for each state: 1 for the present one, 0 for all others. A linear
 * function of them is a table.
 *
 * <p><b>Start and end.</b> The table's start probabilities and terminal states; an env truncates
 * where a world goes on.
 */
final class MdpGame implements Game {
  private final GameInfo info;
  private final FiniteMdp mdp;
  private final MdpPicture picture;
  private final Rng rng = new Rng(0);

  private boolean running;
  private int state;
  private int bumped = -1;
  private float reward;

  MdpGame(GameInfo info, FiniteMdp mdp, WorldMap map) {
    this.info = info;
    this.mdp = mdp;
    picture = new MdpPicture(mdp.layout(), map);
  }

  /** The features of a game of this world. */
  static List<Feature> features(FiniteMdp mdp) {
    return mdp.stateNames().stream().map(name -> new Feature(name, "", 0, 1)).toList();
  }

  @Override
  public GameInfo info() {
    return info;
  }

  @Override
  public void reset(long seed) {
    rng.state(seed);
    place(mdp.sampleStart(rng));
  }

  /** Begins an episode in this state; {@link #reset} and tests use it. */
  void place(int state) {
    this.state = state;
    bumped = -1;
    reward = 0;
    running = true;
  }

  @Override
  public void tick(int[] actions) {
    if (!running || terminated()) {
      throw new IllegalStateException("the episode has ended or not begun: reset the game first");
    }
    int action = info.checkAction(actions[0]);
    int outcome = mdp.sample(state, action, rng);
    int next = mdp.next(state, action, outcome);
    reward = (float) mdp.reward(state, action, outcome);
    bumped = next == state ? action : -1;
    state = next;
  }

  @Override
  public float reward(int player) {
    return reward;
  }

  @Override
  public boolean terminated() {
    return mdp.terminal(state);
  }

  @Override
  public void features(int player, float[] out) {
    Arrays.fill(out, 0, mdp.states(), 0);
    out[state] = 1;
  }

  /** Success in a world that has an end: 1 if it is reached, else 0. */
  @Override
  public void figures(float[] out) {
    if (mdp.episodic()) {
      out[0] = terminated() ? 1 : 0;
    }
  }

  @Override
  public void draw(Canvas canvas, int player) {
    picture.draw(canvas, state, bumped);
  }

  @Override
  public void close() {
    running = false;
  }

  int state() {
    return state;
  }
}
