package ludus.agents.planning;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import ludus.core.mdp.FiniteMdp;
import ludus.core.mdp.FiniteMdpBuilder;
import ludus.core.random.Rng;
import org.junit.jupiter.api.Test;

class PlannersTest {
  /** A world of chance: every action leads to three states, somewhere, and earns something. */
  private static FiniteMdp anyWorld(long seed) {
    int states = 12;
    Rng rng = new Rng(seed);
    FiniteMdpBuilder world =
        FiniteMdp.builder(
            "any",
            IntStream.range(0, states).mapToObj(i -> "s" + i).toList(),
            List.of("a", "b", "c"));
    for (int s = 0; s < states - 1; s++) {
      for (int a = 0; a < 3; a++) {
        world.outcome(s, a, 0.5, rng.nextInt(states), rng.nextGaussian());
        world.outcome(s, a, 0.25, rng.nextInt(states), rng.nextGaussian());
        world.outcome(s, a, 0.25, rng.nextInt(states), rng.nextGaussian());
      }
    }
    return world.start(0, 1).terminal(states - 1).build();
  }

  @Test
  void valueIterationAndPolicyIterationAgree() {
    for (int seed = 0; seed < 20; seed++) {
      ValueIteration values = new ValueIteration(anyWorld(seed), 0.9);
      PolicyIteration policies = new PolicyIteration(anyWorld(seed), 0.9);
      int sweeps = values.solve(1e-12);
      int rounds = policies.solve(1e-12);
      assertArrayEquals(values.v(), policies.v(), 1e-9);
      assertTrue(rounds < 12 && rounds < sweeps, rounds + " " + sweeps);
    }
  }

  @Test
  void noRoundOfPolicyIterationMakesAnyStateWorse() {
    PolicyIteration planner = new PolicyIteration(anyWorld(5), 0.9);
    planner.sweep();
    double[] before = planner.v().clone();
    while (planner.sweep() > 1e-12) {
      for (int s = 0; s < before.length; s++) {
        assertTrue(planner.v()[s] >= before[s] - 1e-9);
        before[s] = planner.v()[s];
      }
    }
  }

  @Test
  void anEndlessWorldIsWorthOneOverOneMinusGamma() {
    FiniteMdp world =
        FiniteMdp.builder("endless", List.of("here"), List.of("stay"))
            .outcome(0, 0, 0, 1)
            .start(0, 1)
            .build();
    ValueIteration planner = new ValueIteration(world, 0.99);
    planner.solve(1e-9);
    assertEquals(100, planner.v()[0], 1e-5);
    assertEquals(100, PolicyEvaluation.of(world, 0.99, new double[][] {{1}})[0], 1e-9);
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> new ValueIteration(world, 1));
    assertTrue(e.getMessage().contains("below 1"), e.getMessage());
  }

  @Test
  void aBehaviourThatNeverEndsHasNoValueWithoutADiscount() {
    FiniteMdp world =
        FiniteMdp.builder("trap", List.of("here", "end"), List.of("stay", "go"))
            .outcome(0, 0, 0, -1)
            .outcome(0, 1, 1, -1)
            .start(0, 1)
            .terminal(1)
            .build();
    double[][] stay = {{1, 0}, {1, 0}};
    assertThrows(IllegalArgumentException.class, () -> PolicyEvaluation.of(world, 1, stay));
    PolicyIteration planner = new PolicyIteration(world, 1);
    planner.solve(1e-12);
    assertEquals(-1, planner.v()[0], 1e-12);
  }
}
