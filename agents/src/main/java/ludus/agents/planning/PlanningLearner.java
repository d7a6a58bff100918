package ludus.agents.planning;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import ludus.agents.Learner;
import ludus.agents.PhaseClock;
import ludus.agents.PhaseClock.Phase;
import ludus.agents.network.Network;
import ludus.agents.network.Weights;
import ludus.agents.policy.ActionValues;
import ludus.core.env.VectorEnv;

/**
 * Lets a planner work where learners do, so that plans are evaluated, kept and watched like what is
 * learned. A step is one round over all states; the env is walked along meanwhile by the plan as it
 * stands, and nothing is learned from it.
 */
public final class PlanningLearner implements Learner {
  private final Planner planner;
  private final int[] rows;
  private final Network network;
  private final PhaseClock clock = new PhaseClock();
  private long steps;
  private double change = Double.NaN;

  /**
   * @param rows by state of the world: the row of the network's table that shows it
   * @param network a linear network, to show the table as; owned from now on
   */
  public PlanningLearner(Planner planner, int[] rows, Network network) {
    this.planner = planner;
    this.rows = rows.clone();
    this.network = network;
  }

  @Override
  public void begin(VectorEnv envs) {}

  @Override
  public void act(VectorEnv envs, int[] actions) {
    float[] q = new float[actions.length * network.spec().outputs()];
    policyNetwork().infer(envs.observations(), actions.length, q);
    int n = network.spec().outputs();
    for (int i = 0; i < actions.length; i++) {
      actions[i] = ActionValues.argmax(q, i * n, n);
    }
    clock.lap(Phase.ACTING);
  }

  @Override
  public void learn(VectorEnv envs, int[] actions) {
    change = planner.sweep();
    steps++;
    clock.lap(Phase.UPDATING);
  }

  /** Every round is one. */
  @Override
  public long updates() {
    return steps;
  }

  @Override
  public PhaseClock clock() {
    return clock;
  }

  @Override
  public long steps() {
    return steps;
  }

  @Override
  public Network policyNetwork() {
    double[][] q = planner.q();
    int actions = network.spec().outputs();
    float[] table = new float[network.weights().values("output.weight").length];
    for (int s = 0; s < q.length; s++) {
      for (int a = 0; a < actions; a++) {
        table[rows[s] * actions + a] = (float) q[s][a];
      }
    }
    network.load(
        new Weights()
            .put("output.weight", new int[] {table.length / actions, actions}, table)
            .put("output.bias", new int[] {actions}, new float[actions]));
    return network;
  }

  @Override
  public Map<String, Double> metrics() {
    Map<String, Double> metrics = new LinkedHashMap<>();
    metrics.put("change", change);
    metrics.put("v", Arrays.stream(planner.v()).average().orElse(0));
    return metrics;
  }

  /** The rounds alone: a planner that makes as many again knows as much, to the last digit. */
  @Override
  public State state() {
    return new State(Map.of(), Map.of("steps", steps));
  }

  @Override
  public void load(State state) {
    for (long i = state.numbers().get("steps"); i > 0; i--) {
      change = planner.sweep();
      steps++;
    }
  }

  @Override
  public void close() {
    network.close();
  }
}
