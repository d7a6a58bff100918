package ludus.desktop.screen;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import ludus.core.game.GameInfo;
import ludus.desktop.hud.KeyHint;
import ludus.desktop.screen.Layout.Sense;

/**
 * Which keys do what for one player of a game, found from the names of its actions by {@link
 * Vocabulary} and {@link Layout}. An action with a name that says nothing, or the same as an
 * earlier one, gets the digit of its place; one that stands for touching nothing needs no key.
 *
 * <p>It knows which keys are down, and remembers a key that went down and up again before the game
 * asked, so that the shortest tap counts for one tick.
 */
final class Keys {
  /**
   * Keys that do one thing; an action is made of one or more of them.
   *
   * @param sense what it means, or null for an action whose name says nothing
   * @param keys any of them does it; the first is the most natural one
   */
  private record Word(String name, Sense sense, int[] keys, PadInput pad) {}

  private static final List<PadInput> OTHER_BUTTONS =
      List.of(PadInput.X, PadInput.Y, PadInput.L1, PadInput.R1);

  private final Layout layout;
  private final List<Word> words = new ArrayList<>();
  // By action: the places of its words; none for an action that needs no key.
  private final int[][] wanted;
  // By word: whether a key is down, whether one was since the game last asked, and when.
  private final int[] down;
  private final boolean[] tapped;
  private final long[] pressed;
  private long presses;
  // What untouched keys do, where its name says more than that.
  private String untouchedName;

  /** The keys of a player alone. */
  Keys(GameInfo info) {
    this(info.actions(), info.idle(), Layout.SOLO);
  }

  /**
   * @param idle the actions that stand for touching nothing, as {@link GameInfo#idle()} has them
   */
  Keys(List<String> actions, List<Integer> idle, Layout layout) {
    this.layout = layout;
    wanted = new int[actions.size()][];
    for (int a = 0; a < wanted.length; a++) {
      String action = actions.get(a);
      boolean untouched = idle.size() == 1 && idle.get(0) == a;
      List<Sense> senses = Vocabulary.senses(action);
      if (untouched && (Vocabulary.isNothing(action) || senses.isEmpty())) {
        wanted[a] = new int[0];
        untouchedName = Vocabulary.isNothing(action) ? null : Vocabulary.words(action);
        continue;
      }
      wanted[a] = senses.stream().mapToInt(s -> word(senses.size(), action, s)).sorted().toArray();
      if (senses.isEmpty() || taken(a)) {
        wanted[a] = new int[] {other(a, action)};
      }
    }
    down = new int[words.size()];
    tapped = new boolean[words.size()];
    pressed = new long[words.size()];
  }

  /** Whether an earlier action is made of the same words. */
  private boolean taken(int action) {
    for (int a = 0; a < action; a++) {
      if (Arrays.equals(wanted[a], wanted[action])) {
        return true;
      }
    }
    return false;
  }

  /** The place of the word of this sense, which is made if it is new. */
  private int word(int parts, String action, Sense sense) {
    String name = parts == 1 ? Vocabulary.words(action) : Vocabulary.words(sense.name());
    for (int i = 0; i < words.size(); i++) {
      if (words.get(i).sense == sense) {
        return i;
      }
    }
    words.add(new Word(name, sense, layout.keys(sense), sense.pad));
    return words.size() - 1;
  }

  private int other(int place, String action) {
    PadInput pad =
        OTHER_BUTTONS.stream()
            .filter(button -> words.stream().noneMatch(w -> w.pad == button))
            .findFirst()
            .orElse(null);
    words.add(new Word(Vocabulary.words(action), null, layout.other(place), pad));
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

  /** The most natural keys for an action, to be held together; none if it needs no key. */
  int[] keysOf(int action) {
    return Arrays.stream(wanted[action])
        .filter(w -> words.get(w).keys.length > 0)
        .map(w -> words.get(w).keys[0])
        .toArray();
  }

  /** The key that this input of a gamepad stands for, or −1 if it does nothing in the game. */
  int key(PadInput input) {
    for (int i = 0; i < words.size(); i++) {
      Word word = words.get(i);
      if (word.pad == input && word.keys.length > 0) {
        return word.keys[0];
      }
    }
    return -1;
  }

  /** For people: the keys of each word that actions are made of, as rows of (keys, meaning). */
  List<KeyHint> hints() {
    List<KeyHint> hints = new ArrayList<>();
    for (Word word : words) {
      hints.add(new KeyHint(Arrays.stream(word.keys).mapToObj(KeyHint::cap).toList(), word.name));
    }
    if (untouchedName != null) {
      hints.add(KeyHint.of(untouchedName, "none"));
    }
    return hints;
  }

  /** The same for the buttons of a gamepad; steering is left out. */
  List<KeyHint> padHints() {
    return words.stream()
        .filter(w -> w.pad != null && w.pad.ordinal() >= PadInput.A.ordinal())
        .map(w -> KeyHint.of(w.name, w.pad.name()))
        .toList();
  }
}
