package ludus.headless.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventFileTest {
  private static final InstantSource NOON =
      InstantSource.fixed(Instant.ofEpochMilli(1_700_000_000_250L));

  @TempDir Path folder;

  @Test
  void aReaderFindsEveryPointWithItsStepTimeAndTag() throws IOException {
    Path path;
    try (EventFile file = EventFile.create(folder, NOON)) {
      path = file.path();
      for (int i = 0; i < 1000; i++) {
        file.scalar("train/return", 123_456_789_000L + i, -i / 8.0);
      }
      file.scalar("größe/α", 0, Double.NaN);
    }
    List<Map<String, Object>> events = read(path);
    assertEquals(1002, events.size());
    assertEquals("brain.Event:2", events.get(0).get("3"));
    for (int i = 0; i < 1000; i++) {
      Map<String, Object> event = events.get(i + 1);
      assertEquals(1_700_000_000.25, event.get("1"));
      assertEquals(123_456_789_000L + i, event.get("2"));
      assertEquals("train/return", event.get("5.1.1"));
      assertEquals(-i / 8f, event.get("5.1.2"));
    }
    assertEquals("größe/α", events.get(1001).get("5.1.1"));
    assertEquals(Float.NaN, events.get(1001).get("5.1.2"));
  }

  @Test
  void pointsAreSeenOnceFlushedAndACutTailLosesOnlyItsOwnRecord() throws IOException {
    try (EventFile file = EventFile.create(folder, NOON)) {
      file.scalar("loss", 1, 0.5);
      assertEquals(1, read(file.path()).size());
      file.flush();
      assertEquals(2, read(file.path()).size());
      file.scalar("loss", 2, 0.25);
      file.flush();
      byte[] bytes = Files.readAllBytes(file.path());
      Path cut = folder.resolve("cut");
      Files.write(cut, java.util.Arrays.copyOf(bytes, bytes.length - 3));
      assertEquals(2, read(cut).size());
    }
  }

  @Test
  void aResumedRunBeginsANewFileThatPurgesWhatCameAfterTheCheckpoint() throws IOException {
    try (EventFile first = EventFile.create(folder, NOON)) {
      first.scalar("loss", 5000, 1);
    }
    try (EventFile second = EventFile.resume(folder, 4000, NOON)) {
      second.scalar("loss", 4500, 2);
      second.flush();
      List<Map<String, Object>> events = read(second.path());
      assertEquals("brain.Event:2", events.get(0).get("3"));
      assertEquals(4001L, events.get(1).get("2"), "steps from here on are dropped");
      assertEquals(1L, events.get(1).get("7.1"), "SessionLog.START");
      assertEquals(4500L, events.get(2).get("2"));
    }
  }

  @Test
  void aLaterFileSortsAfterAnEarlierOneEvenIfTheClockWasSetBack() throws IOException {
    List<String> names = new ArrayList<>();
    for (long second : new long[] {1_700_000_000, 1_700_000_000, 1_600_000_000, 1_700_000_500}) {
      InstantSource clock = InstantSource.fixed(Instant.ofEpochSecond(second));
      try (EventFile file = EventFile.resume(folder, 1, clock)) {
        names.add(file.path().getFileName().toString());
      }
    }
    assertEquals(
        List.of(
            "events.out.tfevents.1700000000.ludus",
            "events.out.tfevents.1700000001.ludus",
            "events.out.tfevents.1700000002.ludus",
            "events.out.tfevents.1700000500.ludus"),
        names);
  }

  @Test
  void theNameTellsNothingOfTheMachine() throws IOException {
    try (EventFile file = EventFile.create(folder)) {
      assertTrue(
          file.path()
              .getFileName()
              .toString()
              .matches("events\\.out\\.tfevents\\.\\d{10}\\.ludus"));
    }
  }

  @Test
  void aTagThatIsNoneIsRefusedAndClosingTwiceDoesNoHarm() throws IOException {
    EventFile file = EventFile.create(folder, NOON);
    assertThrows(IllegalArgumentException.class, () -> file.scalar("", 1, 1));
    assertThrows(IllegalArgumentException.class, () -> file.scalar("x".repeat(2000), 1, 1));
    file.scalar("x".repeat(1000), 1, 1);
    file.close();
    file.close();
    assertEquals(2, read(file.path()).size());
  }

  /** Reads whole records: an independent reading of the TFRecord and protobuf formats. */
  private static List<Map<String, Object>> read(Path path) throws IOException {
    ByteBuffer in = ByteBuffer.wrap(Files.readAllBytes(path)).order(ByteOrder.LITTLE_ENDIAN);
    List<Map<String, Object>> events = new ArrayList<>();
    while (in.remaining() >= 12) {
      ByteBuffer header = in.slice(in.position(), 8);
      int length = Math.toIntExact(in.getLong());
      assertEquals(maskedCrc(header), in.getInt());
      if (in.remaining() < length + 4) {
        break;
      }
      ByteBuffer body = in.slice(in.position(), length).order(ByteOrder.LITTLE_ENDIAN);
      in.position(in.position() + length);
      assertEquals(maskedCrc(body.duplicate()), in.getInt());
      Map<String, Object> event = new HashMap<>();
      message(body, "", event);
      events.add(event);
    }
    return events;
  }

  /** Fields by their path of numbers; 5, 5.1 and 7 are messages. */
  private static void message(ByteBuffer in, String prefix, Map<String, Object> out) {
    while (in.hasRemaining()) {
      long key = varint(in);
      String field = prefix + (key >> 3);
      Object value =
          switch ((int) (key & 7)) {
            case 0 -> varint(in);
            case 1 -> in.getDouble();
            case 5 -> in.getFloat();
            case 2 -> {
              int length = (int) varint(in);
              ByteBuffer part = in.slice(in.position(), length).order(ByteOrder.LITTLE_ENDIAN);
              in.position(in.position() + length);
              if (List.of("5", "5.1", "7").contains(field)) {
                message(part, field + ".", out);
                yield "message";
              }
              yield StandardCharsets.UTF_8.decode(part).toString();
            }
            default -> throw new AssertionError("wire type of " + field);
          };
      assertFalse(out.containsKey(field), field);
      out.put(field, value);
    }
  }

  private static long varint(ByteBuffer in) {
    long value = 0;
    for (int shift = 0; ; shift += 7) {
      byte b = in.get();
      value |= (long) (b & 0x7F) << shift;
      if (b >= 0) {
        return value;
      }
    }
  }

  /** CRC-32C bit by bit, so that the class under test is not checked with its own tool. */
  private static int maskedCrc(ByteBuffer bytes) {
    int crc = -1;
    while (bytes.hasRemaining()) {
      crc ^= bytes.get() & 0xFF;
      for (int i = 0; i < 8; i++) {
        crc = crc >>> 1 ^ (0x82F63B78 & -(crc & 1));
      }
    }
    crc = ~crc;
    return (crc >>> 15 | crc << 17) + 0xA282EAD8;
  }
}
