package ludus.games.braking;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import ludus.core.game.GameInfo;
import ludus.core.game.GameInfo.Feature;
import ludus.core.game.GameInfo.Figure;
import ludus.core.game.GameInfo.Range;

/**
 * One of the forms that the game comes in.
 *
 * @param word what follows the slash in its name; empty for the plain game
 * @param about a few words for people
 * @param ticksPerSecond the sampling rate
 * @param pedal whether a pedal is moved instead of one of four actions taken
 * @param unseen whether the scenarios are those kept for evaluation
 */
record Variant(String word, String about, int ticksPerSecond, boolean pedal, boolean unseen) {
  static final int VERSION = 2;
  static final int SECONDS = 30;

  /** Levels of the pedal from −1 to 1; odd, so that 0 is one of them. */
  static final int LEVELS = 101;

  static final Range PEDAL = new Range(-1, 1);
  static final Variant PLAIN = new Variant("", "four actions, 20 ticks a second", 20, false, false);

  private static final List<Feature> FEATURES =
      List.of(
          new Feature("speed", "m/s", 0, 30),
          new Feature("front wheel speed", "m/s", 0, 35),
          new Feature("rear wheel speed", "m/s", 0, 35),
          new Feature("acceleration", "m/s²", -20, 5),
          new Feature("cruising speed", "m/s", 0, 30),
          new Feature("distance", "m", -10, Scenario.FARTHEST),
          new Feature("line pressure", "", 0, 1),
          new Feature("front brake pressure", "", 0, 1),
          new Feature("rear brake pressure", "", 0, 1),
          new Feature("anti-lock lamp", "", 0, 1),
          new Feature("other vehicle", "m", -16, 16),
          new Feature("other vehicle's velocity", "m/s", -6, 6),
          new Feature("other vehicle lengthwise", "", 0, 1));

  private static final List<Figure> FIGURES =
      List.of(
          new Figure("collision", Figure.WHETHER),
          new Figure("impact speed", "m/s"),
          new Figure("stopping margin", "m"),
          new Figure("time lost", "s"));

  /** All but the plain game, by their words. */
  static Map<String, Variant> others() {
    Map<String, Variant> all = new LinkedHashMap<>();
    for (Variant variant :
        List.of(
            new Variant("pedal", "a pedal from −1 (brake) to 1 (throttle)", 20, true, false),
            new Variant("10hz", "10 ticks a second", 10, false, false),
            new Variant("20hz", "20 ticks a second, as the plain game", 20, false, false),
            new Variant("50hz", "50 ticks a second", 50, false, false),
            new Variant("test", "scenarios that training never shows", 20, false, true))) {
      all.put(variant.word, variant);
    }
    return all;
  }

  /** What is fixed about it. */
  GameInfo info() {
    return GameInfo.of(word.isEmpty() ? "braking" : "braking/" + word)
        .version(VERSION)
        .title("Braking")
        .summary(
            "Drive on as long as you dare, and stop when you must:"
                + " the road tells how slippery it is.")
        .actions(pedal ? levels() : List.of("forward", "coast", "brake", "brake-hard"))
        .idle(pedal ? LEVELS / 2 : Pedals.COAST)
        .range(pedal ? PEDAL : null)
        .features(FEATURES)
        .figures(FIGURES)
        .ticksPerSecond(ticksPerSecond)
        .tickLimit(SECONDS * ticksPerSecond)
        .build();
  }

  private static List<String> levels() {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < LEVELS; i++) {
      names.add(String.format(Locale.ROOT, "%.2f", PEDAL.value(i, LEVELS)));
    }
    return names;
  }
}
