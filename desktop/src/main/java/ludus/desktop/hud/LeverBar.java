package ludus.desktop.hud;

import ludus.core.game.GameInfo.Range;
import ludus.desktop.hud.Brush.Align;

/** Where a continuous control stands between its ends. */
public final class LeverBar {
  private static final float THICK = 10;
  private static final float LABEL = 48;

  private final Range range;
  private final float rest;
  private final Line line = new Line();

  /**
   * @param rest where it stands when nothing holds it
   */
  public LeverBar(Range range, float rest) {
    this.range = range;
    this.rest = rest;
  }

  private float share(float value) {
    return (value - range.low()) / (range.high() - range.low());
  }

  /** An upright bar, its low end below. */
  public void upright(Brush brush, float x, float y, float height, float value, float color) {
    brush.rounded(x, y, THICK, height, THICK / 2, Ink.TRACK);
    float here = y + height * (1 - share(value));
    float zero = y + height * (1 - share(rest));
    brush.rectangle(x, Math.min(here, zero), THICK, Math.abs(here - zero), color);
    brush.rectangle(x - 4, zero - 0.5f, THICK + 8, 1, Ink.SOFT);
    brush.rounded(x - 4, here - 4, THICK + 8, 8, 4, Ink.TEXT);
  }

  /** A bar from left to right, its ends named below it. */
  public void level(Brush brush, float x, float y, float width, float value, float color) {
    brush.rounded(x, y, width, THICK, THICK / 2, Ink.TRACK);
    float here = x + width * share(value);
    float zero = x + width * share(rest);
    brush.rectangle(Math.min(here, zero), y, Math.abs(here - zero), THICK, color);
    brush.rectangle(zero - 0.5f, y - 4, 1, THICK + 8, Ink.SOFT);
    brush.rounded(here - 4, y - 4, 8, THICK + 8, 4, Ink.TEXT);
    float base = y + THICK + 20;
    number(brush, range.low(), x, base, Align.LEFT);
    number(brush, range.high(), x + width, base, Align.RIGHT);
    if (rest > range.low() && rest < range.high()) {
      number(brush, rest, zero, base, Align.CENTER);
    }
  }

  /** How much room {@link #level} takes from top to bottom. */
  public float height() {
    return LABEL;
  }

  private void number(Brush brush, float value, float x, float base, Align align) {
    line.clear().add(value, value == Math.rint(value) ? 0 : 2);
    brush.text(Face.SMALL, line, x, base, Ink.MUTED, align);
  }
}
