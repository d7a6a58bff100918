package ludus.desktop.hud;

import ludus.core.env.ObservationSpec.Pixels;

/**
 * What in the frames moves a decision, as light over the frames themselves and, summed over them,
 * over the game. The strongest pixel lately seen is full light.
 */
public final class SaliencyLayer implements AutoCloseable {
  private static final int SIDE = Pixels.SIDE;
  private static final int FRAME = SIDE * SIDE;

  /** How opaque full light is. */
  private static final float STRENGTH = 0.85f;

  /** What is left of the strongest light from one map to the next. */
  private static final float FADING = 0.9f;

  private final int frames;
  private final AlphaPicture overFrames;
  private final AlphaPicture overBoard;
  private final byte[] frameBytes;
  private final byte[] boardBytes = new byte[FRAME];
  private final float[] sums = new float[FRAME];
  private final float[] smooth = new float[FRAME];
  private float framePeak;
  private float boardPeak;
  private float[] shown;

  public SaliencyLayer(Pixels pixels) {
    frames = pixels.frames();
    overFrames = new AlphaPicture(SIDE, SIDE * frames, false);
    overBoard = new AlphaPicture(SIDE, SIDE, true);
    frameBytes = new byte[pixels.size()];
  }

  /** Shows this map from now on; an array that it shows already is taken to be unchanged. */
  public void show(float[] map) {
    if (map == shown) {
      return;
    }
    shown = map;
    framePeak = Math.max(framePeak * FADING, largest(map));
    light(map, framePeak, frameBytes);
    overFrames.show(frameBytes);
    sum(map);
    boardPeak = Math.max(boardPeak * FADING, largest(smooth));
    light(smooth, boardPeak, boardBytes);
    overBoard.show(boardBytes);
  }

  /** The map that is shown, or null before the first. */
  public float[] shown() {
    return shown;
  }

  /** All frames in one, each pixel with its eight neighbours. */
  private void sum(float[] map) {
    for (int i = 0; i < FRAME; i++) {
      float sum = 0;
      for (int frame = 0; frame < frames; frame++) {
        sum += map[frame * FRAME + i];
      }
      sums[i] = sum;
    }
    for (int y = 0; y < SIDE; y++) {
      for (int x = 0; x < SIDE; x++) {
        float sum = 0;
        for (int dy = Math.max(0, y - 1); dy <= Math.min(SIDE - 1, y + 1); dy++) {
          for (int dx = Math.max(0, x - 1); dx <= Math.min(SIDE - 1, x + 1); dx++) {
            sum += sums[dy * SIDE + dx];
          }
        }
        smooth[y * SIDE + x] = sum;
      }
    }
  }

  private static float largest(float[] values) {
    float largest = 0;
    for (float value : values) {
      largest = Math.max(largest, value);
    }
    return largest;
  }

  private static void light(float[] values, float peak, byte[] out) {
    for (int i = 0; i < values.length; i++) {
      out[i] = peak > 0 ? (byte) (255 * Math.min(1, values[i] / peak)) : 0;
    }
  }

  /** Draws it over the game. */
  void overBoard(Brush brush, float x, float y, float size) {
    if (shown != null) {
      float left = Math.round(brush.pixelX(x));
      float top = Math.round(brush.pixelY(y));
      float side = Math.round(size * brush.scale());
      float color = Ink.withAlpha(Ink.SALIENT, STRENGTH);
      brush.picture(overBoard.texture(), left, top, side, side, 0, 1, color);
    }
  }

  /** Draws it over the frames, where they were drawn last. */
  public void overFrames(Brush brush, FrameTiles tiles) {
    for (int i = 0; i < frames && shown != null; i++) {
      float side = tiles.side();
      float v0 = (float) i / frames;
      float v1 = (i + 1f) / frames;
      float color = Ink.withAlpha(Ink.SALIENT, STRENGTH);
      brush.picture(overFrames.texture(), tiles.left(i), tiles.top(), side, side, v0, v1, color);
    }
  }

  @Override
  public void close() {
    overFrames.close();
    overBoard.close();
  }
}
