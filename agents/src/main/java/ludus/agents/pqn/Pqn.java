package ludus.agents.pqn;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import ludus.agents.Learner;
import ludus.agents.PhaseClock;
import ludus.agents.PhaseClock.Phase;
import ludus.agents.explore.Schedule;
import ludus.agents.network.Network;
import ludus.agents.network.Weights;
import ludus.agents.policy.GreedyPolicy;
import ludus.core.env.Observations;
import ludus.core.env.VectorEnv;
import ludus.core.random.Rng;

/**
 * Parallelised Q-learning (Gallici et al. 2024, "PQN"): many games at once in place of a replay
 * buffer, λ-returns in place of a target network.
 *
 * <ol>
 *   <li>Act ε-greedily in all envs for {@code rollout} steps with unchanging weights, and keep
 *       every step and v(s) = max Q(s, ·) as it was when acting.
 *   <li>Work the returns out from the back: Gₜ = rₜ + γ ((1 − λ) v(sₜ₊₁) + λ Gₜ₊₁), where G after
 *       the last step of the rollout is v of the state reached.
 *   <li>An end by the rules leaves rₜ alone; a time limit leaves rₜ + γ v(final state).
 *   <li>In {@code epochs} passes, each in a new random order, descend ½ (Q(s, a) − G)², averaged
 *       over batches, with Adam and the gradient's global norm clipped.
 *   <li>After each rollout move an average of the weights towards them, keeping the share
 *       min({@code averaging}, (1 + k) / (10 + k)) after rollout k. That average is the policy that
 *       is evaluated and kept; the weights themselves act.
 * </ol>
 */
public final class Pqn implements Learner {
  private final PqnOptions options;
  private final Network network;
  private final Network average;
  private final int envCount;
  private final int actions;
  private final int rollout;
  private final Schedule epsilon;
  private final Schedule learningRate;
  private final Rng exploring;
  private final Rng shuffling;
  private final PhaseClock clock = new PhaseClock();

  // A ring of rollout + 1 moments; moment m of env i is at index slot(m) * envCount + i.
  private final Observations[] moments;
  private final int[] taken;
  private final float[] rewards;
  private final boolean[] cut;
  private final float[] after; // v of the final state where a time limit cut, else 0
  private final float[] value;
  private final long[] written;
  private int filled;

  private final Observations batch;
  private final Observations cutState;
  private final float[] cutValues;
  private final float[] q;
  private final float[] gradient;
  private final float[] acting;
  private final float[] returns;
  private final int[] order;

  private long steps;
  private long updates;
  private long rollouts;
  private double lossSum;
  private double qSum;
  private double normSum;
  private int summed;

  /**
   * @param network the network to train; owned from now on
   * @param average another of the same shape; owned from now on
   * @param envs how many envs will act
   * @param seed of exploration and shuffling
   * @throws IllegalArgumentException if a rollout of all envs is not a whole number of batches
   */
  public Pqn(PqnOptions options, Network network, Network average, int envs, long seed) {
    this.options = options;
    this.network = network;
    this.average = average;
    this.envCount = envs;
    this.actions = network.spec().outputs();
    this.rollout = options.rollout();
    int length = rollout * envs;
    if (length % options.batchSize() != 0) {
      throw new IllegalArgumentException(
          "a rollout of %d steps in %d envs is not a whole number of batches of %d"
              .formatted(rollout, envs, options.batchSize()));
    }
    this.epsilon =
        new Schedule.Linear(options.epsilonFrom(), options.epsilonTo(), options.epsilonSteps());
    this.learningRate =
        options.learningRateSteps() == 0
            ? new Schedule.Constant(options.learningRate())
            : new Schedule.Linear(
                options.learningRate(), options.learningRateTo(), options.learningRateSteps());
    this.exploring = new Rng(Rng.derive(seed, 1));
    this.shuffling = new Rng(Rng.derive(seed, 2));
    this.moments = new Observations[rollout + 1];
    for (int m = 0; m <= rollout; m++) {
      moments[m] = new Observations(network.spec().input(), envs);
    }
    int ring = (rollout + 1) * envs;
    this.taken = new int[ring];
    this.rewards = new float[ring];
    this.cut = new boolean[ring];
    this.after = new float[ring];
    this.value = new float[ring];
    this.written = new long[envs];
    this.batch = new Observations(network.spec().input(), options.batchSize());
    this.cutState = new Observations(network.spec().input(), 1);
    this.cutValues = new float[actions];
    this.q = new float[options.batchSize() * actions];
    this.gradient = new float[options.batchSize() * actions];
    this.acting = new float[envs * actions];
    this.returns = new float[length];
    this.order = new int[length];
    average.blend(network, 1);
  }

  /** Where the ring keeps moment {@code m} of the stream. */
  private int slot(long m) {
    return (int) (m % (rollout + 1));
  }

