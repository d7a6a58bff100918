package ludus.headless.table;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import ludus.agents.planning.PolicyEvaluation;
import ludus.agents.planning.PolicyIteration;
import ludus.agents.planning.ValueIteration;
import ludus.agents.tabular.MdpEpisodes;
import ludus.agents.tabular.TabularAgent;
import ludus.agents.tabular.TabularAlgorithm;
import ludus.agents.tabular.TabularOptions;
import ludus.core.game.GameCatalog;
import ludus.core.mdp.FiniteMdp;
import ludus.core.mdp.SmallWorld;
import ludus.core.mdp.ValueMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is known exactly of the small worlds, and whether the algorithms find it. */
class TruthTest {
  private static SmallWorld world(String name) {
    return (SmallWorld) GameCatalog.load().find(name);
  }

  /**
   * v* of the 5 × 5 grid in closed form. From A one earns 10 every fifth step, so v*(A) = 10 / (1 −
   * 0.9⁵) = 24.419; from B it is 5 and then the best way on; every other cell is the discounted
   * value of its best neighbour.
   */
  private static final double A = 10 / (1 - Math.pow(0.9, 5));

  private static final double[] STEPS_TO_A = {
    1, 0, 1, Double.NaN, 3, //
    2, 1, 2, 3, 4, //
    3, 2, 3, 4, 5, //
    4, 3, 4, 5, 6, //
    5, 4, 5, 6, 7
  };

  private static double gridValue(int cell) {
    return cell == 3
        ? 5 + 0.9 * A * Math.pow(0.9, 4)
        : cell == 4 ? 0.9 * gridValue(3) : A * Math.pow(0.9, STEPS_TO_A[cell]);
  }

  @ParameterizedTest
  @ValueSource(strings = {"value-iteration", "policy-iteration"})
  void plannersFindTheValuesOfTheGrid(String algorithm) {
    TableStudy study = TableStudy.of(world("gridworld"), algorithm, 1);
    study.advance(200);
    for (ValueMap.Spot spot : study.map().spots()) {
      assertEquals(gridValue(spot.state()), spot.value(), 1e-3, "cell " + spot.state());
    }
    // q* where the book's figure 3.5 shows two equal arrows, and against the edge.
    assertEquals(List.of(0, 3), study.map().spots().get(7).greedy(), "north and west");
    assertEquals(-1 + 0.9 * gridValue(0), study.q()[0][0], 1e-3);
    assertEquals(List.of(0, 1, 2, 3), study.map().spots().get(1).greedy(), "A takes any action");
  }

  @Test
  void qLearningFindsThemToo() {
    FiniteMdp mdp = world("gridworld").mdp();
    TabularAgent agent =
        TabularAlgorithm.Q_LEARNING.create(25, 4, TabularOptions.of(1, 0.9f, 1), 3);
    MdpEpisodes episodes = new MdpEpisodes(mdp, agent, 100, true, 4);
    while (episodes.steps() < 100_000) {
      episodes.step();
    }
    ValueIteration truth = new ValueIteration(mdp, 0.9f);
    truth.solve(1e-9);
    for (int s = 0; s < 25; s++) {
      for (int a = 0; a < 4; a++) {
        assertEquals(truth.q()[s][a], agent.q().get(s, a), 1e-3, "cell " + s + ", action " + a);
      }
    }
  }

  @Test
  void theCorridorIsWorthWhatItsBestWaysEarn() {
    // From the right: 9 is the end; 8 and 7 reach it; 6 jumps over 7; 5 jumps to 7; 4 steps to 5;
    // 3 jumps to 5; 2 jumps to 4; 1 steps to 2; 0 jumps to 2.
    double[] v = {6, 6, 7, 8, 8, 9, 9, 10, 10, 0};
    for (String algorithm : List.of("value-iteration", "policy-iteration", "q-learning")) {
      TableStudy study = TableStudy.of(world("corridor"), algorithm, 1);
      study.advance(algorithm.equals("q-learning") ? 200_000 : 100);
      for (int s = 0; s < v.length; s++) {
        assertEquals(v[s], study.map().spots().get(s).value(), 1e-3, algorithm + ", cell " + s);
      }
      assertEquals(List.of(0, 2, 4, 5, 7, 9), study.map().path());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"gridworld", "corridor", "cliff", "robot/3x3"})
  void policyIterationIsValueIteration(String name) {
    FiniteMdp mdp = world(name).mdp();
    ValueIteration values = new ValueIteration(mdp, 0.9);
    PolicyIteration policies = new PolicyIteration(mdp, 0.9);
    values.solve(1e-12);
    policies.solve(1e-12);
    assertArrayEquals(values.v(), policies.v(), 1e-9);
  }

