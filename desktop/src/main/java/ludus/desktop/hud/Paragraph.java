package ludus.desktop.hud;

import java.util.ArrayList;
import java.util.List;
import ludus.desktop.hud.Brush.Align;

/** A sentence broken into lines that fit. */
public final class Paragraph {
  private static final float LEADING = 1.4f;

  private final Face face;
  private final List<String> lines = new ArrayList<>();
  private float widest;

  public Paragraph(Brush brush, Face face, String text, float width) {
    this.face = face;
    String line = "";
    for (String word : text.split(" ")) {
      String longer = line.isEmpty() ? word : line + " " + word;
      if (!line.isEmpty() && brush.width(face, longer) > width) {
        lines.add(line);
        line = word;
      } else {
        line = longer;
      }
    }
    lines.add(line);
    for (String each : lines) {
      widest = Math.max(widest, brush.width(face, each));
    }
  }

  /** The width of the longest line. */
  public float width() {
    return widest;
  }

  /** From the first line that words stand on to the last. */
  public float height() {
    return (lines.size() - 1) * face.size() * LEADING;
  }

  /** Draws it; {@code y} is the line that the first words stand on. */
  public void draw(Brush brush, float x, float y, float color, Align align) {
    for (int i = 0; i < lines.size(); i++) {
      brush.text(face, lines.get(i), x, y + i * face.size() * LEADING, color, align);
    }
  }
}
