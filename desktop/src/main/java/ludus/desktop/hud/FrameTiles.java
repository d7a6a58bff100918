package ludus.desktop.hud;

import ludus.core.env.ObservationSpec.Pixels;
import ludus.desktop.hud.Brush.Align;

/**
 * The stacked frames just as the agent gets them, oldest first: every pixel of a frame is a whole
 * number of pixels of the window, so that nothing is blurred or doubled. Only a window too small
 * for one each shows them smaller.
 */
public final class FrameTiles implements AutoCloseable {
  private static final int SIDE = Pixels.SIDE;
  private static final float GAP = 12;
  private static final float LABEL = 22;

  private final int frames;
  private final AlphaPicture picture;
  private final String[] labels;
  private final int[] left;
  private int top;
  private int side = SIDE;

  /**
   * @param frameSkip how many ticks lie between two frames
   */
  public FrameTiles(Pixels pixels, int frameSkip) {
    frames = pixels.frames();
    // An observation is a picture already: its frames one below the other.
    picture = new AlphaPicture(SIDE, SIDE * frames, false);
    labels = new String[frames];
    left = new int[frames];
    for (int i = 0; i < frames; i++) {
      int ago = (frames - 1 - i) * frameSkip;
      labels[i] = ago == 0 ? "now" : "−" + ago + (ago == 1 ? " tick" : " ticks");
    }
  }

  /** Takes an observation to show from now on. */
  public void show(byte[] observation) {
    picture.show(observation);
  }

  /** How high the tiles are in all, in units, when they are given this width. */
  public float height(float width) {
    return cell(width) + LABEL;
  }

  private float cell(float width) {
    return (width - (frames - 1) * GAP) / frames;
  }

  /** Draws all frames in a row of this width. */
  public void draw(Brush brush, float x, float y, float width) {
    float cell = cell(width);
    float pixels = cell * brush.scale();
    int room = Math.round(pixels);
    side = room < SIDE ? room : room / SIDE * SIDE;
    float slack = Math.max(0, pixels - side) / 2;
    top = Math.round(brush.pixelY(y) + slack);
    for (int i = 0; i < frames; i++) {
      float from = x + i * (cell + GAP);
      boolean newest = i == frames - 1;
      float edge = newest ? Ink.AGENT : Ink.LINE;
      brush.framed(from - 3, y - 3, cell + 6, cell + 6, 4, 1, Ink.WELL, edge);
      left[i] = Math.round(brush.pixelX(from) + slack);
      brush.square(left[i], top, side, Ink.BLACK);
      float v0 = (float) i / frames;
      float v1 = (i + 1f) / frames;
      brush.picture(picture.texture(), left[i], top, side, side, v0, v1, Ink.FRAME_WHITE);
      float color = newest ? Ink.TEXT : Ink.MUTED;
      float base = y + cell + LABEL - 2;
      brush.text(Face.SMALL, labels[i], from + cell / 2, base, color, Align.CENTER);
    }
  }

  /** How many pixels of the window a frame took, each way, when they were last drawn. */
  int side() {
    return side;
  }

  /** The column of the window where a frame begins. */
  int left(int frame) {
    return left[frame];
  }

  /** The row of the window, from the top, where the frames begin. */
  int top() {
    return top;
  }

  @Override
  public void close() {
    picture.close();
  }
}
