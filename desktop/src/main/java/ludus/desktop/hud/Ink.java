package ludus.desktop.hud;

import com.badlogic.gdx.graphics.Color;
import ludus.core.draw.Palette;
import ludus.core.draw.Shade;

/**
 * The colours of the window around the game, packed as the {@link Brush} takes them: a calm dark
 * ground and the hues of {@link Palette}. The agent is blue and the person orange, everywhere.
 */
public final class Ink {
  public static final float GROUND = of(0x0B0E14);
  public static final float CARD = of(0x151A24);
  public static final float WELL = of(0x0E121A);
  public static final float LINE = of(0x2A3242);
  public static final float TRACK = of(0x222937);
  public static final float TEXT = of(Palette.WHITE);
  public static final float SOFT = of(0xC3CBD6);
  public static final float MUTED = of(0x8E9AAB);
  public static final float AGENT = of(Palette.SKY);
  public static final float PERSON = of(Palette.ORANGE);
  public static final float GOOD = of(0x2BC496);
  public static final float ALERT = of(Palette.VERMILION);

  /** What moves a decision: bright, and of no game's colours. */
  public static final float SALIENT = of(0xFF5FA8);

  /** The ground and the light of agents' frames. */
  static final float BLACK = of(0x000000);

  static final float FRAME_WHITE = of(0xFFFFFF);

  private Ink() {}

  /** A shade's colour for people. */
  public static float of(Shade shade) {
    return of(shade.rgb());
  }

  /** An opaque colour from 0xRRGGBB. */
  public static float of(int rgb) {
    return Color.toFloatBits(rgb >> 16 & 0xFF, rgb >> 8 & 0xFF, rgb & 0xFF, 0xFF);
  }

  /** The same colour, seen through: 0 nothing of it, 1 all of it. */
  public static float withAlpha(float color, float alpha) {
    int bits = Float.floatToRawIntBits(color) & 0xFFFFFF;
    // The lowest bit stays clear, for a packed colour must never be a NaN.
    return Float.intBitsToFloat(bits | ((int) (alpha * 255) & 0xFE) << 24);
  }
}
