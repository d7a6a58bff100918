package ludus.core.mdp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.Consumer;
import ludus.core.random.Rng;
import org.junit.jupiter.api.Test;

/**
 * The recycling robot of Sutton and Barto (2018), example 3.3, with α = 0.75, β = 0.5, and rewards
 * 2 for searching, 1 for waiting, −3 for being rescued; and an end for whoever recharges.
 */
class FiniteMdpTest {
  private static final int HIGH = 0;
  private static final int LOW = 1;
  private static final int DONE = 2;
  private static final int SEARCH = 0;
  private static final int WAIT = 1;

  private static FiniteMdpBuilder robot() {
    return FiniteMdp.builder("recycling", List.of("high", "low", "done"), List.of("search", "wait"))
        .outcome(HIGH, SEARCH, 0.75, HIGH, 2)
        .outcome(HIGH, SEARCH, 0.25, LOW, 2)
        .outcome(HIGH, WAIT, HIGH, 1)
        .outcome(LOW, SEARCH, 0.5, LOW, 2)
        .outcome(LOW, SEARCH, 0.5, HIGH, -3)
        .outcome(LOW, WAIT, DONE, 0)
        .terminal(DONE)
        .start(HIGH, 0.9)
        .start(LOW, 0.1);
  }

  @Test
  void theTableSaysWhatWasWritten() {
    FiniteMdp mdp = robot().build();
    assertEquals(3, mdp.states());
    assertEquals(2, mdp.actions());
    assertEquals("low", mdp.stateNames().get(LOW));
    assertEquals("wait", mdp.actionNames().get(WAIT));
    assertEquals(2, mdp.outcomes(LOW, SEARCH));
    assertEquals(0.5, mdp.probability(LOW, SEARCH, 1));
    assertEquals(HIGH, mdp.next(LOW, SEARCH, 1));
    assertEquals(-3, mdp.reward(LOW, SEARCH, 1));
    assertEquals(-0.5, mdp.expectedReward(LOW, SEARCH));
    assertEquals(0, mdp.outcomes(DONE, WAIT));
    assertEquals(0, mdp.expectedReward(DONE, WAIT));
    assertTrue(mdp.terminal(DONE));
    assertFalse(mdp.terminal(LOW));
    assertTrue(mdp.episodic());
    assertEquals(0.9, mdp.start(HIGH));
  }

  @Test
  void aBackupIsTheEquationByHand() {
    FiniteMdp mdp = robot().build();
    double[] v = {10, 4, 0};
    // 0.5 (2 + 0.9 · 4) + 0.5 (−3 + 0.9 · 10)
    assertEquals(5.8, mdp.backup(LOW, SEARCH, 0.9, v), 1e-12);
    assertEquals(0, mdp.backup(LOW, WAIT, 0.9, v));
  }

  @Test
  void samplesComeAsOftenAsTheTableSays() {
    FiniteMdp mdp = robot().build();
    Rng rng = new Rng(1);
    int stays = 0;
    int starts = 0;
    for (int i = 0; i < 100_000; i++) {
      stays += mdp.next(HIGH, SEARCH, mdp.sample(HIGH, SEARCH, rng)) == HIGH ? 1 : 0;
      starts += mdp.sampleStart(rng) == LOW ? 1 : 0;
    }
    assertEquals(75_000, stays, 700);
    assertEquals(10_000, starts, 500);
  }

  @Test
  void aSampleTakesOneRandomNumberWhateverTheTableSays() {
    FiniteMdp mdp = robot().build();
    Rng rng = new Rng(1);
    Rng same = new Rng(1);
    mdp.sample(HIGH, WAIT, rng);
    mdp.sampleStart(rng);
    same.nextDouble();
    same.nextDouble();
    assertEquals(same.state(), rng.state());
  }

