package ludus.agents.dqn;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import ludus.agents.Learner;
import ludus.agents.PhaseClock;
import ludus.agents.PhaseClock.Phase;
import ludus.agents.Tally;
import ludus.agents.explore.Schedule;
import ludus.agents.memory.ReplayBuffer;
import ludus.agents.network.Network;
import ludus.agents.network.Weights;
import ludus.agents.policy.GreedyPolicy;
import ludus.core.env.Observations;
import ludus.core.env.VectorEnv;
import ludus.core.random.Rng;

/**
 * Deep Q-learning (Mnih et al. 2015) with the Double DQN target (van Hasselt, Guez and Silver
 * 2016).
 *
 * <ol>
 *   <li>Act ε-greedily in every env; ε falls in a straight line with the steps taken.
 *   <li>Store every transition; time limits are not ends ({@link ReplayBuffer}).
 *   <li>After the warm-up, every {@code trainEvery} steps draw {@code updates} batches uniformly.
 *   <li>For each, y = r + γ Q⁻(s', argmax Q(s', ·)), without the second term where s' is terminal.
 *       Q⁻ is the target network, and no gradient flows through y.
 *   <li>Descend the mean Huber loss of Q(s, a) − y with Adam, the gradient's global norm clipped.
 *   <li>Copy Q to Q⁻ every {@code targetEvery} updates, or let it follow by τ.
 * </ol>
 */
public final class Dqn implements Learner {
  private final DqnOptions options;
  private final Network online;
  private final Network target;
  private final ReplayBuffer buffer;
  private final ReplayBuffer.Batch batch;
  private final Schedule epsilon;
  private final int actions;
  private final Rng exploring;
  private final Rng sampling;
  private final PhaseClock clock = new PhaseClock();
  private final Tally tally = new Tally("loss", "q", "gradient_norm");

  private final float[] q;
  private final float[] nextQ;
  private final float[] nextTargetQ;
  private final float[] gradient;
  private float[] acting = new float[0];

  private long steps;
  private long updates;

  /**
   * @param online the network to train; owned from now on
   * @param target another of the same shape; owned from now on
   * @param envs how many envs will act
   * @param seed of exploration and sampling
   */
  public Dqn(DqnOptions options, Network online, Network target, int envs, long seed) {
    this.options = options;
    this.online = online;
    this.target = target;
    this.actions = online.spec().outputs();
    this.buffer = new ReplayBuffer(online.spec().input(), options.bufferSize(), envs);
    this.batch = new ReplayBuffer.Batch(online.spec().input(), options.batchSize());
    this.epsilon =
        new Schedule.Linear(options.epsilonFrom(), options.epsilonTo(), options.epsilonSteps());
    this.exploring = new Rng(Rng.derive(seed, 1));
    this.sampling = new Rng(Rng.derive(seed, 2));
    int numbers = options.batchSize() * actions;
    this.q = new float[numbers];
    this.nextQ = new float[numbers];
    this.nextTargetQ = new float[numbers];
    this.gradient = new float[numbers];
    target.blend(online, 1);
  }

  @Override
  public void begin(VectorEnv envs) {
    for (int i = 0; i < envs.envs(); i++) {
      buffer.begin(i, envs.observations(), i);
    }
  }

  @Override
  public void act(VectorEnv envs, int[] chosen) {
    choose(envs, chosen);
    clock.lap(Phase.ACTING);
  }

  private void choose(VectorEnv envs, int[] chosen) {
    float e = steps < options.warmUp() ? 1 : epsilon.at(steps);
    boolean greedy = false;
    for (int i = 0; i < chosen.length; i++) {
      boolean explore = exploring.nextFloat() < e;
      chosen[i] = explore ? exploring.nextInt(actions) : -1;
      greedy |= !explore;
    }
    if (!greedy) {
      return;
    }
    if (acting.length < chosen.length * actions) {
      acting = new float[chosen.length * actions];
    }
    online.infer(envs.observations(), chosen.length, acting);
    for (int i = 0; i < chosen.length; i++) {
      if (chosen[i] < 0) {
        chosen[i] = GreedyPolicy.argmax(acting, i * actions, actions);
      }
    }
  }

  @Override
  public void learn(VectorEnv envs, int[] taken) {
    for (int i = 0; i < taken.length; i++) {
      recall(envs, i, taken[i]);
    }
    clock.lap(Phase.SAMPLING);
    long before = steps;
    steps += taken.length;
    if (steps < options.warmUp()) {
      return;
    }
    long bursts = steps / options.trainEvery() - before / options.trainEvery();
    for (long i = 0; i < bursts * options.updates(); i++) {
      buffer.sample(sampling, batch);
      clock.lap(Phase.SAMPLING);
      update();
      clock.lap(Phase.UPDATING);
    }
  }

