package ludus.games.robot;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ludus.core.game.GameInfo;
import ludus.core.game.GameInfo.Feature;
import ludus.core.game.GameInfo.Figure;

/**
 * One form of the game.
 *
 * @param word what follows the slash in its name, "" for the plain game
 * @param about a few words for people
 * @param size rows and columns
 * @param maps which maps it uses
 * @param levels how many different maps there are, 0 for no bound
 * @param view whose picture it is
 */
record RobotVariant(
    String word, String about, int size, RobotLevels.Maps maps, int levels, View view) {
  /** How the grid is looked at. */
  enum View {
    /** The grid lies still and the robot moves. */
    ABOVE,
    /** The robot is in the middle and looks up; the grid turns and moves. */
    ROBOT
  }

  private static final String GAME = "robot";
  private static final int VERSION = 2;
  private static final int TICKS_PER_SECOND = 6;

  static final RobotVariant PLAIN =
      new RobotVariant(
          "", "8 × 8, every map of the training half", 8, RobotLevels.Maps.TRAINING, 0, View.ROBOT);

  static final RobotVariant CLASSIC =
      new RobotVariant(
          "3x3",
          "3 × 3 without obstacles: 36 poses, for tables",
          3,
          RobotLevels.Maps.OPEN,
          0,
          View.ABOVE);

  /** All variants but the plain one, by their words. */
  static final Map<String, RobotVariant> OTHERS = others();

  private static Map<String, RobotVariant> others() {
    List<RobotVariant> all = new ArrayList<>();
    all.add(CLASSIC);
    all.add(
        new RobotVariant(
            "12x12", "12 × 12, seen from above", 12, RobotLevels.Maps.ANY, 0, View.ABOVE));
    all.add(
        new RobotVariant(
            "above", "8 × 8, seen from above", 8, RobotLevels.Maps.TRAINING, 0, View.ABOVE));
    all.add(
        new RobotVariant(
            "test",
            "8 × 8, maps that no training map equals",
            8,
            RobotLevels.Maps.TEST,
            0,
            View.ROBOT));
    for (int levels : new int[] {1, 10, 100, 1000}) {
      String about = levels == 1 ? "8 × 8, one training map" : "8 × 8, %d training maps";
      all.add(
          new RobotVariant(
              "levels-" + levels,
              about.formatted(levels),
              8,
              RobotLevels.Maps.TRAINING,
              levels,
              View.ROBOT));
    }
    Map<String, RobotVariant> byWord = new LinkedHashMap<>();
    all.forEach(v -> byWord.put(v.word, v));
    return byWord;
  }

  GameInfo info() {
    String name = word.isEmpty() ? GAME : GAME + "/" + word;
    return GameInfo.of(name)
        .picture(view == View.ROBOT ? GAME : name)
        .version(VERSION)
        .title("Robot")
        .summary("Steer a robot round the obstacles to its target.")
        .actions("left", "right", "forward")
        .features(features())
        .figures(
            new Figure("success", Figure.WHETHER),
            new Figure("path ratio", ""),
            new Figure("bumps", ""))
        .ticksPerSecond(TICKS_PER_SECOND)
        .tickLimit(RobotMap.poses(size))
        .build();
  }

  private List<Feature> features() {
    int most = size - 1;
    List<Feature> features = new ArrayList<>();
    features.add(new Feature("row", "cells", 0, most));
    features.add(new Feature("column", "cells", 0, most));
    features.add(new Feature("heading east", "", -1, 1));
    features.add(new Feature("heading south", "", -1, 1));
    features.add(new Feature("target ahead", "cells", -most, most));
    features.add(new Feature("target to the right", "cells", -most, most));
    features.add(new Feature("blocked ahead", "", 0, 1));
    features.add(new Feature("blocked to the left", "", 0, 1));
    features.add(new Feature("blocked to the right", "", 0, 1));
    for (int cell = 0; cell < size * size; cell++) {
      features.add(new Feature("obstacle at %d, %d".formatted(cell / size, cell % size), "", 0, 1));
    }
    return features;
  }
}
