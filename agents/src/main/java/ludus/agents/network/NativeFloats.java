package ludus.agents.network;

import java.nio.FloatBuffer;
import org.bytedeco.javacpp.FloatPointer;

/** Floats outside the Java heap, where BLAS finds them: zero at first, and on a cache line. */
final class NativeFloats implements AutoCloseable {
  /** Floats of a cache line. */
  static final int LINE = 64 / Float.BYTES;

  private static final float[] ZEROS = new float[1 << 14];

  final long length;
  private final FloatPointer memory;
  private final long start;
  private final FloatBuffer buffer;

  NativeFloats(long length) {
    this.length = length;
    this.memory = new FloatPointer(length + LINE);
    long past = memory.address() / Float.BYTES % LINE;
    this.start = past == 0 ? 0 : LINE - past;
    this.buffer = at(0).limit(start + length).asBuffer().slice();
    clear();
  }

  /** Makes all of them zero. */
  void clear() {
    for (long i = 0; i < length; i += ZEROS.length) {
      put(i, ZEROS, (int) Math.min(ZEROS.length, length - i));
    }
  }

  /** The place of one of them, for BLAS; good until these are closed. */
  FloatPointer at(long index) {
    return new FloatPointer(memory).position(start + index);
  }

  /** Copies an array in. */
  void put(long index, float[] from) {
    buffer.put((int) index, from);
  }

  void put(long index, float[] from, int count) {
    buffer.put((int) index, from, 0, count);
  }

  void put(long index, float[] from, int offset, int count) {
    buffer.put((int) index, from, offset, count);
  }

  /** Fills an array from here. */
  void get(long index, float[] to) {
    buffer.get((int) index, to);
  }

  void get(long index, float[] to, int offset, int count) {
    buffer.get((int) index, to, offset, count);
  }

  @Override
  public void close() {
    memory.close();
  }
}