  @Test
  void chanceIsWorthInTheGridWhatTheBookSays() {
    FiniteMdp mdp = world("gridworld").mdp();
    double[] v = PolicyEvaluation.of(mdp, 0.9, PolicyEvaluation.chance(mdp));
    // Sutton and Barto (2018), figure 3.2: the first row.
    double[] row = {3.3, 8.8, 4.4, 5.3, 1.5};
    for (int i = 0; i < row.length; i++) {
      assertEquals(row[i], v[i], 0.05);
    }
  }

  /** Example 6.6: the mean return of the last 200 of 700 episodes, ε 0.1 all along. */
  private static double onlineReturn(TabularAgent agent) {
    MdpEpisodes episodes = new MdpEpisodes(world("cliff").mdp(), agent, 10_000, false, 5);
    double sum = 0;
    for (int e = 0; e < 700; e++) {
      double earned = episodes.episode();
      sum += e >= 500 ? earned / 200 : 0;
    }
    return sum;
  }

  private static ValueMap map(TabularAgent agent) {
    double[][] q = new double[38][4];
    for (int s = 0; s < 38; s++) {
      for (int a = 0; a < 4; a++) {
        q[s][a] = agent.q().get(s, a);
      }
    }
    return ValueMap.of(world("cliff").mdp(), q);
  }

  @Test
  void sarsaTakesTheSafeRoadAndQLearningTheEdge() {
    TabularOptions options = TabularOptions.of(0.5f, 1, 0.1f);
    TabularAgent q = TabularAlgorithm.Q_LEARNING.create(38, 4, options, 1);
    // A smaller step keeps SARSA's way steady, whose targets depend on luck.
    TabularAgent sarsa = TabularAlgorithm.SARSA.create(38, 4, TabularOptions.of(0.1f, 1, 0.1f), 1);
    double qReturn = onlineReturn(q);
    double sarsaReturn = onlineReturn(sarsa);
    assertTrue(sarsaReturn > -30 && qReturn < sarsaReturn - 10, qReturn + " " + sarsaReturn);

    ValueMap edge = map(q);
    assertTrue(edge.pathEnds());
    assertEquals(14, edge.path().size(), "thirteen moves");
    assertEquals(10, edge.path().stream().filter(s -> s > 24 && s < 35).count(), "along the edge");
    ValueMap safe = map(sarsa);
    assertTrue(safe.pathEnds());
    assertTrue(safe.path().size() > 14, safe.path().toString());
    assertTrue(
        safe.path().stream().filter(s -> s > 24 && s < 35).count() <= 1, safe.path().toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"gridworld", "cliff"})
  void dynaQNeedsFewerRealStepsThanQLearning(String name) {
    double dyna = 0;
    double plain = 0;
    for (int seed = 0; seed < 10; seed++) {
      dyna += stepsToNearlyTheBest(name, "dyna-q", seed);
      plain += stepsToNearlyTheBest(name, "q-learning", seed);
    }
    assertTrue(2 * dyna < plain, dyna + " " + plain);
  }

  private static long stepsToNearlyTheBest(String name, String algorithm, long seed) {
    FiniteMdp mdp = world(name).mdp();
    TableStudy study = TableStudy.of(world(name), algorithm, seed);
    while (name.equals("cliff")
        ? !study.map().pathEnds() || study.map().path().size() > 14
        : worthOfGreed(mdp, study) < 0.95 * gridValue(24)) {
      study.advance(20);
      assertTrue(study.steps() < 200_000, algorithm + " does not get there");
    }
    return study.steps();
  }

  /** What greedy behaviour is really worth in the lower right corner of the grid. */
  private static double worthOfGreed(FiniteMdp mdp, TableStudy study) {
    double[][] policy = new double[mdp.states()][mdp.actions()];
    for (ValueMap.Spot spot : study.map().spots()) {
      policy[spot.state()][spot.greedy().get(0)] = 1;
    }
    return PolicyEvaluation.of(mdp, 0.9, policy)[24];
  }

  @Test
  void theSameSeedGivesTheSameStudy() {
    TableStudy one = TableStudy.of(world("cliff"), "sarsa", 9);
    TableStudy two = TableStudy.of(world("cliff"), "sarsa", 9);
    one.advance(1_000);
    two.advance(400);
    two.map();
    two.advance(600);
    assertEquals(one.map(), two.map());
    assertEquals(one.state(), two.state());
  }
}
