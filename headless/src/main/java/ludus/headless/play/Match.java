package ludus.headless.play;

import ludus.core.game.Game;
import ludus.core.game.GameInfo;
import ludus.core.game.GameProvider;

/**
 * Two sides that compete: in a game for two at one table, in a game for one each at a table of its
 * own, with the same seed. Side 0 is the one on the right, where the first player of a game for two
 * stands. Whoever has the higher return in the end has won.
 *
 * <p>A match owns its sessions. Like them it knows no clock, no window and no keys; the caller lets
 * ticks pass.
 */
public final class Match implements AutoCloseable {
  /** How many sides there are. */
  public static final int SIDES = 2;

  private final Contestant[] sides;
  private final Session[] tables; // of each side; the same one twice in a game for two
  private final float[] earned = new float[SIDES];
  private final boolean shared;

  private Match(Contestant[] sides, Session[] tables) {
    this.sides = sides;
    this.tables = tables;
    shared = tables[0] == tables[1];
  }

  /**
   * The game that people mean when they want a match in this one: its variant "duel", a game for
   * two in which any policy of the game may play either side, or else the game itself.
   */
  public static GameProvider game(GameProvider provider) {
    GameInfo info = provider.info();
    boolean plain = info.name().equals(info.family());
    boolean duel = plain && provider.variants().containsKey("duel");
    return duel ? provider.variant("duel") : provider;
  }

  /**
   * A match with an episode of seed 0 begun.
   *
   * @param right side 0
   * @param left side 1
   * @throws IllegalArgumentException if a machine cannot be had; the message is for people
   */
  public static Match of(GameProvider provider, Contestant right, Contestant left) {
    Contestant[] sides = {right, left};
    Session[] tables = new Session[SIDES];
    if (provider.info().players() == SIDES) {
      tables[0] = table(provider, right, left);
      tables[1] = tables[0];
    } else {
      tables[0] = table(provider, right, Contestant.PERSON);
      try {
        tables[1] = table(provider, left, Contestant.PERSON);
      } catch (RuntimeException e) {
        tables[0].close();
        throw e;
      }
    }
    return new Match(sides, tables);
  }

  private static Session table(GameProvider provider, Contestant first, Contestant second) {
    Game game = provider.create();
    Pilot pilot = null;
    try {
      pilot = first.person() ? null : first.open(provider, game, 0);
      Pilot opponent = second.person() ? null : second.open(provider, game, 1);
      return new Session(game, pilot, opponent);
    } catch (RuntimeException e) {
      if (pilot != null) {
        pilot.close();
      }
      game.close();
      throw e;
    }
  }

  /** Begins the episode of this seed, the same on both sides. */
  public void reset(long seed) {
    tables[0].reset(seed);
    if (!shared) {
      tables[1].reset(seed);
    }
    earned[0] = 0;
    earned[1] = 0;
  }

  /** Whether both sides play at one table. */
  public boolean shared() {
    return shared;
  }

  public Contestant side(int side) {
    return sides[side];
  }

  /** The session that this side plays in. */
  public Session table(int side) {
    return tables[side];
  }

  public GameInfo info() {
    return tables[0].info();
  }

  public long seed() {
    return tables[0].seed();
  }

  /** What the person on this side does from now on, or −1 for nothing. */
  public void act(int side, int action) {
    tables[side].personAction(shared ? side : 0, action);
  }

  /**
   * Lets one tick pass where this side plays, which at one table is where the other plays too.
   *
   * @throws IllegalStateException if it is over there
   */
  public void tick(int side) {
    Session table = tables[side];
    int before = table.ticks();
    table.tick();
    if (table.ticks() == before) {
      return; // a game that waits for its player
    }
    for (int s = 0; s < SIDES; s++) {
      if (shared || s == side) {
        earned[s] += Math.max(0, table.game().reward(shared ? s : 0));
      }
    }
  }

  /** Sum of this side's rewards. */
  public float episodeReturn(int side) {
    return tables[side].episodeReturn(shared ? side : 0);
  }

  /** What people count: in a game for two the points that were won, else the return. */
  public float score(int side) {
    return shared ? earned[side] : episodeReturn(side);
  }

  /** Whether this side has finished. */
  public boolean ended(int side) {
    return tables[side].ended();
  }

  /** Whether both sides have finished. */
  public boolean ended() {
    return tables[0].ended() && tables[1].ended();
  }

  /** The side with the higher return, or −1 where they are equal. */
  public int leader() {
    int order = Float.compare(episodeReturn(0), episodeReturn(1));
    return order > 0 ? 0 : order < 0 ? 1 : -1;
  }

  @Override
  public void close() {
    tables[0].close();
    if (!shared) {
      tables[1].close();
    }
  }
}
