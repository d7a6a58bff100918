package ludus.headless.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import ludus.headless.run.PolicyShelf.Kept;
import org.junit.jupiter.api.Test;

class PolicyShelfTest {
  private static List<Kept> kept(double... means) {
    List<Kept> kept = new ArrayList<>();
    for (double mean : means) {
      kept.add(new Kept(1000L * (kept.size() + 1), mean));
    }
    return kept;
  }

  @Test
  void earlyAndMiddleAreNearestToAThirdAndTwoThirdsOfTheWay() {
    List<Kept> kept = kept(-9, -4, -1, 6, 9);
    assertEquals(-4, PolicyShelf.nearest(kept, 1 / 3.0).mean());
    assertEquals(6, PolicyShelf.nearest(kept, 2 / 3.0).mean());
  }

  @Test
  void aRunThatWasGoodAtOnceHasOneOpponent() {
    List<Kept> kept = kept(500);
    assertEquals(500, PolicyShelf.nearest(kept, 1 / 3.0).mean());
    assertEquals(500, PolicyShelf.nearest(kept, 2 / 3.0).mean());
  }

  @Test
  void whatIsSparedLeavesTheScoresSpread() {
    assertEquals(2, PolicyShelf.spare(kept(0, 4, 5, 6, 10)));
    assertEquals(3, PolicyShelf.spare(kept(0, 4, 7, 9.5, 10)));
    assertEquals(1, PolicyShelf.spare(kept(0, 0.1, 0.2, 9, 10)));
  }
}