  @Override
  public void begin(VectorEnv envs) {
    for (int i = 0; i < envCount; i++) {
      recallBegin(envs, i);
    }
  }

  @Override
  public void act(VectorEnv envs, int[] chosen) {
    int now = slot(written[0]);
    think(now);
    float e = epsilon.at(steps);
    for (int i = 0; i < envCount; i++) {
      chosen[i] =
          exploring.nextFloat() < e
              ? exploring.nextInt(actions)
              : GreedyPolicy.argmax(acting, i * actions, actions);
    }
    clock.lap(Phase.ACTING);
  }

  /** Works out v of every env at this place of the ring. */
  private void think(int slot) {
    network.infer(moments[slot], envCount, acting);
    for (int i = 0; i < envCount; i++) {
      int at = i * actions;
      value[slot * envCount + i] = acting[at + GreedyPolicy.argmax(acting, at, actions)];
    }
  }

  @Override
  public void learn(VectorEnv envs, int[] chosen) {
    for (int i = 0; i < envCount; i++) {
      recall(envs, i, chosen[i]);
    }
    clock.lap(Phase.SAMPLING);
    steps += envCount;
    filled++;
    if (filled == rollout) {
      improve();
      filled = 0;
    }
  }

  private void improve() {
    think(slot(written[0]));
    clock.lap(Phase.ACTING);
    for (int i = 0; i < envCount; i++) {
      work(i);
    }
    float rate = learningRate.at(steps);
    for (int epoch = 0; epoch < options.epochs(); epoch++) {
      shuffle();
      for (int from = 0; from < order.length; from += options.batchSize()) {
        update(from, rate);
      }
    }
    // A young average forgets sooner, so that it does not drag the first weights along.
    float kept = Math.min(options.averaging(), (1f + rollouts) / (10f + rollouts));
    average.blend(network, 1 - kept);
    clock.lap(Phase.UPDATING);
    rollouts++;
  }

  /**
   * The λ-returns of one env's part of the rollout; {@code returns[t * envs + i]} is G of step t.
   */
  private void work(int i) {
    float next = Float.NaN; // Gₜ₊₁
    for (int t = rollout - 1; t >= 0; t--) {
      int at = slot(written[i] - rollout + t) * envCount + i;
      int then = slot(written[i] - rollout + t + 1) * envCount + i;
      float reward = learned(rewards[at]);
      if (options.rewardEnds() && rewards[at] != 0) {
        next = reward;
      } else if (cut[at]) {
        next = reward + options.gamma() * after[at];
      } else {
        float rest = t == rollout - 1 ? value[then] : next;
        next = lambdaReturn(reward, options.gamma(), options.lambda(), value[then], rest);
      }
      returns[t * envCount + i] = next;
    }
  }

  /** r + γ ((1 − λ) v(s') + λ G'). */
  static float lambdaReturn(float reward, float gamma, float lambda, float value, float next) {
    return reward + gamma * ((1 - lambda) * value + lambda * next);
  }

  private void shuffle() {
    for (int k = 0; k < order.length; k++) {
      int j = shuffling.nextInt(k + 1);
      order[k] = order[j];
      order[j] = k;
    }
  }

  private void update(int from, float rate) {
    int rows = options.batchSize();
    for (int row = 0; row < rows; row++) {
      int step = order[from + row];
      int i = step % envCount;
      moments[slot(written[i] - rollout + step / envCount)].copyRow(i, batch, row);
    }
    clock.lap(Phase.SAMPLING);
    network.forward(batch, rows, q);
    Arrays.fill(gradient, 0); // untaken actions learn nothing
    double loss = 0;
    double mean = 0;
    for (int row = 0; row < rows; row++) {
      int step = order[from + row];
      int i = step % envCount;
      int at = slot(written[i] - rollout + step / envCount) * envCount + i;
      int index = row * actions + taken[at];
      float error = q[index] - returns[step];
      gradient[index] = error / rows;
      loss += 0.5 * error * error / rows;
      mean += q[index] / rows;
    }
    normSum += network.backward(gradient);
    network.update(rate);
    clock.lap(Phase.UPDATING);
    updates++;
    lossSum += loss;
    qSum += mean;
    summed++;
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
    return average;
  }

  @Override
  public PhaseClock clock() {
    return clock;
  }

  @Override
  public Map<String, Double> metrics() {
    Map<String, Double> metrics = new LinkedHashMap<>();
    metrics.put("epsilon", (double) epsilon.at(steps));
    metrics.put("learning_rate", (double) learningRate.at(steps));
    metrics.put("loss", lossSum / summed); // not a number before the first update
    metrics.put("q", qSum / summed);
    metrics.put("gradient_norm", normSum / summed);
    metrics.put("updates", (double) updates);
    lossSum = 0;
    qSum = 0;
    normSum = 0;
    summed = 0;
    return metrics;
  }

