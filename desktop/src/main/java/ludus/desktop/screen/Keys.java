package ludus.desktop.screen;

import com.badlogic.gdx.Input;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import ludus.core.game.GameInfo;
import ludus.desktop.hud.KeyHint;

/**
 * Which keys do what in a game, found from the names of its actions: "left" is the left arrow and
 * A, "up-right" is up and right together, "fire" is the space bar, "stay" is no key at all. An
 * action with a name that says nothing gets the digit of its place.
 *
 * <p>It knows which keys are down, and remembers a key that went down and up again before the game
 * asked, so that the shortest tap counts for one tick.
 */
final class Keys {
  /** Keys for one word of an action's name; the first is the one shown to people. */
  private record Word(String name, int[] keys) {}

  private static final Map<String, int[]> KEYS =
      Map.ofEntries(
          Map.entry("left", keys(Input.Keys.LEFT, Input.Keys.A)),
          Map.entry("right", keys(Input.Keys.RIGHT, Input.Keys.D)),
          Map.entry("up", keys(Input.Keys.UP, Input.Keys.W)),
          Map.entry("down", keys(Input.Keys.DOWN, Input.Keys.S)),
          Map.entry("north", keys(Input.Keys.UP, Input.Keys.W)),
          Map.entry("south", keys(Input.Keys.DOWN, Input.Keys.S)),
          Map.entry("west", keys(Input.Keys.LEFT, Input.Keys.A)),
          Map.entry("east", keys(Input.Keys.RIGHT, Input.Keys.D)),
          Map.entry("forward", keys(Input.Keys.UP, Input.Keys.W)),
          Map.entry("forwards", keys(Input.Keys.UP, Input.Keys.W)),
          Map.entry("accelerate", keys(Input.Keys.UP, Input.Keys.W)),
          Map.entry("back", keys(Input.Keys.DOWN, Input.Keys.S)),
          Map.entry("backward", keys(Input.Keys.DOWN, Input.Keys.S)),
          Map.entry("backwards", keys(Input.Keys.DOWN, Input.Keys.S)),
          Map.entry("brake", keys(Input.Keys.DOWN, Input.Keys.S)),
          Map.entry("fire", keys(Input.Keys.SPACE, Input.Keys.X)),
          Map.entry("jump", keys(Input.Keys.UP, Input.Keys.W)));

  private static final List<String> NOTHING =
      List.of("stay", "noop", "none", "nothing", "wait", "idle", "coast", "hold", "rest", "still");

  private final List<String> actions;
  private final List<Word> words = new ArrayList<>();
  // By action: the places of its words; none for an action that needs no key.
  private final int[][] wanted;
  // By word: whether a key is down, whether one was since the game last asked, and when.
  private final int[] down;
  private final boolean[] tapped;
  private final long[] pressed;
  private long presses;

  Keys(GameInfo info) {
    actions = info.actions();
    wanted = new int[actions.size()][];
    for (int a = 0; a < wanted.length; a++) {
      wanted[a] = wordsOf(actions.get(a), a);
    }
    down = new int[words.size()];
    tapped = new boolean[words.size()];
    pressed = new long[words.size()];
  }

  private static int[] keys(int... keys) {
    return keys;
  }

  private int[] wordsOf(String action, int index) {
    String[] parts = action.toLowerCase(Locale.ROOT).split("[^a-z0-9]+");
    if (parts.length == 1 && NOTHING.contains(parts[0])) {
      return new int[0];
    }
    if (!Arrays.stream(parts).allMatch(KEYS::containsKey)) {
      return new int[] {word(action, new int[] {digit(index)})};
    }
    return Arrays.stream(parts).mapToInt(part -> word(part, KEYS.get(part))).toArray();
  }

  /** 1 for the first action up to 9, then 0. */
  private static int digit(int index) {
    return index < 9 ? Input.Keys.NUM_1 + index : index == 9 ? Input.Keys.NUM_0 : -1;
  }

  private int word(String name, int[] keys) {
    for (int i = 0; i < words.size(); i++) {
      if (words.get(i).name.equals(name)) {
        return i;
      }
    }
    words.add(new Word(name, keys));
    return words.size() - 1;
  }

  /** Whether this key does something in the game. */
  boolean knows(int key) {
    for (int w = 0; w < down.length; w++) {
      if (bit(w, key) != 0) {
        return true;
      }
    }
    return false;
  }

  /** A key goes down. */
  void press(int key) {
    for (int w = 0; w < down.length; w++) {
      int bit = bit(w, key);
      if (bit != 0) {
        down[w] |= bit;
        tapped[w] = true;
        pressed[w] = ++presses;
      }
    }
  }

  /** A key comes up. */
  void release(int key) {
    for (int w = 0; w < down.length; w++) {
      down[w] &= ~bit(w, key);
    }
  }

  /** All keys are up and nothing is remembered. */
  void clear() {
    Arrays.fill(down, 0);
    Arrays.fill(tapped, false);
  }

  private int bit(int word, int key) {
    int[] keys = words.get(word).keys;
    for (int i = 0; i < keys.length; i++) {
      if (keys[i] == key) {
        return 1 << i;
      }
    }
    return 0;
  }

  /**
   * The action that the keys ask for in this tick, or −1 for none; taps are forgotten then. The
   * action that uses most of the pressed keys wins, of equals the one whose key was pressed last.
   */
  int action() {
    int best = -1;
    int bestWords = 0;
    long bestPress = 0;
    for (int a = 0; a < wanted.length; a++) {
      long latest = 0;
      boolean all = wanted[a].length > 0;
      for (int w : wanted[a]) {
        all &= down[w] != 0 || tapped[w];
        latest = Math.max(latest, pressed[w]);
      }
      int count = wanted[a].length;
      if (all && (count > bestWords || count == bestWords && latest > bestPress)) {
        best = a;
        bestWords = count;
        bestPress = latest;
      }
    }
    Arrays.fill(tapped, false);
    return best;
  }

  /** For people: the keys of each word that actions are made of, as rows of (keys, meaning). */
  List<KeyHint> hints() {
    return words.stream()
        .map(
            word ->
                new KeyHint(
                    Arrays.stream(word.keys).filter(k -> k >= 0).mapToObj(KeyHint::cap).toList(),
                    word.name))
        .toList();
  }
}
