package ludus.desktop.screen;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import ludus.desktop.screen.Layout.Sense;

/**
 * What the names of actions mean to a player's hands: "left" and "turn-left" are to the left,
 * "up-right" is up and right together, "brake-hard" is the primary key, "stay" is nothing.
 */
final class Vocabulary {
  private static final Map<String, Sense> WORDS =
      Map.ofEntries(
          Map.entry("left", Sense.LEFT),
          Map.entry("west", Sense.LEFT),
          Map.entry("right", Sense.RIGHT),
          Map.entry("east", Sense.RIGHT),
          Map.entry("up", Sense.UP),
          Map.entry("north", Sense.UP),
          Map.entry("forward", Sense.UP),
          Map.entry("forwards", Sense.UP),
          Map.entry("accelerate", Sense.UP),
          Map.entry("throttle", Sense.UP),
          Map.entry("down", Sense.DOWN),
          Map.entry("south", Sense.DOWN),
          Map.entry("back", Sense.DOWN),
          Map.entry("backward", Sense.DOWN),
          Map.entry("backwards", Sense.DOWN),
          Map.entry("brake", Sense.DOWN),
          Map.entry("brakes", Sense.DOWN),
          Map.entry("fire", Sense.PRIMARY),
          Map.entry("shoot", Sense.PRIMARY),
          Map.entry("jump", Sense.PRIMARY));

  /** Names that mean something else than their words. */
  private static final Map<String, Sense> PHRASES =
      Map.of(
          "keep going", Sense.UP,
          "brake hard", Sense.PRIMARY,
          "brake harder", Sense.PRIMARY,
          "increase braking", Sense.PRIMARY,
          "increase braking force", Sense.PRIMARY);

  /** Words that add nothing to those beside them. */
  private static final Set<String> FILLERS = Set.of("turn", "go", "move", "step", "push", "steer");

  private static final Set<String> NOTHING =
      Set.of("stay", "noop", "none", "nothing", "wait", "idle", "hold", "rest", "still");

  private Vocabulary() {}

  /** The name with spaces between its words. */
  static String words(String action) {
    return String.join(" ", split(action));
  }

  private static String[] split(String action) {
    return action.toLowerCase(Locale.ROOT).split("[^a-z0-9]+");
  }

  /** Whether it means to touch nothing. */
  static boolean isNothing(String action) {
    return NOTHING.contains(words(action));
  }

  /** What it means, several senses to be done together; empty where the name says nothing. */
  static List<Sense> senses(String action) {
    Sense phrase = PHRASES.get(words(action));
    if (phrase != null) {
      return List.of(phrase);
    }
    List<Sense> senses = new ArrayList<>();
    for (String word : split(action)) {
      if (FILLERS.contains(word)) {
        continue;
      }
      Sense sense = WORDS.get(word);
      if (sense == null) {
        return List.of();
      }
      if (!senses.contains(sense)) {
        senses.add(sense);
      }
    }
    return senses;
  }
}
