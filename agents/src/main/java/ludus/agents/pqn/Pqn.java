package ludus.agents.pqn;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import ludus.agents.Beside;
import ludus.agents.LearnedReward;
import ludus.agents.Learner;
import ludus.agents.PhaseClock;
import ludus.agents.PhaseClock.Phase;
import ludus.agents.Tally;
import ludus.agents.WeightAverage;
import ludus.agents.explore.Exploration;
import ludus.agents.memory.Rollout;
import ludus.agents.network.Network;
import ludus.agents.network.Weights;
import ludus.agents.policy.ActionValues;
import ludus.core.env.Observations;
import ludus.core.env.VectorEnv;
import ludus.core.random.Rng;

/**
 * Parallelised Q-learning (Gallici et al. 2024, "PQN"): many games at once in place of a replay
 * buffer, λ-returns in place of a target network.
 *
 * <ol>
 *   <li>Act in all envs, exploring ({@link Exploration}), for {@code rollout} steps with unchanging
 *       weights, and keep every step and v(s) = max Q(s, ·) as it was when acting.
 *   <li>Work the returns out from the back: Gₜ = rₜ + γ ((1 − λ) v(sₜ₊₁) + λ Gₜ₊₁), where G after
 *       the last step of the rollout is v of the state reached.
 *   <li>An end by the rules leaves rₜ alone; a time limit leaves rₜ + γ v(final state).
 *   <li>In {@code epochs} passes, each in a new random order, descend ½ (Q(s, a) − G)², averaged
 *       over batches, with Adam and the gradient's global norm clipped.
 *   <li>After each rollout move an average of the weights towards them, keeping the share
 *       min({@code averaging}, (1 + k) / (10 + k)) after rollout k. That average is the policy that
 *       is evaluated and kept; the weights themselves act.
 * </ol>
 *
 * <p>With {@code overlap}, step 4 goes on beside the next rollout, which is played with the weights
 * as they were before it: both cores are busy, and what is learned from is one round of learning
 * older. Nothing depends on which of the two is done first, so a seed gives the same run; whoever
 * asks for the policy, the metrics or the state waits for the round to end.
 */
public final class Pqn implements Learner {
  private final PqnOptions options;
  private final LearnedReward learnedReward;
  private final Network network;
  private final Network average;
  private final Network actor; // the network itself, or a copy that acts while it learns
  private final int actions;
  private final Exploration exploration;
  private final Rng exploring;
  private final Rng shuffling;
  private final Beside beside; // null without overlap
  private final PhaseClock clock = new PhaseClock();
  private final PhaseClock learning; // of the thread that learns
  private final Tally tally = new Tally("loss", "q", "gradient_norm");

  private final Observations shown; // one moment of all envs
  private final float[] acting;
  private final Observations batch;
  private final float[] q;
  private final float[] gradient;
  private final float[] returns; // G of step t of env i at t * envs + i
  private final int[] order;

  private Rollout rollout; // is being played
  private Rollout played; // is being learned from; the same without overlap
  private int filled; // steps of each env since the last round of learning
  private long steps;
  private long rollouts;

  /**
   * @param network the network to train; owned from now on
   * @param average another of the same shape; owned from now on
   * @param actor a third, which acts while the first learns, if {@code options} say so; else null
   * @param envs how many envs will act
   * @param seed of exploration and shuffling
   * @throws IllegalArgumentException if a rollout of all envs is not a whole number of batches
   */
  public Pqn(
      PqnOptions options, Network network, Network average, Network actor, int envs, long seed) {
    if (options.overlap() != (actor != null)) {
      throw new IllegalArgumentException("an actor's network is needed for overlap, and only then");
    }
    this.options = options;
    this.learnedReward = options.learnedReward();
    this.network = network;
    this.average = average;
    this.actor = actor == null ? network : actor;
    this.beside = actor == null ? null : new Beside("ludus-learn");
    this.learning = actor == null ? clock : new PhaseClock();
    this.actions = network.spec().outputs();
    int length = options.rollout() * envs;
    if (length % options.batchSize() != 0) {
      throw new IllegalArgumentException(
          "a rollout of %d steps in %d envs is not a whole number of batches of %d"
              .formatted(options.rollout(), envs, options.batchSize()));
    }
    this.exploration = options.exploration();
    this.exploring = new Rng(Rng.derive(seed, 1));
    this.shuffling = new Rng(Rng.derive(seed, 2));
    this.rollout = new Rollout(network.spec().input(), envs, options.rollout());
    this.played =
        actor == null ? rollout : new Rollout(network.spec().input(), envs, options.rollout());
    this.shown = new Observations(network.spec().input(), envs);
    this.acting = new float[envs * actions];
    this.batch = new Observations(network.spec().input(), options.batchSize());
    this.q = new float[options.batchSize() * actions];
    this.gradient = new float[options.batchSize() * actions];
    this.returns = new float[length];
    this.order = new int[length];
    average.blend(network, 1);
    show();
  }

