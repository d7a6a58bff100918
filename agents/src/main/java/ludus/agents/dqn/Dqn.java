package ludus.agents.dqn;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ludus.agents.LearnedReward;
import ludus.agents.Learner;
import ludus.agents.PhaseClock;
import ludus.agents.PhaseClock.Phase;
import ludus.agents.Tally;
import ludus.agents.WeightAverage;
import ludus.agents.explore.EpsilonGreedy;
import ludus.agents.explore.Exploration;
import ludus.agents.explore.Schedule;
import ludus.agents.memory.ReplayBatch;
import ludus.agents.memory.ReplayBuffer;
import ludus.agents.network.Network;
import ludus.agents.network.Weights;
import ludus.agents.policy.ActionValues;
import ludus.core.env.Observations;
import ludus.core.env.ReplayedEpisode;
import ludus.core.env.VectorEnv;
import ludus.core.random.Rng;

/**
 * Deep Q-learning (Mnih et al. 2015) and what was found to improve it, each part an option (Hessel
 * et al. 2018, "Rainbow").
 *
 * <ol>
 *   <li>Act in every env, exploring ({@link Exploration}); wholly by chance until the warm-up is
 *       over.
 *   <li>Store every transition, its reward scaled and clipped; time limits are not ends ({@link
 *       ReplayBuffer}).
 *   <li>Every {@code trainEvery} steps draw {@code updates} batches, uniformly or by priority
 *       ({@link ludus.agents.memory.Prioritised}).
 *   <li>For each row, y = R + γᵐ Q⁻(s', a*): R is the sum of m rewards, m = n but at an end; the
 *       second term is left out where s' is terminal. Q⁻ is the target network, and no gradient
 *       flows through y. The action a* = argmax Q⁻(s', ·), or, with Double DQN (van Hasselt, Guez
 *       and Silver 2016), argmax Q(s', ·).
 *   <li>Descend the mean Huber loss of Q(s, a) − y with Adam, each row weighted by its importance,
 *       the gradient's global norm clipped. With quantiles, that of their distribution instead
 *       ({@link QuantileHuber}).
 *   <li>What somebody else has demonstrated is never overwritten, and imitated besides ({@link
 *       LargeMargin}).
 *   <li>Copy Q to Q⁻ every {@code targetEvery} updates, or let it follow by τ.
 *   <li>With {@code averaging}, after each burst of updates move an average of the weights towards
 *       them, as {@link ludus.agents.pqn.Pqn} does after each rollout. That average is the policy
 *       that is evaluated and kept; nothing is learned from it.
 * </ol>
 *
 * <p>Dueling is a matter of the network ({@link ludus.agents.network.NetworkSpec.Dueling}). So are
 * noisy layers ({@link ludus.agents.network.NetworkSpec.Noisy}), whose noise is drawn here, as in
 * algorithm 1 of Fortunato et al. (2018): once for each step of the envs, and for each update once
 * for each pass, so that Q⁻(s', ·), Double DQN's choice and Q(s, ·) are independent of one another.
 * With them ε may be 0.
 */
public final class Dqn implements Learner {
  private static final Exploration CHANCE = new EpsilonGreedy(new Schedule.Constant(1));

  private final DqnOptions options;
  private final LearnedReward learnedReward;
  private final Network online;
  private final Network target;
  private final Network average; // null without
  private final ReplayBuffer buffer;
  private final ReplayBatch batch;
  private final Exploration exploration;
  private final ActionValues values;
  private final Rng exploring;
  private final Rng sampling;
  private final Rng noise;
  private final PhaseClock clock = new PhaseClock();
  private final Tally tally = new Tally("loss", "q", "gradient_norm");

  // Outputs of the online network for s and s', and of the target network for s'.
  private final float[] now;
  private final float[] next;
  private final float[] nextTarget;
  private final float[] gradient;
  private final float[] errors;
  private float[] outputs = new float[0];
  private float[] acting = new float[0];

  private long steps;
  private long updates;
  private boolean demonstrated;
  private Weights priorities; // of a checkpoint, until the buffer is filled again

