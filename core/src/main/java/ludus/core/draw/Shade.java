package ludus.core.draw;

/**
 * What a shape is painted with: a colour for people and a grey for agents.
 *
 * @param rgb 0xRRGGBB, for the window and for recordings
 * @param grey 0 (black) to 255 (white), for agents' frames
 */
public record Shade(int rgb, int grey) {
  /**
   * @throws IllegalArgumentException if {@code rgb} is not 24 bits or {@code grey} not 8 bits wide
   */
  public Shade {
    if (rgb >>> 24 != 0 || grey >>> 8 != 0) {
      throw new IllegalArgumentException(
          "a shade needs a 24-bit colour and an 8-bit grey, got 0x%X and %d".formatted(rgb, grey));
    }
  }

  /** The same colour for people, another grey for agents. */
  public Shade withGrey(int grey) {
    return new Shade(rgb, grey);
  }
}
