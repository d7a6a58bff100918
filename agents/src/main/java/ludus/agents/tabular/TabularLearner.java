package ludus.agents.tabular;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import ludus.agents.Learner;
import ludus.agents.PhaseClock;
import ludus.agents.PhaseClock.Phase;
import ludus.agents.Tally;
import ludus.agents.network.Cells;
import ludus.agents.network.Network;
import ludus.agents.network.NetworkSpec;
import ludus.agents.network.Weights;
import ludus.core.env.VectorEnv;

/**
 * Plays a {@link TabularAgent} on a game's env. The table's row for an observation is its cell
 * ({@link Cells}), or, without cells, the feature that is 1; both ways the table is a linear
 * network of one number per row and action, and is evaluated and kept as one.
 *
 * <p>It plays one env: agents with tables learn from one life at a time.
 */
public final class TabularLearner implements Learner {
  private final TabularAgent agent;
  private final Network network;
  private long steps;
  private int action;
  private final Tally tally = new Tally("error");
  private final PhaseClock clock = new PhaseClock();

  /**
   * @param algorithm which agent to play
   * @param network a linear network, to show the table as; owned from now on
   * @param envs how many envs will act, which must be 1
   * @param seed of exploration
   * @throws IllegalArgumentException if the network has hidden layers or there are more envs
   */
  public TabularLearner(
      TabularAlgorithm algorithm, TabularOptions options, Network network, int envs, long seed) {
    NetworkSpec spec = network.spec();
    if (spec.hidden().size() > (spec.cells() == null ? 0 : 1)) {
      throw new IllegalArgumentException(
          "%s learns a table: network must be [] or cells alone, was %s"
              .formatted(algorithm.title(), spec.hidden()));
    }
    if (envs != 1) {
      throw new IllegalArgumentException(
          "%s plays one game at a time: envs must be 1, was %d".formatted(algorithm.title(), envs));
    }
    this.network = network;
    int rows = spec.cells() == null ? spec.input().size() : spec.cells().count();
    agent = algorithm.create(rows, spec.outputs(), options, seed);
  }

  @Override
  public void begin(VectorEnv envs) {
    action = agent.begin(row(envs.observations().floats()));
  }

  /** Which row of the table an observation of features belongs to. */
  private int row(float[] features) {
    Cells cells = network.spec().cells();
    if (cells != null) {
      return cells.cell(features, 0);
    }
    for (int i = 0; i < features.length; i++) {
      if (features[i] == 1) {
        return i;
      }
    }
    throw new IllegalArgumentException(
        "no feature is 1, so that the observation is no state: cut the features into cells");
  }

  @Override
  public void act(VectorEnv envs, int[] actions) {
    actions[0] = action;
    clock.lap(Phase.ACTING);
  }

  @Override
  public void learn(VectorEnv envs, int[] actions) {
    double reward = envs.rewards()[0];
    if (envs.terminated()[0]) {
      agent.terminate(reward);
    } else if (envs.truncated()[0]) {
      agent.truncate(reward, row(envs.finalObservations().floats()));
    } else {
      action = agent.step(reward, row(envs.observations().floats()));
    }
    if (envs.ended(0)) {
      begin(envs);
    }
    steps++;
    tally.add(Math.abs(agent.error()));
    clock.lap(Phase.UPDATING);
  }

  /** Every step is one. */
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
    network.load(weights());
    return network;
  }

  private Weights weights() {
    QTable q = agent.q();
    return new Weights()
        .put("output.weight", new int[] {q.states(), q.actions()}, q.values().clone())
        .put("output.bias", new int[] {q.actions()}, new float[q.actions()]);
  }

  @Override
  public Map<String, Double> metrics() {
    Map<String, Double> metrics = new LinkedHashMap<>();
    tally.drain(metrics);
    double sum = 0;
    for (int s = 0; s < agent.q().states(); s++) {
      sum += agent.q().max(s);
    }
    metrics.put("q", sum / agent.q().states());
    return metrics;
  }

  @Override
  public State state() {
    Writer writer = new Writer();
    agent.keep(writer);
    writer.number("steps", steps);
    writer.number("next_action", action);
    tally.save(writer.numbers);
    return new State(Map.of("table", writer.arrays), writer.numbers);
  }

  @Override
  public void load(State state) {
    Reader reader = new Reader(state.weights().get("table"), state.numbers());
    agent.keep(reader);
    steps = reader.number("steps", 0);
    action = (int) reader.number("next_action", 0);
    tally.load(state.numbers());
  }

  private static final class Writer implements Archive {
    private final Weights arrays = new Weights();
    private final Map<String, Long> numbers = new LinkedHashMap<>();

    @Override
    public void floats(String name, float[] values) {
      list(name, values, values.length);
    }

    @Override
    public float[] list(String name, float[] values, int length) {
      arrays.put(name, new int[] {length}, Arrays.copyOf(values, length));
      return values;
    }

    @Override
    public long number(String name, long value) {
      numbers.put(name, value);
      return value;
    }
  }

  private record Reader(Weights arrays, Map<String, Long> numbers) implements Archive {
    @Override
    public void floats(String name, float[] values) {
      float[] kept = arrays.values(name);
      System.arraycopy(kept, 0, values, 0, values.length);
    }

    @Override
    public float[] list(String name, float[] values, int length) {
      return Arrays.copyOf(arrays.values(name), Math.max(64, length));
    }

    @Override
    public long number(String name, long value) {
      return numbers.get(name);
    }
  }

  @Override
  public void close() {
    network.close();
  }
}
