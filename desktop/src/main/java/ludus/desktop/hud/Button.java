package ludus.desktop.hud;

import ludus.desktop.hud.Brush.Align;

/**
 * A place of the page that can be clicked, and what stands on it. It does not know what it does.
 *
 * @param label a word or two
 * @param cap the key that does the same, or "" for none
 */
public record Button(String label, String cap, float x, float y, float width, float height) {
  /** Whether this place of the page is on it. */
  public boolean holds(float px, float py) {
    return px >= x && px < x + width && py >= y && py < y + height;
  }

  /** Draws it; the one that Enter would press has an edge of this colour, and bold letters. */
  public void draw(Brush brush, KeyCaps caps, boolean focused, boolean able, float color) {
    float edge = focused ? color : Ink.LINE;
    float ground = focused ? Ink.TRACK : Ink.CARD;
    brush.framed(x, y, width, height, 12, focused ? 2 : 1, ground, edge);
    float middle = x + width / 2;
    Face face = focused ? Face.STRONG : Face.BODY;
    float ink = able ? focused ? Ink.TEXT : Ink.SOFT : Ink.LINE;
    if (cap.isEmpty()) {
      brush.text(face, label, middle, y + height / 2 + 5.5f, ink, Align.CENTER);
    } else if (height > 56) {
      brush.text(face, label, middle, y + height / 2 - 4, ink, Align.CENTER);
      caps.cap(middle - caps.width(cap) / 2, y + height / 2 + 22, cap);
    } else {
      float both = brush.width(face, label) + 10 + caps.width(cap);
      float pen = middle - both / 2;
      pen += brush.text(face, label, pen, y + height / 2 + 5.5f, ink) + 10;
      caps.cap(pen, y + height / 2 + 5, cap);
    }
  }
}