  private void update() {
    int rows = batch.rows();
    target.infer(batch.nextStates(), rows, nextTargetQ);
    if (options.doubleQ()) {
      online.infer(batch.nextStates(), rows, nextQ);
    }
    online.forward(batch.states(), rows, q);
    float[] chooser = options.doubleQ() ? nextQ : nextTargetQ;
    double loss = 0;
    double value = 0;
    Arrays.fill(gradient, 0); // untaken actions learn nothing
    for (int row = 0; row < rows; row++) {
      int at = row * actions;
      int best = at + GreedyPolicy.argmax(chooser, at, actions);
      float y =
          target(
              learned(batch.rewards()[row]),
              options.gamma(),
              batch.terminated()[row],
              nextTargetQ[best]);
      int taken = at + batch.actions()[row];
      float error = q[taken] - y;
      gradient[taken] = huberSlope(error, options.huber()) / rows;
      loss += huber(error, options.huber()) / rows;
      value += q[taken] / rows;
    }
    float norm = online.backward(gradient);
    online.update(options.learningRate());
    updates++;
    if (options.targetRate() > 0) {
      target.blend(online, options.targetRate());
    } else if (updates % options.targetEvery() == 0) {
      target.blend(online, 1);
    }
    tally.add(loss, value, norm);
  }

  /** r + γ Q⁻(s', a'), or r alone where s' is terminal. */
  static float target(float reward, float gamma, boolean terminated, float nextValue) {
    return terminated ? reward : reward + gamma * nextValue;
  }

  /** ½ δ² up to κ, κ (|δ| − ½ κ) beyond it (Huber 1964). */
  static float huber(float error, float kappa) {
    float size = Math.abs(error);
    return size <= kappa ? 0.5f * error * error : kappa * (size - 0.5f * kappa);
  }

  /** The derivative of {@link #huber}: δ, clipped to ±κ. */
  static float huberSlope(float error, float kappa) {
    return Math.max(-kappa, Math.min(kappa, error));
  }

  private float learned(float reward) {
    float scaled = reward * options.rewardScale();
    float clip = options.rewardClip();
    return clip > 0 ? Math.max(-clip, Math.min(clip, scaled)) : scaled;
  }

  @Override
  public long steps() {
    return steps;
  }

  @Override
  public Network policyNetwork() {
    // A target that follows by τ is the exponential average of the weights, and plays more
    // steadily.
    return options.targetRate() > 0 ? target : online;
  }

  @Override
  public PhaseClock clock() {
    return clock;
  }

  @Override
  public Map<String, Double> metrics() {
    Map<String, Double> metrics = new LinkedHashMap<>();
    metrics.put("epsilon", (double) (steps < options.warmUp() ? 1 : epsilon.at(steps)));
    tally.drain(metrics); // not numbers before the first update
    metrics.put("updates", (double) updates);
    return metrics;
  }

  @Override
  public State state() {
    Map<String, Weights> weights = new LinkedHashMap<>();
    weights.put("online", online.weights());
    weights.put("target", target.weights());
    weights.put("optimizer", online.optimizerState());
    Map<String, Long> numbers = new LinkedHashMap<>();
    numbers.put("steps", steps);
    numbers.put("updates", updates);
    numbers.put("exploring", exploring.state());
    numbers.put("sampling", sampling.state());
    tally.save(numbers);
    return new State(weights, numbers);
  }

  @Override
  public void load(State state) {
    online.load(state.weights().get("online"));
    target.load(state.weights().get("target"));
    online.loadOptimizerState(state.weights().get("optimizer"));
    steps = state.numbers().get("steps");
    updates = state.numbers().get("updates");
    exploring.state(state.numbers().get("exploring"));
    sampling.state(state.numbers().get("sampling"));
    tally.load(state.numbers());
  }

  @Override
  public int recallSteps() {
    return buffer.laneCapacity();
  }

  @Override
  public void recallBegin(VectorEnv envs, int i) {
    buffer.begin(i, envs.observations(), i);
  }

  @Override
  public void recall(VectorEnv envs, int i, int action) {
    boolean ended = envs.ended(i);
    Observations next = ended ? envs.finalObservations() : envs.observations();
    buffer.add(i, action, envs.rewards()[i], envs.terminated()[i], next, i);
    if (ended) {
      buffer.begin(i, envs.observations(), i);
    }
  }

  @Override
  public long recallChecksum() {
    return buffer.checksum();
  }

  @Override
  public void close() {
    online.close();
    target.close();
  }
}