  @Test
  void aTableThatMakesNoSenseIsRefusedWithItsPlace() {
    refused("(high, search) of recycling sum to 1.25", b -> b.outcome(HIGH, SEARCH, 0.25, LOW, 0));
    refused("next states 0 to 2, got 3", b -> b.outcome(HIGH, SEARCH, 3, 0));
    refused("states 0 to 2, got -1", b -> b.outcome(-1, SEARCH, 0, 0));
    refused("actions 0 to 1, got 2", b -> b.outcome(HIGH, 2, 0, 0));
    refused("over 0 and at most 1, was 0.0", b -> b.outcome(HIGH, SEARCH, 0, LOW, 0));
    refused("over 0 and at most 1, was 1.5", b -> b.outcome(HIGH, SEARCH, 1.5, LOW, 0));
    refused("over 0 and at most 1, was NaN", b -> b.outcome(HIGH, SEARCH, Double.NaN, LOW, 0));
    refused("no number", b -> b.outcome(HIGH, SEARCH, 0.1, LOW, Double.NaN));
    refused("(done, wait) of recycling is terminal", b -> b.outcome(DONE, WAIT, HIGH, 0));
    refused("low is terminal", b -> b.terminal(LOW));
    refused("start probabilities of recycling sum to 0.5", b -> b.start(HIGH, 0.4));
    refused("from 0 to 1, was -0.5", b -> b.start(HIGH, -0.5));
    refused(
        "layout of recycling is of 2 states",
        b -> b.layout(GridLayout.of(1, 2, List.of(0, 1), List.of(-1, -1))));
    assertThrows(
        IllegalArgumentException.class,
        () -> FiniteMdp.builder("twins", List.of("a", "a"), List.of("b")));
    assertThrows(
        IllegalArgumentException.class, () -> FiniteMdp.builder("empty", List.of(), List.of("b")));
  }

  private static void refused(String message, Consumer<FiniteMdpBuilder> change) {
    FiniteMdpBuilder builder = robot();
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class,
            () -> {
              change.accept(builder);
              builder.build();
            });
    assertTrue(e.getMessage().contains(message), e.getMessage());
  }

  @Test
  void aMissingOutcomeIsRefused() {
    FiniteMdpBuilder builder =
        FiniteMdp.builder("gap", List.of("a", "b"), List.of("go")).outcome(0, 0, 1, 0).start(0, 1);
    assertThrows(IllegalArgumentException.class, builder::build);
  }

  @Test
  void askingForWhatDoesNotExistIsAnError() {
    FiniteMdp mdp = robot().build();
    Rng rng = new Rng(1);
    assertThrows(IndexOutOfBoundsException.class, () -> mdp.next(HIGH, WAIT, 1));
    assertThrows(IndexOutOfBoundsException.class, () -> mdp.next(HIGH, 2, 0));
    assertThrows(IndexOutOfBoundsException.class, () -> mdp.outcomes(3, 0));
    assertThrows(IllegalArgumentException.class, () -> mdp.sample(DONE, WAIT, rng));
  }

  @Test
  void aFinishedWorldDoesNotFollowItsBuilder() {
    FiniteMdpBuilder builder = robot();
    FiniteMdp mdp = builder.build();
    builder.outcome(HIGH, WAIT, 0.5, LOW, 7).terminal(LOW).start(LOW, 0.7);
    assertEquals(1, mdp.outcomes(HIGH, WAIT));
    assertFalse(mdp.terminal(LOW));
    assertEquals(0.1, mdp.start(LOW));
  }

  @Test
  void aLayoutPlacesStatesOnAGrid() {
    GridLayout layout = GridLayout.of(2, 3, List.of(5, 0), List.of(GridLayout.UP, GridLayout.NONE));
    assertEquals(1, layout.row(0));
    assertEquals(2, layout.column(0));
    assertEquals(GridLayout.NONE, layout.headings().get(1));
    assertThrows(IllegalArgumentException.class, () -> GridLayout.of(2, 3, List.of(6), List.of()));
    assertThrows(IllegalArgumentException.class, () -> GridLayout.of(2, 3, List.of(0), List.of(4)));
    GridLayout row = robot().build().layout();
    assertEquals(1, row.rows());
    assertEquals(2, row.column(2));
  }
}
