package ludus.headless.picture;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import ludus.core.file.SafeFile;

/**
 * An endless animation in a GIF file, played at the game's own speed. Frames are compressed as they
 * come (only the rectangle that changed, and in it only the pixels that did), so a recording costs
 * the memory of its file, and nothing is on the disk before {@link #save}.
 *
 * <p>A GIF counts time in 1/100 s, and viewers slow frames under 2/100 s down to a crawl. So a
 * recording takes every {@link #stepOf}-th tick only, and each frame's delay is rounded such that
 * the errors cancel: 30 frames a second play at 30 on average.
 */
public final class AnimatedGif {
  private static final int MAX_FRAMES_PER_SECOND = 30;
  private static final int MIN_DELAY = 2;
  private static final int MAX_DELAY = 0xFFFF;

  private final int width;
  private final int height;
  private final int ticksPerSecond;

  private final GifPalette palette = new GifPalette();
  private final LzwStream lzw = new LzwStream();
  private final ByteArrayOutputStream blocks = new ByteArrayOutputStream(1 << 16);

  private final int[] rgb;
  private final byte[] changes;
  private byte[] shown;
  private byte[] frame;

  // The newest frame waits, compressed, until it is known how long it stays.
  private final ByteArrayOutputStream waiting = new ByteArrayOutputStream(1 << 14);
  private long waitingTicks;
  private long ticks;
  private long writtenTime;
  private int frames;

  /**
   * An animation without frames.
   *
   * @param width of every frame, in pixels, 1 to 65535
   * @param height of every frame, in pixels, 1 to 65535
   * @param ticksPerSecond how fast the game runs
   */
  public AnimatedGif(int width, int height, int ticksPerSecond) {
    if (width < 1 || height < 1 || width > 0xFFFF || height > 0xFFFF) {
      throw new IllegalArgumentException(
          "a GIF is 1 to 65535 pixels wide and high, not %d x %d".formatted(width, height));
    }
    if (ticksPerSecond < 1) {
      throw new IllegalArgumentException("ticksPerSecond must be positive, was " + ticksPerSecond);
    }
    this.width = width;
    this.height = height;
    this.ticksPerSecond = ticksPerSecond;
    int pixels = Math.multiplyExact(width, height);
    this.rgb = new int[pixels];
    this.changes = new byte[pixels];
    this.shown = new byte[pixels];
    this.frame = new byte[pixels];
  }

  /**
   * Every how many ticks a frame is to be added: the fewest that make at most {@value
   * #MAX_FRAMES_PER_SECOND} frames a second.
   */
  public static int stepOf(int ticksPerSecond) {
    return Math.max(1, (ticksPerSecond + MAX_FRAMES_PER_SECOND - 1) / MAX_FRAMES_PER_SECOND);
  }

  /**
   * Adds a frame that is shown for this many ticks of the game. The image is read at once and not
   * kept.
   *
   * @throws IllegalArgumentException if the image has another size or the time is shorter than a
   *     GIF can show
   */
  public void add(BufferedImage image, int forTicks) {
    if (image.getWidth() != width || image.getHeight() != height) {
      throw new IllegalArgumentException(
          "this GIF has %d x %d pixels, the frame has %d x %d"
              .formatted(width, height, image.getWidth(), image.getHeight()));
    }
    if (100L * forTicks < (long) MIN_DELAY * ticksPerSecond) {
      throw new IllegalArgumentException(
          "a frame of %d ticks at %d ticks/s is too short for a GIF: add every %dth tick"
              .formatted(forTicks, ticksPerSecond, stepOf(ticksPerSecond)));
    }
    image.getRGB(0, 0, width, height, rgb, 0, width);
    palette.map(rgb, frame);
    if (frames == 0) {
      compress(frame, 0, 0, width, height);
    } else {
      change();
    }
    byte[] other = shown;
    shown = frame;
    frame = other;
    ticks += forTicks;
    waitingTicks += forTicks;
  }

  /** How many different frames there are; equal neighbours are one longer frame. */
  public int frames() {
    return frames;
  }