  /**
   * @param online the network to train, {@code options.quantiles()} outputs an action; owned from
   *     now on
   * @param target another of the same shape; owned from now on
   * @param average a third, if {@code options} want an average of the weights; else null
   * @param envs how many envs will act
   * @param seed of exploration and sampling
   */
  public Dqn(
      DqnOptions options, Network online, Network target, Network average, int envs, long seed) {
    if (options.averaging() > 0 != (average != null)) {
      throw new IllegalArgumentException("a third network is needed for averaging, and only then");
    }
    this.options = options;
    this.learnedReward = options.learnedReward();
    this.online = online;
    this.target = target;
    this.average = average;
    this.values =
        new ActionValues(online.spec().outputs() / options.quantiles(), options.quantiles());
    this.buffer =
        new ReplayBuffer(
            online.spec().input(),
            options.bufferSize(),
            envs,
            options.nSteps(),
            options.gamma(),
            options.prioritised());
    this.batch = new ReplayBatch(online.spec().input(), options.batchSize());
    this.exploration = options.exploration();
    this.exploring = new Rng(Rng.derive(seed, 1));
    this.sampling = new Rng(Rng.derive(seed, 2));
    this.noise = new Rng(Rng.derive(seed, 3));
    int numbers = options.batchSize() * values.outputs();
    this.now = new float[numbers];
    this.next = new float[numbers];
    this.nextTarget = new float[numbers];
    this.gradient = new float[numbers];
    this.errors = new float[options.batchSize()];
    target.blend(online, 1);
    if (average != null) {
      average.blend(online, 1);
    }
  }

  @Override
  public void demonstrate(List<ReplayedEpisode> episodes) {
    int slots = episodes.stream().mapToInt(e -> e.steps() + 1).sum();
    float bonus = options.demonstrations() == null ? 0 : options.demonstrations().bonus();
    int lane = buffer.demonstrations(slots, bonus);
    Observations seen = new Observations(online.spec().input(), 1);
    for (ReplayedEpisode episode : episodes) {
      episode.observe(seen, 0);
      buffer.begin(lane, seen, 0);
      while (episode.hasNext()) {
        int action = episode.next();
        episode.observe(seen, 0);
        boolean over = over(episode.terminated(), episode.lifeLost(), episode.reward());
        buffer.add(lane, action, learnedReward.of(episode.reward()), over, seen, 0);
      }
    }
    demonstrated = true;
  }

  @Override
  public void begin(VectorEnv envs) {
    if (demonstrated && options.demonstrations() != null) {
      improve(options.demonstrations().pretraining());
    }
    for (int i = 0; i < envs.envs(); i++) {
      buffer.begin(i, envs.observations(), i);
    }
  }

  @Override
  public void act(VectorEnv envs, int[] chosen) {
    Exploration rule = rule();
    if (rule.ahead(steps, values.actions(), exploring, chosen)) {
      think(envs.observations(), chosen.length);
      for (int i = 0; i < chosen.length; i++) {
        if (chosen[i] == Exploration.BY_VALUE) {
          int from = i * values.actions();
          chosen[i] = rule.byValue(steps, acting, from, values.actions(), exploring);
        }
      }
    }
    clock.lap(Phase.ACTING);
  }

  private Exploration rule() {
    return steps < options.warmUp() ? CHANCE : exploration;
  }

  private void think(Observations observations, int rows) {
    if (outputs.length < rows * values.outputs()) {
      outputs = new float[rows * values.outputs()];
      acting = new float[rows * values.actions()];
    }
    online.drawNoise(noise);
    online.infer(observations, rows, outputs);
    values.read(outputs, rows, acting);
  }

  @Override
  public void learn(VectorEnv envs, int[] taken) {
    for (int i = 0; i < taken.length; i++) {
      recall(envs, i, taken[i]);
    }
    clock.lap(Phase.SAMPLING);
    long before = steps;
    steps += taken.length;
    if (steps >= options.warmUp()) {
      improve((steps / options.trainEvery() - before / options.trainEvery()) * options.updates());
    }
  }

  private void improve(long times) {
    float beta = options.prioritised() == null ? 0 : options.prioritised().beta().at(steps);
    for (long i = 0; i < times; i++) {
      buffer.sample(sampling, beta, batch);
      clock.lap(Phase.SAMPLING);
      update();
      if (average != null && updates % options.updates() == 0) {
        long bursts = updates / options.updates();
        WeightAverage.follow(average, online, options.averaging(), bursts);
      }
      clock.lap(Phase.UPDATING);
    }
  }

  private void update() {
    int rows = batch.rows();
    target.drawNoise(noise);
    target.infer(batch.nextStates(), rows, nextTarget);
    if (options.doubleQ()) {
      online.drawNoise(noise);
      online.infer(batch.nextStates(), rows, next);
    }
    online.drawNoise(noise);
    online.forward(batch.states(), rows, now);
    float[] chooser = options.doubleQ() ? next : nextTarget;
    double loss = 0;
    double value = 0;
    Arrays.fill(gradient, 0); // untaken actions learn nothing
    for (int row = 0; row < rows; row++) {
      int action = batch.actions()[row];
      float q = values.of(now, row, action);
      loss += loss(row, action, q, values.best(chooser, row)) / rows;
      value += q / rows;
    }
    float norm = online.backward(gradient);
    online.update(options.learningRate().at(steps));
    buffer.learned(batch, errors);
    updates++;
    if (options.targetRate() > 0) {
      target.blend(online, options.targetRate());
    } else if (updates % options.targetEvery() == 0) {
      target.blend(online, 1);
    }
    tally.add(loss, value, norm);
  }