  /** Lets the actor act with the weights as they are now. */
  private void show() {
    if (actor != network) {
      actor.blend(network, 1);
    }
  }

  @Override
  public void begin(VectorEnv envs) {
    for (int i = 0; i < envs.envs(); i++) {
      recallBegin(envs, i);
    }
  }

  @Override
  public void act(VectorEnv envs, int[] chosen) {
    think(envs.observations(), rollout.length());
    exploration.ahead(steps, actions, exploring, chosen);
    for (int i = 0; i < chosen.length; i++) {
      if (chosen[i] == Exploration.BY_VALUE) {
        chosen[i] = exploration.byValue(steps, acting, i * actions, actions, exploring);
      }
    }
    clock.lap(Phase.ACTING);
  }

  /** Values the actions of what all envs show, and notes v of it as that of moment t. */
  private void think(Observations moment, int t) {
    actor.infer(moment, rollout.envs(), acting);
    for (int i = 0; i < rollout.envs(); i++) {
      int at = i * actions;
      rollout.value(i, t, acting[at + ActionValues.argmax(acting, at, actions)]);
    }
  }

  @Override
  public void learn(VectorEnv envs, int[] chosen) {
    for (int i = 0; i < chosen.length; i++) {
      recall(envs, i, chosen[i]);
    }
    clock.lap(Phase.SAMPLING);
    steps += chosen.length;
    filled++;
    if (filled == rollout.length()) {
      think(envs.observations(), rollout.length());
      clock.lap(Phase.ACTING);
      rollouts++;
      if (beside == null) {
        improve(steps, rollouts);
      } else {
        improveBeside(envs);
      }
      filled = 0;
    }
  }

  private void improveBeside(VectorEnv envs) {
    finish();
    show();
    Rollout full = rollout;
    rollout = played;
    played = full;
    begin(envs); // the last moment of one is the first of the other
    long now = steps;
    long round = rollouts;
    beside.start(() -> improve(now, round));
    clock.lap(Phase.UPDATING);
  }

  /** Waits for the round of learning that is under way, if one is. */
  private void finish() {
    if (beside != null) {
      beside.finish();
      clock.lap(Phase.UPDATING);
    }
  }

  /**
   * A round of learning.
   *
   * @param now steps taken when it was due
   * @param round which it is, from 1
   */
  private void improve(long now, long round) {
    for (int i = 0; i < played.envs(); i++) {
      work(i);
    }
    float rate = options.learningRate().at(now);
    for (int epoch = 0; epoch < options.epochs(); epoch++) {
      shuffle();
      for (int from = 0; from < order.length; from += options.batchSize()) {
        update(from, rate);
      }
    }
    WeightAverage.follow(average, network, options.averaging(), round);
    learning.lap(Phase.UPDATING);
  }

