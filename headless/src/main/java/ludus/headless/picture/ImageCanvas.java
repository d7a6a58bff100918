package ludus.headless.picture;

import java.awt.AlphaComposite;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import ludus.core.draw.Canvas;
import ludus.core.draw.Shade;

/**
 * Paints the picture for people into an image of any size, with the geometry of {@link
 * ludus.core.draw.PixelCanvas} and the colours of {@link Shade#rgb}. It needs no display and no
 * fonts.
 *
 * <p>One canvas paints frame after frame into the same image: who wants to keep a frame copies it.
 */
public final class ImageCanvas implements Canvas {
  private final BufferedImage image;
  private final Graphics2D graphics;
  private final int side;

  // Shapes and colours are reused, since a recording paints hundreds of frames.
  private final Rectangle2D.Float rectangle = new Rectangle2D.Float();
  private final Ellipse2D.Float ellipse = new Ellipse2D.Float();
  private final Path2D.Float path = new Path2D.Float(Path2D.WIND_NON_ZERO, 5);
  private Color color = Color.BLACK;

  /**
   * A canvas with a black image of {@code side} × {@code side} pixels.
   *
   * @throws IllegalArgumentException if {@code side} is not 1 to 8192
   */
  public ImageCanvas(int side) {
    if (side < 1 || side > 8192) {
      throw new IllegalArgumentException("a picture is 1 to 8192 pixels wide, not " + side);
    }
    this.side = side;
    this.image = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
    this.graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    // Without this Java2D moves outlines to pixel centres, and the geometry is no longer ours.
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    graphics.setComposite(AlphaComposite.SrcOver);
    graphics.scale(side / (double) SIZE, side / (double) SIZE);
  }

  /** The image painted into: always the same one, TYPE_INT_RGB. */
  public BufferedImage image() {
    return image;
  }

  /** Width and height of the image, in pixels. */
  public int side() {
    return side;
  }

  @Override
  public void clear(Shade shade) {
    rectangle.setRect(0, 0, SIZE, SIZE);
    fill(rectangle, shade);
  }

  @Override
  public void rectangle(float x, float y, float width, float height, Shade shade) {
    if (width > 0 && height > 0) {
      rectangle.setRect(x, y, width, height);
      fill(rectangle, shade);
    }
  }

  @Override
  public void circle(float x, float y, float radius, Shade shade) {
    if (radius > 0) {
      ellipse.setFrame(x - radius, y - radius, 2 * radius, 2 * radius);
      fill(ellipse, shade);
    }
  }

  @Override
  public void quad(
      float x1, float y1, float x2, float y2, float x3, float y3, float x4, float y4, Shade shade) {
    path.reset();
    path.moveTo(x1, y1);
    path.lineTo(x2, y2);
    path.lineTo(x3, y3);
    path.lineTo(x4, y4);
    path.closePath();
    fill(path, shade);
  }

  private void fill(Shape shape, Shade shade) {
    if ((color.getRGB() & 0xFFFFFF) != shade.rgb()) {
      color = new Color(shade.rgb());
    }
    graphics.setColor(color);
    graphics.fill(shape);
  }
}
