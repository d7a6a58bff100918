package ludus.headless.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import ludus.core.random.Rng;
import ludus.headless.picture.Curve.Clock;
import org.junit.jupiter.api.Test;

class AxisTest {
  private static List<String> labels(Axis axis) {
    return axis.ticks().stream().map(axis::label).toList();
  }

  @Test
  void ticksAreRoundAndTheirLabelsShort() {
    assertEquals(
        List.of("0", "100", "200", "300", "400", "500"), labels(Axis.between(-20, 520, 7)));
    assertEquals(
        List.of("\u221220", "\u221210", "0", "10", "20"), labels(Axis.between(-22, 22, 7)));
    assertEquals(List.of("0", "0.2", "0.4", "0.6", "0.8", "1.0"), labels(Axis.between(0, 1, 6)));
    assertEquals(List.of("0", "20k", "40k", "60k"), labels(Axis.counting(60_000, 4)));
    assertEquals(List.of("0", "0.5M", "1.0M"), labels(Axis.counting(1_200_000, 4)));
    assertEquals(List.of("0", "2000", "4000", "6000"), labels(Axis.counting(6000, 4)));
    assertEquals(List.of("0", "1", "2", "3"), labels(Axis.counting(3, 8)));
  }

  @Test
  void whateverTheRangeTheStepIsOneTwoOrFiveAndTheTicksAreFewAndDistinct() {
    Rng rng = new Rng(8);
    for (int i = 0; i < 2000; i++) {
      double low = rng.uniform(-1, 1) * Math.pow(10, rng.nextInt(40) - 20);
      double high = low + rng.uniform(1e-3f, 1) * Math.pow(10, rng.nextInt(40) - 20);
      Axis axis = Axis.between(low, high, 7);
      double digit = axis.step() / Math.pow(10, Math.floor(Math.log10(axis.step()) + 1e-9));
      assertTrue(List.of(1L, 2L, 5L).contains(Math.round(digit)), "step " + axis.step());
      int count = axis.ticks().size();
      assertTrue(count >= 2 && count <= 8, count + " ticks from " + low + " to " + high);
      if (Math.max(Math.abs(low), Math.abs(high)) < 1e12 && axis.step() > 1e-4) {
        assertEquals(count, labels(axis).stream().distinct().count(), () -> "" + labels(axis));
      }
    }
  }

  @Test
  void aRangeWithoutWidthGetsSome() {
    for (double value : new double[] {0, 500, -21, 1e-30, 1e90}) {
      Axis axis = Axis.between(value, value, 7);
      assertTrue(axis.low() < value && value < axis.high(), "" + axis);
      assertTrue(axis.ticks().size() >= 2, "" + axis);
    }
  }

  @Test
  void numbersKeepTheDigitsThatMatter() {
    assertEquals("2.5M", Axis.number(2_500_000));
    assertEquals("50k", Axis.number(50_000));
    assertEquals("487", Axis.number(487.4));
    assertEquals("22.3", Axis.number(22.31));
    assertEquals("\u22120.5", Axis.number(-0.5));
    assertEquals("20", Axis.number(20));
    assertEquals("0", Axis.number(0));
    assertEquals("0.07", Axis.number(0.07));
  }

  @Test
  void timesAreRoundAndStandWhereTheRunHadGotTo() {
    // Ten steps a second for a minute, then twenty.
    List<TimeTicks> ticks = TimeTicks.along(List.of(new Clock(600, 60), new Clock(1800, 120)), 4);
    assertEquals(
        List.of(
            new TimeTicks(0, "0"),
            new TimeTicks(300, "30 s"),
            new TimeTicks(600, "60 s"),
            new TimeTicks(1200, "90 s"),
            new TimeTicks(1800, "120 s")),
        ticks);
    assertEquals("5 min", TimeTicks.along(List.of(new Clock(1, 1500)), 8).get(1).label());
    assertEquals("1 h", TimeTicks.along(List.of(new Clock(1, 15_000)), 8).get(1).label());
    assertEquals("0:30 h", TimeTicks.along(List.of(new Clock(1, 9000)), 8).get(1).label());
    assertEquals("0.2 s", TimeTicks.along(List.of(new Clock(1, 0.9)), 8).get(1).label());
    assertEquals(List.of(), TimeTicks.along(List.of(), 8));
    assertEquals(List.of(), TimeTicks.along(List.of(new Clock(9, 0)), 8));
  }
}
