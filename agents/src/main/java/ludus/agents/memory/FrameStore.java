package ludus.agents.memory;

import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import ludus.core.draw.PixelCanvas;
import ludus.core.env.ObservationSpec;
import ludus.core.env.Observations;

/**
 * Numbered places for one frame, or one vector of features, each. Room is taken in chunks as places
 * are first written. Frames lie outside the Java heap, whose usual limit of a quarter of the memory
 * a million of them would exceed, and which would have to move them about.
 */
sealed interface FrameStore {
  /** How many places a chunk has. */
  int CHUNK = 1 << 10;

  /** A store of this many places. */
  static FrameStore of(ObservationSpec spec, int places) {
    return spec instanceof ObservationSpec.Pixels pixels
        ? new Frames(pixels.frames(), places)
        : new Features(spec.size(), places);
  }

  /** Keeps the newest frame, or the features, of this row and returns a checksum of them. */
  int put(int place, Observations from, int row);

  /**
   * Copies what is at consecutive places into {@code to}, from number {@code at} of its frames on.
   */
  void get(int place, int count, Observations to, int at);

  /** Frames of pixels. */
  final class Frames implements FrameStore {
    private static final int FRAME = PixelCanvas.FRAME;

    private final int depth;
    private final int places;
    private final ByteBuffer[] chunks;
    private final CRC32 crc = new CRC32();

    Frames(int depth, int places) {
      this.depth = depth;
      this.places = places;
      this.chunks = new ByteBuffer[(places + CHUNK - 1) / CHUNK];
    }

    @Override
    public int put(int place, Observations from, int row) {
      int i = place / CHUNK;
      if (chunks[i] == null) {
        chunks[i] = ByteBuffer.allocateDirect(Math.min(CHUNK, places - i * CHUNK) * FRAME);
      }
      int newest = ((row + 1) * depth - 1) * FRAME;
      chunks[i].put(place % CHUNK * FRAME, from.bytes(), newest, FRAME);
      crc.reset();
      crc.update(from.bytes(), newest, FRAME);
      return (int) crc.getValue();
    }

    @Override
    public void get(int place, int count, Observations to, int at) {
      while (count > 0) {
        int first = place % CHUNK;
        int run = Math.min(count, CHUNK - first);
        chunks[place / CHUNK].get(first * FRAME, to.bytes(), at * FRAME, run * FRAME);
        place += run;
        at += run;
        count -= run;
      }
    }
  }

  /** Vectors of features. */
  final class Features implements FrameStore {
    private final int size;
    private final int places;
    private final float[][] chunks;

    Features(int size, int places) {
      this.size = size;
      this.places = places;
      this.chunks = new float[(places + CHUNK - 1) / CHUNK][];
    }

    @Override
    public int put(int place, Observations from, int row) {
      int i = place / CHUNK;
      if (chunks[i] == null) {
        chunks[i] = new float[Math.multiplyExact(Math.min(CHUNK, places - i * CHUNK), size)];
      }
      System.arraycopy(from.floats(), row * size, chunks[i], place % CHUNK * size, size);
      int sum = 1;
      for (int k = 0; k < size; k++) {
        sum = 31 * sum + Float.floatToIntBits(from.floats()[row * size + k]);
      }
      return sum;
    }

    @Override
    public void get(int place, int count, Observations to, int at) {
      for (int k = 0; k < count; k++, place++, at++) {
        System.arraycopy(chunks[place / CHUNK], place % CHUNK * size, to.floats(), at * size, size);
      }
    }
  }
}