  @Override
  public State state() {
    Map<String, Weights> weights = new LinkedHashMap<>();
    weights.put("network", network.weights());
    weights.put("average", average.weights());
    weights.put("optimizer", network.optimizerState());
    Map<String, Long> numbers = new LinkedHashMap<>();
    numbers.put("steps", steps);
    numbers.put("updates", updates);
    numbers.put("rollouts", rollouts);
    numbers.put("filled", (long) filled);
    numbers.put("exploring", exploring.state());
    numbers.put("shuffling", shuffling.state());
    numbers.put("loss_sum", Double.doubleToLongBits(lossSum));
    numbers.put("q_sum", Double.doubleToLongBits(qSum));
    numbers.put("norm_sum", Double.doubleToLongBits(normSum));
    numbers.put("summed", (long) summed);
    return new State(weights, numbers);
  }

  @Override
  public void load(State state) {
    network.load(state.weights().get("network"));
    average.load(state.weights().get("average"));
    network.loadOptimizerState(state.weights().get("optimizer"));
    Map<String, Long> numbers = state.numbers();
    steps = numbers.get("steps");
    updates = numbers.get("updates");
    rollouts = numbers.get("rollouts");
    filled = Math.toIntExact(numbers.get("filled"));
    exploring.state(numbers.get("exploring"));
    shuffling.state(numbers.get("shuffling"));
    lossSum = Double.longBitsToDouble(numbers.get("loss_sum"));
    qSum = Double.longBitsToDouble(numbers.get("q_sum"));
    normSum = Double.longBitsToDouble(numbers.get("norm_sum"));
    summed = Math.toIntExact(numbers.get("summed"));
  }

  @Override
  public int recallSteps() {
    return rollout;
  }

  @Override
  public void recallBegin(VectorEnv envs, int i) {
    written[i] = 0;
    show(envs, i);
  }

  private void show(VectorEnv envs, int i) {
    envs.observations().copyRow(i, moments[slot(written[i])], i);
  }

  @Override
  public void recall(VectorEnv envs, int i, int action) {
    int at = slot(written[i]) * envCount + i;
    taken[at] = action;
    rewards[at] = envs.rewards()[i];
    cut[at] = envs.ended(i);
    after[at] = envs.truncated()[i] ? finalValue(envs, i) : 0;
    written[i]++;
    show(envs, i);
  }

  /** v of the state in which a time limit ended the episode of env {@code i}. */
  private float finalValue(VectorEnv envs, int i) {
    envs.finalObservations().copyRow(i, cutState, 0);
    network.infer(cutState, 1, cutValues);
    return cutValues[GreedyPolicy.argmax(cutValues, 0, actions)];
  }

  @Override
  public void recalled() {
    // Every env has recalled a number of steps of its own; from here on they step together, so that
    // their rings must be in step. Weights do not change within a rollout: v comes out as it was.
    for (int i = 0; i < envCount; i++) {
      align(i);
    }
    for (int t = 0; t < filled; t++) {
      think(slot(written[0] - filled + t));
    }
  }

  /**
   * Moves env {@code i}'s part of the ring such that its newest moment is moment {@code rollout}.
   */
  private void align(int i) {
    int back = (int) Math.min(written[i], rollout);
    Observations[] rows = new Observations[back + 1];
    int[] a = new int[back + 1];
    float[] r = new float[back + 1];
    boolean[] c = new boolean[back + 1];
    float[] v = new float[back + 1];
    for (int k = 0; k <= back; k++) {
      int slot = slot(written[i] - back + k);
      rows[k] = new Observations(network.spec().input(), 1);
      moments[slot].copyRow(i, rows[k], 0);
      a[k] = taken[slot * envCount + i];
      r[k] = rewards[slot * envCount + i];
      c[k] = cut[slot * envCount + i];
      v[k] = after[slot * envCount + i];
    }
    written[i] = rollout;
    for (int k = 0; k <= back; k++) {
      int slot = slot(written[i] - back + k);
      rows[k].copyRow(0, moments[slot], i);
      taken[slot * envCount + i] = a[k];
      rewards[slot * envCount + i] = r[k];
      cut[slot * envCount + i] = c[k];
      after[slot * envCount + i] = v[k];
    }
  }

  @Override
  public long recallChecksum() {
    CRC32 crc = new CRC32();
    for (int i = 0; i < envCount; i++) {
      for (int t = 0; t < filled; t++) {
        int at = slot(written[i] - filled + t) * envCount + i;
        crc.update(taken[at]);
        crc.update(Float.floatToIntBits(rewards[at]));
      }
      Observations now = moments[slot(written[i])];
      int size = now.spec().size();
      if (now.bytes() != null) {
        crc.update(now.bytes(), i * size, size);
      } else {
        crc.update(Arrays.hashCode(Arrays.copyOfRange(now.floats(), i * size, (i + 1) * size)));
      }
    }
    return crc.getValue();
  }

  @Override
  public void close() {
    network.close();
    average.close();
  }
}
