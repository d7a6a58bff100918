package ludus.games.robot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RobotLevelsTest {
  /** The maps (obstacles and target) that these seeds make. */
  private static Set<String> maps(RobotVariant variant, int seeds) {
    RobotMap map = new RobotMap(variant.size());
    RobotLevels levels = new RobotLevels(variant, map);
    Set<String> maps = new HashSet<>();
    for (int seed = 0; seed < seeds; seed++) {
      levels.make(seed);
      StringBuilder text = new StringBuilder().append(map.target());
      for (int cell = 0; cell < map.cells(); cell++) {
        text.append(map.obstacle(cell) ? '#' : '.');
      }
      maps.add(text.toString());
    }
    return maps;
  }

  @Test
  void numberedVariantsHaveExactlyTheirNumberOfMaps() {
    for (int n : new int[] {1, 10, 100}) {
      assertEquals(n, maps(RobotVariant.OTHERS.get("levels-" + n), 2_000).size());
    }
  }

  @Test
  void aSmallerSetOfNumberedMapsIsPartOfALargerOne() {
    Set<String> hundred = maps(RobotVariant.OTHERS.get("levels-100"), 2_000);
    assertTrue(hundred.containsAll(maps(RobotVariant.OTHERS.get("levels-10"), 500)));
    assertTrue(hundred.containsAll(maps(RobotVariant.OTHERS.get("levels-1"), 10)));
  }

  @Test
  void oneMapIsStartedFromManyPoses() {
    RobotVariant one = RobotVariant.OTHERS.get("levels-1");
    RobotLevels levels = new RobotLevels(one, new RobotMap(one.size()));
    Set<Integer> starts = new HashSet<>();
    for (int seed = 0; seed < 1_000; seed++) {
      starts.add(levels.make(seed));
    }
    assertTrue(starts.size() > 60, "only " + starts.size() + " starts");
  }

  @Test
  void noTestMapIsATrainingMap() {
    for (RobotVariant variant : RobotVariant.OTHERS.values()) {
      if (variant.maps() == RobotLevels.Maps.TRAINING || variant.maps() == RobotLevels.Maps.TEST) {
        RobotMap map = new RobotMap(variant.size());
        RobotLevels levels = new RobotLevels(variant, map);
        for (int seed = 0; seed < 2_000; seed++) {
          levels.make(seed);
          assertEquals(variant.maps(), RobotLevels.half(map));
        }
      }
    }
    Set<String> test = maps(RobotVariant.OTHERS.get("test"), 3_000);
    assertTrue(test.size() > 2_990, "test maps repeat: " + test.size());
    Set<String> training = maps(RobotVariant.PLAIN, 3_000);
    assertTrue(training.size() > 2_990, "training maps repeat: " + training.size());
    test.retainAll(training);
    assertTrue(test.isEmpty());
  }

  @Test
  void mapsAreNeitherEmptyNorFull() {
    for (String map : maps(RobotVariant.PLAIN, 2_000)) {
      long obstacles = map.chars().filter(c -> c == '#').count();
      assertFalse(obstacles < 3 || obstacles > 36, obstacles + " obstacles");
    }
  }
}