  /** The loss of a row; puts its error and its gradient where they belong. */
  private float loss(int row, int action, float q, int best) {
    float reward = batch.rewards()[row];
    float discount = batch.discounts()[row];
    float weight = batch.weights()[row];
    float share = weight / batch.rows();
    float kappa = options.huber();
    float error = q - target(reward, discount, values.of(nextTarget, row, best));
    errors[row] = error;
    int at = values.at(row, action);
    float loss;
    if (values.quantiles() == 1) {
      gradient[at] = share * Huber.slope(error, kappa);
      loss = Huber.loss(error, kappa);
    } else {
      int then = values.at(row, best);
      int count = values.quantiles();
      loss =
          QuantileHuber.loss(
              now, at, nextTarget, then, count, reward, discount, kappa, share, gradient);
    }
    if (batch.demonstrated()[row] && options.demonstrations() != null) {
      Demonstrated imitation = options.demonstrations();
      float part = share * imitation.weight();
      loss +=
          imitation.weight()
              * LargeMargin.loss(values, now, row, action, imitation.margin(), part, gradient);
    }
    return weight * loss;
  }

  /** R + γᵐ Q⁻(s', a*), or R alone where s' is terminal and the discount 0. */
  static float target(float reward, float discount, float nextValue) {
    return discount == 0 ? reward : reward + discount * nextValue;
  }

  /** Whether nothing counts that comes after a step. */
  private boolean over(boolean terminated, boolean lifeLost, float reward) {
    return terminated || options.lifeEnds() && lifeLost || options.rewardEnds() && reward != 0;
  }

  @Override
  public long steps() {
    return steps;
  }

  @Override
  public long updates() {
    return updates;
  }

  @Override
  public Network policyNetwork() {
    // A target that follows by τ is an exponential average of the weights, too, if of few updates,
    // and plays more steadily.
    Network trusted = average != null ? average : options.targetRate() > 0 ? target : online;
    trusted.stopNoise();
    return trusted;
  }

  @Override
  public PhaseClock clock() {
    return clock;
  }

  @Override
  public Map<String, Double> metrics() {
    Map<String, Double> metrics = new LinkedHashMap<>();
    metrics.put(exploration.knob(), (double) exploration.at(steps));
    metrics.put("learning_rate", (double) options.learningRate().at(steps));
    tally.drain(metrics); // not numbers before the first update
    metrics.put("updates", (double) updates);
    return metrics;
  }

  @Override
  public State state() {
    Map<String, Weights> weights = new LinkedHashMap<>();
    weights.put("online", online.weights());
    weights.put("target", target.weights());
    if (average != null) {
      weights.put("average", average.weights());
    }
    weights.put("optimizer", online.optimizerState());
    if (options.prioritised() != null) {
      weights.put("priorities", buffer.priorities());
    }
    Map<String, Long> numbers = new LinkedHashMap<>();
    numbers.put("steps", steps);
    numbers.put("updates", updates);
    numbers.put("exploring", exploring.state());
    numbers.put("sampling", sampling.state());
    if (online.spec().noisy()) {
      numbers.put("noise", noise.state());
    }
    tally.save(numbers);
    return new State(weights, numbers);
  }

  @Override
  public void load(State state) {
    online.load(state.weights().get("online"));
    target.load(state.weights().get("target"));
    if (average != null) {
      average.load(state.weights().get("average"));
    }
    online.loadOptimizerState(state.weights().get("optimizer"));
    priorities = state.weights().get("priorities");
    steps = state.numbers().get("steps");
    updates = state.numbers().get("updates");
    exploring.state(state.numbers().get("exploring"));
    sampling.state(state.numbers().get("sampling"));
    if (online.spec().noisy()) {
      noise.state(state.numbers().get("noise"));
    }
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
    Observations after = ended ? envs.finalObservations() : envs.observations();
    boolean over = over(envs.terminated()[i], envs.lifeLost()[i], envs.rewards()[i]);
    buffer.add(i, action, learnedReward.of(envs.rewards()[i]), over, after, i);
    if (ended) {
      buffer.begin(i, envs.observations(), i);
    }
  }

  @Override
  public void recalled() {
    if (priorities != null) {
      buffer.priorities(priorities);
      priorities = null;
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
    if (average != null) {
      average.close();
    }
  }
}
