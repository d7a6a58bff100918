package ludus.headless.play;

import ludus.agents.policy.Policy;
import ludus.core.env.EnvOptions;
import ludus.core.env.Observations;
import ludus.core.random.Rng;

/** A pilot some of whose moves are left to chance, by the episode's seed and the move's place. */
final class Weakened implements Pilot {
  private static final long STREAM = 0xFA1L;

  private final Pilot pilot;
  private final int actions;
  private final Level level;
  private final Rng rng = new Rng(0);
  private long seed;
  private int acts;

  /**
   * @param pilot owned from now on
   * @param actions how many there are
   * @param level whose share of the moves is left to chance
   */
  Weakened(Pilot pilot, int actions, Level level) {
    this.pilot = pilot;
    this.actions = actions;
    this.level = level;
  }

  @Override
  public String name() {
    return "%s, %d %% by chance".formatted(pilot.name(), level.percent());
  }

  @Override
  public EnvOptions options() {
    return pilot.options();
  }

  @Override
  public void reset(long seed, int acts) {
    this.seed = seed;
    this.acts = acts;
    pilot.reset(seed, acts);
  }

  @Override
  public int act(Observations observation) {
    rng.state(Rng.derive(seed, STREAM, acts++));
    int action = pilot.act(observation);
    return rng.nextFloat() < level.chance() ? rng.nextInt(actions) : action;
  }

  @Override
  public float[] preferences() {
    return pilot.preferences();
  }

  @Override
  public Policy.Meaning meaning() {
    return pilot.meaning();
  }

  @Override
  public void close() {
    pilot.close();
  }
}
