package ludus.desktop.hud;

import java.util.List;
import ludus.desktop.hud.Brush.Align;

/** Draws keys as they look, and what they do. */
public final class KeyCaps {
  private static final float HEIGHT = 24;
  private static final float GAP = 5;

  private final Brush brush;

  public KeyCaps(Brush brush) {
    this.brush = brush;
  }

  /**
   * A key and its meaning on one line.
   *
   * @param y the line that the words stand on
   * @return where the next may begin
   */
  public float hint(float x, float y, KeyHint hint) {
    float pen = caps(x, y, hint.caps()) + 3;
    return pen + brush.text(Face.SMALL, hint.meaning(), pen, y, Ink.MUTED) + 18;
  }

  /** Keys side by side; returns where the last one ends, and a gap. */
  public float caps(float x, float y, List<String> caps) {
    for (int i = 0; i < caps.size(); i++) {
      x += cap(x, y, caps.get(i)) + GAP;
    }
    return x;
  }

  /** How wide a key is. */
  public float width(String cap) {
    return Math.max(HEIGHT, brush.width(Face.SMALL, cap) + 14);
  }

  /** A single key; returns its width. */
  public float cap(float x, float y, String cap) {
    float width = width(cap);
    float top = y - 17;
    brush.rounded(x, top + 2, width, HEIGHT, 6, Ink.LINE);
    brush.framed(x, top, width, HEIGHT, 6, 1, Ink.TRACK, Ink.LINE);
    brush.text(Face.SMALL, cap, x + width / 2, y, Ink.TEXT, Align.CENTER);
    return width;
  }

  /** How wide keys and their gaps are. */
  public float width(List<String> caps) {
    float width = 0;
    for (int i = 0; i < caps.size(); i++) {
      width += width(caps.get(i)) + GAP;
    }
    return width;
  }
}
