package ludus.core.env;

import ludus.core.game.GameInfo;
import ludus.core.game.GameProvider;
import ludus.core.random.Rng;

/**
 * Many envs of one game, stepped together on one or more threads. An env whose episode ends is
 * reset in the same step: its row of {@link #observations()} is then the first observation of its
 * next episode, and {@link #finalObservations()} holds the last one of the episode that ended.
 *
 * <p>Episode k of env i has the seed {@link #episodeSeed}, whatever the number of threads, so
 * results do not depend on how many threads step. The arrays handed out are the same at every step
 * and are overwritten by the next; they are not for writing.
 */
public final class VectorEnv implements AutoCloseable {
  private final GameEnv[] envs;
  private final long seed;
  private final Observations observations;
  private final Observations finalObservations;
  private final long[] episodes;
  private final float[] rewards;
  private final boolean[] terminated;
  private final boolean[] truncated;
  private final boolean[] lifeLost;
  private final float[] returns;
  private final int[] lengths;
  private final Crew crew;
  private int[] actions;

  /**
   * @param envs how many games, at least 1
   * @param seed from which every episode's seed is derived
   * @param threads how many threads step, the caller's among them; more than {@code envs} are of no
   *     use
   */
  public VectorEnv(GameProvider provider, EnvOptions options, int envs, long seed, int threads) {
    if (envs < 1 || threads < 1) {
      throw new IllegalArgumentException(
          "a vector env needs envs and threads, got %d and %d".formatted(envs, threads));
    }
    this.envs = new GameEnv[envs];
    for (int i = 0; i < envs; i++) {
      this.envs[i] = new GameEnv(provider.create(), options);
    }
    this.seed = seed;
    this.observations = new Observations(this.envs[0].observation(), envs);
    this.finalObservations = new Observations(this.envs[0].observation(), envs);
    this.episodes = new long[envs];
    this.rewards = new float[envs];
    this.terminated = new boolean[envs];
    this.truncated = new boolean[envs];
    this.lifeLost = new boolean[envs];
    this.returns = new float[envs];
    this.lengths = new int[envs];
    this.crew = new Crew(Math.min(threads, envs), this::stepShare);
  }

  /** How many envs there are. */
  public int envs() {
    return envs.length;
  }

  public GameInfo game() {
    return envs[0].game();
  }

  public ObservationSpec observation() {
    return envs[0].observation();
  }

  /** What each env shows now, and the agent acts on. */
  public Observations observations() {
    return observations;
  }

  /** The last observation of the episode that the last step ended; other rows mean nothing. */
  public Observations finalObservations() {
    return finalObservations;
  }

  /** What the last step earned in each env. */
  public float[] rewards() {
    return rewards;
  }

  /** Where the last step ended an episode by the rules. */
  public boolean[] terminated() {
    return terminated;
  }

  /** Where the last step ended an episode by the time limit. */
  public boolean[] truncated() {
    return truncated;
  }

  /** Where the last step cost a life, the last one too. */
  public boolean[] lifeLost() {
    return lifeLost;
  }

  /** Sum of the rewards of each env's episode so far, or of the episode that has just ended. */
  public float[] returns() {
    return returns;
  }

  /** Steps of each env's episode so far, or of the episode that has just ended. */
  public int[] lengths() {
    return lengths;
  }

  /** Whether the last step ended env {@code i}'s episode, in either way. */
  public boolean ended(int i) {
    return terminated[i] || truncated[i];
  }

  /** The number of the episode that env {@code i} is in, counted from 0. */
  public long episode(int i) {
    return episodes[i];
  }

  /** The seed of an episode of env {@code i}. */
  public long episodeSeed(int i, long episode) {
    return Rng.derive(seed, i, episode);
  }

  /** Begins episode 0 in every env. */
  public void reset() {
    for (int i = 0; i < envs.length; i++) {
      rewind(i, 0);
    }
  }

  /**
   * Begins the given episode in env {@code i}; used to bring an env to a state it was in before.
   */
  public void rewind(int i, long episode) {
    episodes[i] = episode;
    envs[i].reset(episodeSeed(i, episode));
    envs[i].observe(observations, i);
    rewards[i] = 0;
    terminated[i] = false;
    truncated[i] = false;
    lifeLost[i] = false;
    returns[i] = 0;
    lengths[i] = 0;
  }

  /**
   * Steps every env.
   *
   * @param actions one for each env; only read, and not kept
   */
  public void step(int[] actions) {
    if (actions.length != envs.length) {
      throw new IllegalArgumentException(
          "%d envs want as many actions, got %d".formatted(envs.length, actions.length));
    }
    this.actions = actions;
    crew.run();
    this.actions = null;
  }

  /** Steps env {@code i} alone, on the calling thread. */
  public void stepOne(int i, int action) {
    GameEnv env = envs[i];
    if (ended(i)) {
      returns[i] = 0;
      lengths[i] = 0;
    }
    env.step(action);
    rewards[i] = env.reward();
    terminated[i] = env.terminated();
    truncated[i] = env.truncated();
    lifeLost[i] = env.lifeLost();
    returns[i] += env.reward();
    lengths[i]++;
    if (ended(i)) {
      env.observe(finalObservations, i);
      episodes[i]++;
      env.reset(episodeSeed(i, episodes[i]));
    }
    env.observe(observations, i);
  }

  private void stepShare(int share, int shares) {
    int end = (share + 1) * envs.length / shares;
    for (int i = share * envs.length / shares; i < end; i++) {
      stepOne(i, actions[i]);
    }
  }

  @Override
  public void close() {
    crew.close();
    for (GameEnv env : envs) {
      env.close();
    }
  }
}
