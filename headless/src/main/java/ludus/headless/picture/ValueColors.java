package ludus.headless.picture;

import java.awt.Color;

/**
 * Colours from dark blue over grey to yellow that grow lighter all the way, so that colour-blind
 * people and grey printers tell them apart, too (after the scale "cividis": Nuñez, Anderton and
 * Renslow 2018).
 */
public final class ValueColors {
  private static final int[] STOPS = {0x00224E, 0x414D6B, 0x7C7B78, 0xBCAF6F, 0xFEE838};

  private ValueColors() {}

  /**
   * The colour of a value.
   *
   * @param share where it lies between the least, 0, and the greatest, 1
   */
  public static Color of(double share) {
    double place = Math.max(0, Math.min(1, share)) * (STOPS.length - 1);
    int stop = Math.min(STOPS.length - 2, (int) place);
    double rest = place - stop;
    int mixed = 0;
    for (int shift = 16; shift >= 0; shift -= 8) {
      double from = STOPS[stop] >> shift & 0xFF;
      double to = STOPS[stop + 1] >> shift & 0xFF;
      mixed |= (int) Math.round(from + (to - from) * rest) << shift;
    }
    return new Color(mixed);
  }
}
