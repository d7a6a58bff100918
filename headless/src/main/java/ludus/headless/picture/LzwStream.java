package ludus.headless.picture;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/**
 * The compression of GIF images: LZW with codes of growing width, packed low bit first into blocks
 * of up to 255 bytes (GIF89a specification, appendix F).
 */
final class LzwStream {
  private static final int MAX_CODES = 1 << 12;
  private static final int BLOCK = 255;

  // child[code << 8 | index]: the code of that string followed by that index, 0 for none. (0 is a
  // single index and so nobody's child.)
  private final short[] child = new short[MAX_CODES << 8];
  private final byte[] block = new byte[BLOCK];

  private ByteArrayOutputStream out;
  private int blockSize;
  private int bits;
  private int bitCount;

  /**
   * Writes the minimum code size, the blocks and their terminator.
   *
   * @param indices the image's colour indices, row after row
   * @param length how many of them
   * @param depth bits of an index, 1 to 8
   */
  void write(byte[] indices, int length, int depth, ByteArrayOutputStream out) {
    this.out = out;
    int minimum = Math.max(2, depth); // the format has no code size of one
    int clear = 1 << minimum;
    int next = clear + 2;
    int width = minimum + 1;
    out.write(minimum);
    Arrays.fill(child, (short) 0);
    put(clear, width);
    int code = indices[0] & 0xFF;
    for (int i = 1; i < length; i++) {
      int index = indices[i] & 0xFF;
      int known = child[code << 8 | index];
      if (known != 0) {
        code = known;
        continue;
      }
      put(code, width);
      if (next < MAX_CODES) {
        // The reader is one code behind, so the width grows when the code just made needs it.
        if (next == 1 << width) {
          width++;
        }
        child[code << 8 | index] = (short) next++;
      } else {
        put(clear, width);
        Arrays.fill(child, (short) 0);
        next = clear + 2;
        width = minimum + 1;
      }
      code = index;
    }
    put(code, width);
    if (next == 1 << width && width < 12) {
      width++;
    }
    put(clear + 1, width);
    finish();
  }

  private void put(int code, int width) {
    bits |= code << bitCount;
    bitCount += width;
    while (bitCount >= 8) {
      putByte(bits);
      bits >>>= 8;
      bitCount -= 8;
    }
  }

  private void putByte(int value) {
    block[blockSize++] = (byte) value;
    if (blockSize == BLOCK) {
      endBlock();
    }
  }

  private void endBlock() {
    if (blockSize > 0) {
      out.write(blockSize);
      out.write(block, 0, blockSize);
      blockSize = 0;
    }
  }

  private void finish() {
    if (bitCount > 0) {
      putByte(bits);
    }
    bits = 0;
    bitCount = 0;
    endBlock();
    out.write(0);
    out = null;
  }
}