  /** The λ-returns of one env's part of the rollout, from the back. */
  private void work(int i) {
    int length = played.length();
    float next = played.value(i, length); // Gₜ₊₁, and v beyond the last step
    for (int t = length - 1; t >= 0; t--) {
      float earned = played.reward(i, t);
      float reward = learnedReward.of(earned);
      if (options.rewardEnds() && earned != 0) {
        next = reward;
      } else if (played.ended(i, t)) {
        next = reward + options.gamma() * played.finalValue(i, t);
      } else {
        next =
            lambdaReturn(reward, options.gamma(), options.lambda(), played.value(i, t + 1), next);
      }
      returns[t * played.envs() + i] = next;
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
    int envs = played.envs();
    for (int row = 0; row < rows; row++) {
      int step = order[from + row];
      played.copyMoment(step % envs, step / envs, batch, row);
    }
    learning.lap(Phase.SAMPLING);
    network.forward(batch, rows, q);
    Arrays.fill(gradient, 0); // untaken actions learn nothing
    double loss = 0;
    double mean = 0;
    for (int row = 0; row < rows; row++) {
      int step = order[from + row];
      int index = row * actions + played.action(step % envs, step / envs);
      float error = q[index] - returns[step];
      gradient[index] = error / rows;
      loss += 0.5 * error * error / rows;
      mean += q[index] / rows;
    }
    float norm = network.backward(gradient);
    network.update(rate);
    learning.lap(Phase.UPDATING);
    tally.add(loss, mean, norm);
  }

  @Override
  public long steps() {
    return steps;
  }

  @Override
  public long updates() {
    return rollouts * options.epochs() * (order.length / options.batchSize());
  }

  @Override
  public Network policyNetwork() {
    finish();
    return average;
  }

  @Override
  public PhaseClock clock() {
    return clock;
  }

  @Override
  public Map<String, Double> metrics() {
    finish();
    Map<String, Double> metrics = new LinkedHashMap<>();
    metrics.put(exploration.knob(), (double) exploration.at(steps));
    metrics.put("learning_rate", (double) options.learningRate().at(steps));
    tally.drain(metrics); // not numbers before the first update
    metrics.put("updates", (double) updates());
    return metrics;
  }

  @Override
  public State state() {
    finish();
    Map<String, Weights> weights = new LinkedHashMap<>();
    weights.put("network", network.weights());
    weights.put("average", average.weights());
    weights.put("optimizer", network.optimizerState());
    if (actor != network) {
      weights.put("actor", actor.weights());
    }
    Map<String, Long> numbers = new LinkedHashMap<>();
    numbers.put("steps", steps);
    numbers.put("rollouts", rollouts);
    numbers.put("filled", (long) filled);
    numbers.put("exploring", exploring.state());
    numbers.put("shuffling", shuffling.state());
    tally.save(numbers);
    return new State(weights, numbers);
  }

  @Override
  public void load(State state) {
    network.load(state.weights().get("network"));
    average.load(state.weights().get("average"));
    network.loadOptimizerState(state.weights().get("optimizer"));
    if (actor != network) {
      actor.load(state.weights().get("actor"));
    }
    Map<String, Long> numbers = state.numbers();
    steps = numbers.get("steps");
    rollouts = numbers.get("rollouts");
    filled = Math.toIntExact(numbers.get("filled"));
    exploring.state(numbers.get("exploring"));
    shuffling.state(numbers.get("shuffling"));
    tally.load(numbers);
  }

  @Override
  public int recallSteps() {
    return rollout.length();
  }

  @Override
  public void recallBegin(VectorEnv envs, int i) {
    rollout.begin(i, envs.observations(), i);
  }

  @Override
  public void recall(VectorEnv envs, int i, int action) {
    rollout.add(
        i,
        action,
        envs.rewards()[i],
        envs.ended(i) || options.lifeEnds() && envs.lifeLost()[i],
        envs.truncated()[i] ? finalValue(envs, i) : 0,
        envs.observations(),
        i);
  }

  /** v of the state in which a time limit ended the episode of env {@code i}. */
  private float finalValue(VectorEnv envs, int i) {
    envs.finalObservations().copyRow(i, shown, 0);
    actor.infer(shown, 1, acting);
    return acting[ActionValues.argmax(acting, 0, actions)];
  }

  @Override
  public void recalled() {
    // Weights do not change within a rollout: v comes out as it was.
    for (int t = rollout.length() - filled; t < rollout.length(); t++) {
      for (int i = 0; i < rollout.envs(); i++) {
        rollout.copyMoment(i, t, shown, i);
      }
      think(shown, t);
    }
  }

  @Override
  public long recallChecksum() {
    return rollout.checksum(filled);
  }

  @Override
  public void close() {
    if (beside != null) {
      beside.close();
      actor.close();
    }
    network.close();
    average.close();
  }
}
