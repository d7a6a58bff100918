package ludus.core.env;

import ludus.core.draw.Canvas;
import ludus.core.draw.PixelCanvas;

/** The form of one observation. */
public sealed interface ObservationSpec {
  /** How many numbers one observation has. */
  int size();

  /**
   * Stacked grey frames, one byte (0 to 255, unsigned) a pixel, as {@code [frame][row][column]},
   * the newest frame last.
   *
   * @param frames how many
   */
  record Pixels(int frames) implements ObservationSpec {
    /** Rows and columns of a frame. */
    public static final int SIDE = Canvas.SIZE;

    /**
     * @throws IllegalArgumentException unless 1 to 16 frames are asked for
     */
    public Pixels {
      if (frames < 1 || frames > 16) {
        throw new IllegalArgumentException("frame stack must be 1 to 16, was " + frames);
      }
    }

    @Override
    public int size() {
      return frames * PixelCanvas.FRAME;
    }

    @Override
    public String toString() {
      return "pixels %d×%d×%d".formatted(SIDE, SIDE, frames);
    }
  }

  /**
   * The game's features, one float each, in the game's own units.
   *
   * @param count how many
   */
  record Features(int count) implements ObservationSpec {
    /**
     * @throws IllegalArgumentException if there is none
     */
    public Features {
      if (count < 1) {
        throw new IllegalArgumentException("an observation needs a feature, got " + count);
      }
    }

    @Override
    public int size() {
      return count;
    }

    @Override
    public String toString() {
      return count + " features";
    }
  }
}
