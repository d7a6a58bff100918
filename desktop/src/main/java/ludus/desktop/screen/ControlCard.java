package ludus.desktop.screen;

import java.util.List;
import ludus.desktop.hud.Brush;
import ludus.desktop.hud.Brush.Align;
import ludus.desktop.hud.Face;
import ludus.desktop.hud.Ink;
import ludus.desktop.hud.KeyCaps;

/** Who has the controls, in the colour that stands for them, and the key that changes it. */
final class ControlCard {
  static final float HEIGHT = 44;

  private static final List<String> TAKE = List.of("T");

  private final Brush brush;
  private final KeyCaps caps;

  ControlCard(Brush brush) {
    this.brush = brush;
    caps = new KeyCaps(brush);
  }

  /**
   * Draws it.
   *
   * @param inVain whether somebody has just tried to steer without having the controls
   * @return its lower edge
   */
  float draw(float y, boolean manual, boolean inVain) {
    float color = manual ? Ink.PERSON : Ink.AGENT;
    float edge = inVain ? Ink.PERSON : color;
    brush.framed(SidePanel.X, y, SidePanel.WIDTH, HEIGHT, 12, 1.5f, Ink.CARD, edge);
    float middle = y + HEIGHT / 2;
    float x = SidePanel.INSIDE;
    if (manual) {
      brush.rounded(x, middle - 6, 12, 12, 2, color);
    } else {
      brush.circle(x + 6, middle, 6, color);
    }
    String who = inVain ? "The agent plays: T gives you the controls" : "The agent plays";
    brush.text(Face.STRONG, manual ? "You have the controls" : who, x + 24, middle + 5, Ink.TEXT);
    String what = manual ? "give back" : "take over";
    float right = x + SidePanel.INNER;
    float width = brush.text(Face.SMALL, what, right, middle + 5, Ink.MUTED, Align.RIGHT);
    caps.caps(right - width - 6 - caps.width(TAKE), middle + 5, TAKE);
    return y + HEIGHT;
  }
}
