package ludus.headless.run;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.CRC32C;

/**
 * The scalars of a run as TensorBoard reads them: an append-only file of TFRecords, each a
 * hand-encoded protobuf {@code Event}.
 *
 * <p>Every record carries its length and checksums, so a file that a kill has cut short is still
 * read up to its last whole record. Nothing is ever appended after such a cut: a resumed run begins
 * a new file, which tells the reader from which step on the old points no longer count.
 *
 * <p>It does not decide what is logged or when; one thread writes.
 */
public final class EventFile implements Closeable {
  private static final String PREFIX = "events.out.tfevents.";
  private static final Pattern NAME =
      Pattern.compile(Pattern.quote(PREFIX) + "(\\d{1,18})(\\..*)?");

  // Field numbers of tensorflow/core/util/event.proto and framework/summary.proto.
  private static final int EVENT_WALL_TIME = 1;
  private static final int EVENT_STEP = 2;
  private static final int EVENT_FILE_VERSION = 3;
  private static final int EVENT_SUMMARY = 5;
  private static final int EVENT_SESSION_LOG = 7;
  private static final int SUMMARY_VALUE = 1;
  private static final int VALUE_TAG = 1;
  private static final int VALUE_SIMPLE = 2;
  private static final int SESSION_STATUS = 1;
  private static final int SESSION_START = 1;

  // Protobuf wire types.
  private static final int VARINT = 0;
  private static final int FIXED64 = 1;
  private static final int BYTES = 2;
  private static final int FIXED32 = 5;

  private static final int MAX_TAG = 1000;

  private final Path path;
  private final FileChannel channel;
  private final InstantSource clock;
  private final ByteBuffer buffer = ByteBuffer.allocate(1 << 14).order(ByteOrder.LITTLE_ENDIAN);
  private final ByteBuffer event = ByteBuffer.allocate(2048).order(ByteOrder.LITTLE_ENDIAN);
  private final CRC32C crc = new CRC32C();

  private EventFile(Path folder, InstantSource clock) throws IOException {
    this.clock = clock;
    Files.createDirectories(folder);
    this.path = folder.resolve(PREFIX + "%010d.ludus".formatted(seconds(folder, clock)));
    this.channel = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
  }

  /**
   * Begins the event file of a new run.
   *
   * @throws IOException if the folder cannot be written
   */
  public static EventFile create(Path folder) throws IOException {
    return create(folder, InstantSource.system());
  }

  static EventFile create(Path folder, InstantSource clock) throws IOException {
    EventFile file = new EventFile(folder, clock);
    file.begin(0);
    file.version();
    file.end();
    file.flush();
    return file;
  }

  /**
   * Begins the next event file of a run that goes on after {@code step}: what older files in the
   * folder say about later steps is dropped by TensorBoard.
   *
   * @param step the env steps that the run had done when it was saved
   * @throws IOException if the folder cannot be written
   */
  public static EventFile resume(Path folder, long step) throws IOException {
    return resume(folder, step, InstantSource.system());
  }

  static EventFile resume(Path folder, long step, InstantSource clock) throws IOException {
    EventFile file = create(folder, clock);
    // TensorBoard drops older points with a step at or above this event's, hence + 1: the point at
    // the saved step itself was written before the save and stays.
    file.begin(step + 1);
    file.key(EVENT_SESSION_LOG, BYTES);
    file.event.put((byte) 2);
    file.key(SESSION_STATUS, VARINT);
    file.varint(SESSION_START);
    file.end();
    file.flush();
    return file;
  }

  /** The file written. */
  public Path path() {
    return path;
  }

  /**
   * Adds one point to a chart.
   *
   * @param tag name of the chart; a "/" groups charts, as in {@code eval/return}
   * @param step env steps done so far
   * @param value stored in single precision
   * @throws IOException if the disk is full
   * @throws IllegalArgumentException if the tag is empty or longer than {@value #MAX_TAG} bytes
   */
  public void scalar(String tag, long step, double value) throws IOException {
    byte[] name = tag.getBytes(StandardCharsets.UTF_8);
    if (name.length == 0 || name.length > MAX_TAG) {
      throw new IllegalArgumentException(
          "a tag has 1 to %d bytes, this one has %d".formatted(MAX_TAG, name.length));
    }
    int valueSize = 1 + varintSize(name.length) + name.length + 1 + Float.BYTES;
    begin(step);
    key(EVENT_SUMMARY, BYTES);
    varint(1 + varintSize(valueSize) + valueSize);
    key(SUMMARY_VALUE, BYTES);
    varint(valueSize);
    key(VALUE_TAG, BYTES);
    varint(name.length);
    event.put(name);
    key(VALUE_SIMPLE, FIXED32);
    event.putFloat((float) value);
    end();
  }

  /** Hands all points so far to the operating system, where a reader sees them. */
  public void flush() throws IOException {
    buffer.flip();
    while (buffer.hasRemaining()) {
      channel.write(buffer);
    }
    buffer.clear();
  }

  @Override
  public void close() throws IOException {
    try (channel) {
      if (channel.isOpen()) {
        flush();
      }
    }
  }

  /**
   * The second that names the file. TensorBoard reads a run's files in the order of their names and
   * never looks back, so a new file must sort after the others, even if the clock was set back.
   */
  private static long seconds(Path folder, InstantSource clock) throws IOException {
    long seconds = clock.millis() / 1000;
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Matcher name = NAME.matcher(file.getFileName().toString());
        if (name.matches()) {
          seconds = Math.max(seconds, Long.parseLong(name.group(1)) + 1);
        }
      }
    }
    return seconds;
  }

  private void version() {
    byte[] version = "brain.Event:2".getBytes(StandardCharsets.US_ASCII);
    key(EVENT_FILE_VERSION, BYTES);
    varint(version.length);
    event.put(version);
  }

  private void begin(long step) {
    event.clear();
    key(EVENT_WALL_TIME, FIXED64);
    event.putDouble(clock.millis() / 1000.0);
    key(EVENT_STEP, VARINT);
    varint(step);
  }

  /** Frames the event: length, checksum of the length, event, checksum of the event. */
  private void end() throws IOException {
    int length = event.position();
    // Only whole records are flushed, so that a reader seldom meets half of one.
    if (buffer.remaining() < length + 16) {
      flush();
    }
    int start = buffer.position();
    buffer.putLong(length);
    buffer.putInt(checksum(buffer.array(), start, Long.BYTES));
    buffer.put(event.array(), 0, length);
    buffer.putInt(checksum(event.array(), 0, length));
  }

  private void key(int field, int wireType) {
    event.put((byte) (field << 3 | wireType));
  }

  private void varint(long value) {
    while ((value & ~0x7FL) != 0) {
      event.put((byte) (value & 0x7F | 0x80));
      value >>>= 7;
    }
    event.put((byte) value);
  }

  private static int varintSize(int value) {
    return value < 1 << 7 ? 1 : value < 1 << 14 ? 2 : 3;
  }

  /** The masked CRC-32C of the TFRecord format. */
  private int checksum(byte[] bytes, int offset, int length) {
    crc.reset();
    crc.update(bytes, offset, length);
    int plain = (int) crc.getValue();
    return Integer.rotateRight(plain, 15) + 0xA282EAD8;
  }
}
