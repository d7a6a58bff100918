package ludus.headless.picture;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import ludus.core.draw.PixelCanvas;
import ludus.core.env.ObservationSpec;
import ludus.core.env.Observations;
import ludus.core.file.SafeFile;

/**
 * One moment of a game in one picture: what a person sees, beside it the newest frame that an agent
 * sees, as large, and below the whole stack, oldest first.
 */
public final class ContactSheet {
  private static final int SIDE = PixelCanvas.SIZE;
  private static final int LARGE = 5 * SIDE;
  private static final int GAP = 12;
  private static final Color GROUND = new Color(0x0B0E14);

  private final BufferedImage sheet;

  /**
   * @param people the picture for people, which is scaled to fit
   * @param stack stacked frames; row 0 is drawn
   */
  public ContactSheet(BufferedImage people, Observations stack) {
    int frames = ((ObservationSpec.Pixels) stack.spec()).frames();
    int small = (2 * LARGE + GAP - (frames - 1) * GAP) / frames;
    sheet =
        new BufferedImage(2 * LARGE + 3 * GAP, LARGE + small + 3 * GAP, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = sheet.createGraphics();
    g.setColor(GROUND);
    g.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
    g.drawImage(people, GAP, GAP, LARGE, LARGE, null);
    g.drawImage(frame(stack, frames - 1), LARGE + 2 * GAP, GAP, LARGE, LARGE, null);
    for (int i = 0; i < frames; i++) {
      g.drawImage(frame(stack, i), GAP + i * (small + GAP), LARGE + 2 * GAP, small, small, null);
    }
    g.dispose();
  }

  private static BufferedImage frame(Observations stack, int number) {
    BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_BYTE_GRAY);
    byte[] frame = new byte[PixelCanvas.FRAME];
    System.arraycopy(stack.bytes(), number * PixelCanvas.FRAME, frame, 0, frame.length);
    image.getRaster().setDataElements(0, 0, SIDE, SIDE, frame);
    return image;
  }

  /**
   * Writes the sheet as a PNG file: the whole file or nothing.
   *
   * @throws IOException if the folder cannot be written or the disk is full
   */
  public void save(Path path) throws IOException {
    SafeFile.write(
        path,
        out -> {
          if (!ImageIO.write(sheet, "png", out)) {
            throw new IOException("this Java cannot write PNG files");
          }
        });
  }
}