  /**
   * Writes the whole file, or nothing. More frames may be added afterwards and all saved again.
   *
   * @throws IOException if the folder cannot be written or the disk is full
   * @throws IllegalStateException if there is no frame
   */
  public void save(Path path) throws IOException {
    Objects.requireNonNull(path);
    if (frames == 0) {
      throw new IllegalStateException("a GIF needs a frame");
    }
    ByteArrayOutputStream head = new ByteArrayOutputStream(1024);
    head.writeBytes("GIF89a".getBytes(StandardCharsets.US_ASCII));
    word(head, width);
    word(head, height);
    int depth = depth(palette.size() - 1);
    head.write(0xF0 | depth - 1); // a global table of 2^depth colours
    head.write(0); // background
    head.write(0); // aspect ratio: none given
    head.write(palette.table(), 0, 3 << depth);
    head.writeBytes(new byte[] {0x21, (byte) 0xFF, 11});
    head.writeBytes("NETSCAPE2.0".getBytes(StandardCharsets.US_ASCII));
    head.writeBytes(new byte[] {3, 1, 0, 0, 0}); // 0: repeat for ever
    ByteArrayOutputStream last = new ByteArrayOutputStream();
    control(last);
    SafeFile.write(
        path,
        out -> {
          head.writeTo(out);
          blocks.writeTo(out);
          last.writeTo(out);
          waiting.writeTo(out);
          out.write(0x3B);
        });
  }

  /** Finds what changed against the frame shown; if anything did, it becomes the waiting frame. */
  private void change() {
    int top = height;
    int bottom = 0;
    int left = width;
    int right = 0;
    for (int y = 0, i = 0; y < height; y++) {
      for (int x = 0; x < width; x++, i++) {
        if (frame[i] == shown[i]) {
          changes[i] = GifPalette.UNCHANGED;
        } else {
          changes[i] = frame[i];
          top = Math.min(top, y);
          bottom = y + 1;
          left = Math.min(left, x);
          right = Math.max(right, x + 1);
        }
      }
    }
    if (top < bottom) {
      compress(changes, left, top, right, bottom);
    } else if (100 * waitingTicks / ticksPerSecond > MAX_DELAY / 2) {
      compress(changes, 0, 0, 1, 1); // one unchanged pixel: a delay has 16 bits
    }
  }

  private void compress(byte[] indices, int left, int top, int right, int bottom) {
    if (frames > 0) {
      control(blocks);
      writtenTime = time();
      blocks.writeBytes(waiting.toByteArray());
      waiting.reset();
      waitingTicks = 0;
    }
    frames++;
    int w = right - left;
    int length = 0;
    int highest = 0;
    byte[] part = new byte[w * (bottom - top)];
    for (int y = top; y < bottom; y++) {
      System.arraycopy(indices, y * width + left, part, length, w);
      length += w;
    }
    for (byte index : part) {
      highest = Math.max(highest, index & 0xFF);
    }
    waiting.write(0x2C);
    word(waiting, left);
    word(waiting, top);
    word(waiting, w);
    word(waiting, bottom - top);
    waiting.write(0); // neither a table of its own nor interlaced
    lzw.write(part, length, depth(highest), waiting);
  }

  /** The graphic control of the waiting frame: its delay, and that it stays and lets through. */
  private void control(ByteArrayOutputStream out) {
    out.writeBytes(new byte[] {0x21, (byte) 0xF9, 4, 1 << 2 | 1});
    word(out, (int) Math.min(MAX_DELAY, time() - writtenTime));
    out.write(GifPalette.UNCHANGED);
    out.write(0);
  }

  /** When the waiting frame ends, in 1/100 s since the start; rounding here carries errors over. */
  private long time() {
    return Math.round(100.0 * ticks / ticksPerSecond);
  }

  /** Bits that hold the index. */
  private static int depth(int index) {
    return Math.max(1, 32 - Integer.numberOfLeadingZeros(index));
  }

  private static void word(ByteArrayOutputStream out, int value) {
    out.write(value);
    out.write(value >> 8);
  }
}
