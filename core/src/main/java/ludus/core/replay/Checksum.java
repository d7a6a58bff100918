package ludus.core.replay;

import java.util.zip.CRC32;
import ludus.core.draw.PixelCanvas;
import ludus.core.game.Game;

/** One number for all that can be seen of a game: every player's frame and features. */
public final class Checksum {
  private final Game game;
  private final PixelCanvas canvas = new PixelCanvas();
  private final float[] features;
  private final byte[] bytes;
  private final CRC32 crc = new CRC32();

  public Checksum(Game game) {
    this.game = game;
    this.features = new float[game.info().features().size()];
    this.bytes = new byte[4 * features.length];
  }

  /** The CRC-32 of the present frames and features. */
  public int now() {
    crc.reset();
    for (int player = 0; player < game.info().players(); player++) {
      game.draw(canvas, player);
      crc.update(canvas.pixels());
      game.features(player, features);
      for (int i = 0; i < features.length; i++) {
        int bits = Float.floatToIntBits(features[i]);
        bytes[4 * i] = (byte) (bits >> 24);
        bytes[4 * i + 1] = (byte) (bits >> 16);
        bytes[4 * i + 2] = (byte) (bits >> 8);
        bytes[4 * i + 3] = (byte) bits;
      }
      crc.update(bytes);
    }
    return (int) crc.getValue();
  }
}
