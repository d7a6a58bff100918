package ludus.headless.picture;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The 255 colours of an animation, which grow as its frames come by, and an index of their own for
 * "unchanged". Colours are taken exactly while there is room, those of the largest areas first; as
 * the table fills, a colour that is close to one in it takes that one's place, so that the many
 * blends along anti-aliased edges leave room for what appears later.
 */
final class GifPalette {
  /** The index of pixels that stay as they were. */
  static final int UNCHANGED = 0;

  private static final int SIZE = 256;

  /** Knuth's multiplicative hash: 2^32 over the golden ratio, odd. */
  private static final int SCATTER = 0x9E3779B1;

  /** How far a blend may be off, in squared distance, while the table holds this many colours. */
  private static final int[][] TOLERANCES = {{64, 0}, {128, 48}, {192, 400}, {SIZE, 3000}};

  private final int[] colors = new int[SIZE];
  private int used = 1;

  // An open hash table from colour to index: the map of every pixel must not box. Colours carry
  // MARK so that none equals an empty slot.
  private static final int MARK = 1 << 24;
  private int[] keys = new int[1 << 12];
  private byte[] indices = new byte[1 << 12];
  private int known;

  /** How many indices are taken, "unchanged" among them. */
  int size() {
    return used;
  }

  /** The colours as the file's table wants them: 3 × 256 bytes of red, green, blue. */
  byte[] table() {
    byte[] table = new byte[3 * SIZE];
    for (int i = 0; i < used; i++) {
      table[3 * i] = (byte) (colors[i] >> 16);
      table[3 * i + 1] = (byte) (colors[i] >> 8);
      table[3 * i + 2] = (byte) colors[i];
    }
    return table;
  }

  /**
   * Gives every pixel its index; colours not seen before are taken into the table.
   *
   * @param rgb 0xRRGGBB, the upper byte is ignored
   * @param out as many indices
   */
  void map(int[] rgb, byte[] out) {
    Map<Integer, Integer> fresh = null;
    int last = -1;
    byte lastIndex = 0;
    for (int i = 0; i < rgb.length; i++) {
      int color = rgb[i] & 0xFFFFFF;
      if (color != last) {
        int slot = slot(color);
        if (keys[slot] == 0) {
          if (fresh == null) {
            fresh = new HashMap<>();
          }
          fresh.merge(color, 1, Integer::sum);
          continue;
        }
        last = color;
        lastIndex = indices[slot];
      }
      out[i] = lastIndex;
    }
    if (fresh != null) {
      take(fresh, rgb.length);
      map(rgb, out);
    }
  }

  private void take(Map<Integer, Integer> fresh, int pixels) {
    fresh.entrySet().stream()
        .sorted(
            Map.Entry.<Integer, Integer>comparingByValue()
                .reversed()
                // Among equals a scattered order, so that no corner of the colours takes all room.
                .thenComparing(e -> e.getKey() * SCATTER))
        .forEach(e -> take(e.getKey(), e.getValue() * 500L >= pixels));
  }

  /** Takes one colour; a large area's stays exact as long as there is room at all. */
  private void take(int color, boolean large) {
    int nearest = UNCHANGED;
    int distance = Integer.MAX_VALUE;
    for (int i = 1; i < used; i++) {
      int d = distance(color, colors[i]);
      if (d < distance) {
        distance = d;
        nearest = i;
      }
    }
    if (used < SIZE && (large || distance > tolerance())) {
      nearest = used;
      colors[used++] = color;
    }
    remember(color, nearest);
  }

  private int tolerance() {
    int i = 0;
    while (used >= TOLERANCES[i][0]) {
      i++;
    }
    return TOLERANCES[i][1];
  }

  /** Squared distance, weighted roughly as the eye does. */
  private static int distance(int a, int b) {
    int red = (a >> 16 & 0xFF) - (b >> 16 & 0xFF);
    int green = (a >> 8 & 0xFF) - (b >> 8 & 0xFF);
    int blue = (a & 0xFF) - (b & 0xFF);
    return 2 * red * red + 4 * green * green + 3 * blue * blue;
  }

  private void remember(int color, int index) {
    if (2 * known >= keys.length) {
      int[] oldKeys = keys;
      byte[] oldIndices = indices;
      keys = new int[2 * oldKeys.length];
      indices = Arrays.copyOf(oldIndices, keys.length);
      for (int i = 0; i < oldKeys.length; i++) {
        if (oldKeys[i] != 0) {
          int slot = slot(oldKeys[i] & 0xFFFFFF);
          keys[slot] = oldKeys[i];
          indices[slot] = oldIndices[i];
        }
      }
    }
    int slot = slot(color);
    keys[slot] = color | MARK;
    indices[slot] = (byte) index;
    known++;
  }

  /** Where the colour is in the hash table, or the empty slot where it would be. */
  private int slot(int color) {
    int mask = keys.length - 1;
    int slot = (color * SCATTER >>> 12) & mask;
    while (keys[slot] != 0 && keys[slot] != (color | MARK)) {
      slot = slot + 1 & mask;
    }
    return slot;
  }
}
