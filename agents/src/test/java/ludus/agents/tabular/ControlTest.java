package ludus.agents.tabular;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import ludus.agents.explore.Schedule;
import ludus.agents.planning.ValueIteration;
import ludus.core.mdp.FiniteMdp;
import ludus.core.mdp.FiniteMdpBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ControlTest {
  private static final int CELLS = 8;
  private static final TabularOptions OPTIONS = TabularOptions.of(0.2f, 0.9f, 0.2f);

  /** A corridor of cells; every step to the left or right costs 1, the right end earns 10. */
  private static FiniteMdp corridor() {
    FiniteMdpBuilder world =
        FiniteMdp.builder(
            "corridor",
            IntStream.range(0, CELLS).mapToObj(i -> "cell " + i).toList(),
            List.of("left", "right"));
    for (int s = 0; s < CELLS - 1; s++) {
      world.outcome(s, 0, Math.max(0, s - 1), -1);
      world.outcome(s, 1, s + 1, s + 1 == CELLS - 1 ? 10 : -1);
    }
    return world.start(0, 1).terminal(CELLS - 1).build();
  }

  private static TabularAgent agent(TabularAlgorithm algorithm, TabularOptions options) {
    return algorithm.create(CELLS, 2, options, 7);
  }

  private static TabularAgent trained(TabularAlgorithm algorithm, TabularOptions options, int n) {
    TabularAgent agent = agent(algorithm, options);
    MdpEpisodes episodes = new MdpEpisodes(corridor(), agent, 100, false, 1);
    while (episodes.steps() < n) {
      episodes.step();
    }
    return agent;
  }

  @ParameterizedTest
  @EnumSource
  void everyAlgorithmFindsTheWay(TabularAlgorithm algorithm) {
    QTable q = trained(algorithm, OPTIONS, 20_000).q();
    for (int s = 0; s < CELLS - 1; s++) {
      assertEquals(1, q.greedy(s), "cell " + s);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"Q_LEARNING", "WATKINS_LAMBDA", "DYNA_Q"})
  void offPolicyAlgorithmsFindTheValuesOfTheBestBehaviour(TabularAlgorithm algorithm) {
    ValueIteration truth = new ValueIteration(corridor(), OPTIONS.gamma());
    truth.solve(1e-12);
    // Watkins's Q(λ) forgets what it learned from ways that were not greedy yet.
    QTable q = trained(algorithm, TabularOptions.of(0.2f, 0.9f, 0.4f), 100_000).q();
    for (int s = 0; s < CELLS - 1; s++) {
      for (int a = 0; a < 2; a++) {
        assertEquals(truth.q()[s][a], q.get(s, a), 1e-3, "cell " + s + ", action " + a);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"SARSA", "EXPECTED_SARSA", "N_STEP_SARSA", "SARSA_LAMBDA"})
  void onPolicyAlgorithmsFindThemTooOnceTheyExploreNoMore(TabularAlgorithm algorithm) {
    ValueIteration truth = new ValueIteration(corridor(), OPTIONS.gamma());
    truth.solve(1e-12);
    TabularOptions settling = OPTIONS.withEpsilon(new Schedule.Linear(1, 0, 20_000));
    QTable q = trained(algorithm, settling, 60_000).q();
    for (int s = 0; s < CELLS - 1; s++) {
      assertEquals(truth.v()[s], q.max(s), 1e-3, "cell " + s);
    }
  }

  @Test
  void exploringStartsFindTheBestBehaviourWithoutAnyOtherExploration() {
    TabularAgent agent =
        agent(
            TabularAlgorithm.MONTE_CARLO, TabularOptions.of(0, 0.9f, 0).withExploringStarts(true));
    MdpEpisodes episodes = new MdpEpisodes(corridor(), agent, 100, true, 1);
    while (episodes.steps() < 50_000) {
      episodes.step();
    }
    for (int s = 0; s < CELLS - 1; s++) {
      assertEquals(1, agent.q().greedy(s), "cell " + s);
    }
  }

  @Test
  void oneStepSarsaAndSarsaWithoutTracesAreSarsa() {
    float[] sarsa = trained(TabularAlgorithm.SARSA, OPTIONS, 5_000).q().values();
    assertArrayEquals(
        sarsa, trained(TabularAlgorithm.N_STEP_SARSA, OPTIONS.withSteps(1), 5_000).q().values());
    assertArrayEquals(
        sarsa, trained(TabularAlgorithm.SARSA_LAMBDA, OPTIONS.withLambda(0), 5_000).q().values());
  }

  @Test
  void watkinsWithoutTracesAndDynaWithoutPlanningAreQLearning() {
    TabularOptions greedy = TabularOptions.of(0.2f, 0.9f, 0.2f);
    float[] q = trained(TabularAlgorithm.Q_LEARNING, greedy, 5_000).q().values();
    assertArrayEquals(
        q, trained(TabularAlgorithm.WATKINS_LAMBDA, greedy.withLambda(0), 5_000).q().values());
    assertArrayEquals(
        q, trained(TabularAlgorithm.DYNA_Q, greedy.withPlanningSteps(0), 5_000).q().values());
  }

  @Test
  void theErrorOfOneStepIsThatOfTheEquation() {
    QLearning agent = new QLearning(2, 2, TabularOptions.of(0.5f, 0.9f, 0), 1);
    agent.q().set(1, 0, 4);
    agent.q().set(1, 1, 6);
    int a = agent.begin(0);
    agent.step(1, 1);
    assertEquals(1 + 0.9 * 6, agent.error(), 1e-6);
    assertEquals(0.5 * (1 + 0.9 * 6), agent.q().get(0, a), 1e-6);
    ExpectedSarsa expected = new ExpectedSarsa(2, 2, TabularOptions.of(0.5f, 0.9f, 0.2f), 1);
    expected.q().set(1, 0, 4);
    expected.q().set(1, 1, 6);
    expected.begin(0);
    expected.truncate(1, 1);
    assertEquals(1 + 0.9 * (0.9 * 6 + 0.1 * 4), expected.error(), 1e-5);
  }

  @Test
  void anEpisodeThatIsCutOffBootstrapsAndOneThatEndsDoesNot() {
    for (TabularAlgorithm algorithm : TabularAlgorithm.values()) {
      TabularAgent cut = agent(algorithm, TabularOptions.of(1, 0.5f, 0));
      cut.q().set(3, 1, 8);
      int a = cut.begin(2);
      cut.truncate(1, 3);
      assertEquals(1 + 0.5 * 8, cut.q().get(2, a), 1e-6, algorithm.title());
      TabularAgent ended = agent(algorithm, TabularOptions.of(1, 0.5f, 0));
      a = ended.begin(2);
      ended.terminate(1);
      assertEquals(1, ended.q().get(2, a), 1e-6, algorithm.title());
    }
  }

  @Test
  void planningNeedsFewerRealSteps() {
    assertTrue(
        3 * stepsToTheWay(TabularAlgorithm.DYNA_Q) < stepsToTheWay(TabularAlgorithm.Q_LEARNING));
  }

  /** Real steps until the greedy way leads from the start to the end, the mean of 20 seeds. */
  private static double stepsToTheWay(TabularAlgorithm algorithm) {
    double sum = 0;
    for (int seed = 0; seed < 20; seed++) {
      TabularAgent agent = algorithm.create(CELLS, 2, OPTIONS.withPlanningSteps(50), seed);
      MdpEpisodes episodes = new MdpEpisodes(corridor(), agent, 1_000, false, seed);
      while (!IntStream.range(0, CELLS - 1).allMatch(s -> agent.q().greedy(s) == 1)) {
        episodes.step();
      }
      sum += episodes.steps() / 20.0;
    }
    return sum;
  }

  @ParameterizedTest
  @EnumSource
  void whatAnAgentKeepsLetsItGoOnAsIfNothingHadHappened(TabularAlgorithm algorithm) {
    TabularAgent straight = agent(algorithm, OPTIONS);
    drive(straight, 0, 400);
    TabularAgent first = agent(algorithm, OPTIONS);
    drive(first, 0, 150);
    Shelf shelf = new Shelf();
    first.keep(shelf);
    shelf.reading = true;
    TabularAgent second = agent(algorithm, OPTIONS);
    second.keep(shelf);
    drive(second, 150, 400);
    assertArrayEquals(straight.q().values(), second.q().values());
  }

  /** Steps through a world that answers in a way of its own, whatever the agent does. */
  private static void drive(TabularAgent agent, int from, int to) {
    for (int t = from; t < to; t++) {
      int state = t * 5 % (CELLS - 1);
      double reward = t % 3 - 1;
      if (t % 37 == 0) {
        agent.begin(state);
      } else if (t % 37 == 36 && t % 2 == 0) {
        agent.terminate(reward);
      } else if (t % 37 == 36) {
        agent.truncate(reward, state);
      } else {
        agent.step(reward, state);
      }
    }
  }

  private static final class Shelf implements Archive {
    private final Map<String, float[]> arrays = new HashMap<>();
    private final Map<String, Long> numbers = new HashMap<>();
    private boolean reading;

    @Override
    public void floats(String name, float[] values) {
      list(name, values, values.length);
      if (reading) {
        System.arraycopy(arrays.get(name), 0, values, 0, values.length);
      }
    }

    @Override
    public float[] list(String name, float[] values, int length) {
      if (reading) {
        return arrays.get(name).clone();
      }
      arrays.put(name, Arrays.copyOf(values, Math.max(1, length)));
      return values;
    }

    @Override
    public long number(String name, long value) {
      if (!reading) {
        numbers.put(name, value);
      }
      return numbers.get(name);
    }
  }

  @Test
  void aStepSizeOfOneOverNIsThePlainMean() {
    MonteCarloControl agent = new MonteCarloControl(1, 1, TabularOptions.of(0, 1, 0), 1);
    double sum = 0;
    for (int i = 1; i <= 10; i++) {
      agent.begin(0);
      agent.terminate(i);
      sum += i;
      assertEquals(sum / i, agent.q().get(0, 0), 1e-5);
    }
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class,
            () -> agent(TabularAlgorithm.SARSA_LAMBDA, TabularOptions.of(0, 1, 0)));
    assertTrue(e.getMessage().contains("learning_rate"), e.getMessage());
  }
}
