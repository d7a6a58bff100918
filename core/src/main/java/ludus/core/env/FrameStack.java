package ludus.core.env;

import ludus.core.draw.PixelCanvas;
import ludus.core.game.Game;

/**
 * The last few frames of one episode. Right after a reset all places hold the first frame; that is
 * the padding rule everywhere (training, replay buffer, evaluation, window).
 */
public final class FrameStack {
  private static final int FRAME = PixelCanvas.FRAME;

  private final int frames;
  private final byte[] ring;
  private final PixelCanvas canvas = new PixelCanvas();
  private int newest;

  public FrameStack(int frames) {
    this.frames = frames;
    this.ring = new byte[frames * FRAME];
  }

  /** Forgets all frames and takes the picture that begins an episode. */
  public void reset(Game game, int player) {
    newest = 0;
    render(game, player);
    for (int i = 1; i < frames; i++) {
      System.arraycopy(ring, 0, ring, i * FRAME, FRAME);
    }
  }

  /** Takes the present picture; the oldest frame goes. */
  public void push(Game game, int player) {
    newest = newest + 1 == frames ? 0 : newest + 1;
    render(game, player);
  }

  /** Writes the frames, oldest first, into {@code out} from {@code offset} on. */
  public void copyTo(byte[] out, int offset) {
    int split = (newest + 1) * FRAME;
    int older = ring.length - split;
    System.arraycopy(ring, split, out, offset, older);
    System.arraycopy(ring, 0, out, offset + older, split);
  }

  private void render(Game game, int player) {
    canvas.target(ring, newest * FRAME);
    game.draw(canvas, player);
  }
}
