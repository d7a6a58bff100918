package ludus.headless.picture;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;

/**
 * How a chart writes its text, in the current colour of the graphics. Two ways: with the fonts of
 * the machine, or, where there are none (a bare container, a headless JRE without fontconfig), with
 * strokes of our own.
 */
sealed interface Lettering permits Lettering.Fonts, StrokeLettering {
  /** How wide the text is, in pixels, at this size of font in pixels. */
  float width(String text, float size, boolean bold);

  /** Writes the text with its left end on the baseline at (x, y). */
  void write(Graphics2D graphics, String text, float x, float y, float size, boolean bold);

  /** With fonts if this machine has any that work, with strokes otherwise. */
  static Lettering ofThisMachine() {
    try {
      Fonts fonts = new Fonts();
      if (fonts.font.canDisplayUpTo("Ag0.5") < 0 && fonts.width("Ag0.5", 16, true) > 0) {
        return fonts;
      }
    } catch (RuntimeException | InternalError | LinkageError e) {
      // What the JDK throws without fontconfig or libfreetype depends on its version and on
      // whether it is the first use: RuntimeException, InternalError, NoClassDefFoundError,
      // UnsatisfiedLinkError.
    }
    return new StrokeLettering();
  }

  /** The sans-serif font of the machine. */
  final class Fonts implements Lettering {
    private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);

    private final Font font = new Font(Font.SANS_SERIF, Font.PLAIN, 16);

    @Override
    public float width(String text, float size, boolean bold) {
      return (float) font(size, bold).getStringBounds(known(text), CONTEXT).getWidth();
    }

    @Override
    public void write(
        Graphics2D graphics, String text, float x, float y, float size, boolean bold) {
      graphics.setFont(font(size, bold));
      graphics.drawString(known(text), x, y);
    }

    private Font font(float size, boolean bold) {
      return font.deriveFont(bold ? Font.BOLD : Font.PLAIN, size);
    }

    /** The text with a plain hyphen where the font lacks the minus sign. */
    private String known(String text) {
      return font.canDisplay('\u2212') ? text : text.replace('\u2212', '-');
    }
  }
}
