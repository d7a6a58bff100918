package ludus.core.replay;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UTFDataFormatException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;
import ludus.core.file.SafeFile;

/**
 * The file of one replay: eight bytes "LUDUSRPL", then a deflated body, then the body's CRC-32. The
 * body is, in big-endian order: format (int), game (modified UTF-8 with its length), version (int),
 * seed (long), players (int), interval (int), number of ticks (int), the actions (a byte each),
 * number of checksums (int), the checksums (int each).
 */
public final class ReplayFile {
  private static final long MAGIC = 0x4C55445553_52504CL; // LUDUSRPL
  private static final int FORMAT = 1;
  private static final int MOST_TICKS = 100_000_000;

  private ReplayFile() {}

  /** Writes the whole file or nothing. */
  public static void write(Replay replay, Path path) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(new DeflaterOutputStream(body))) {
      out.writeInt(FORMAT);
      out.writeUTF(replay.game());
      out.writeInt(replay.version());
      out.writeLong(replay.seed());
      out.writeInt(replay.players());
      out.writeInt(replay.interval());
      out.writeInt(replay.ticks());
      out.write(replay.actions());
      out.writeInt(replay.checksums().length);
      for (int checksum : replay.checksums()) {
        out.writeInt(checksum);
      }
    }
    CRC32 crc = new CRC32();
    crc.update(body.toByteArray());
    SafeFile.write(
        path,
        stream -> {
          DataOutputStream out = new DataOutputStream(stream);
          out.writeLong(MAGIC);
          body.writeTo(out);
          out.writeInt((int) crc.getValue());
          out.flush();
        });
  }

  /**
   * Reads a file that {@link #write} has written.
   *
   * @throws ReplayException if it is not a replay or is damaged
   */
  public static Replay read(Path path) throws IOException {
    byte[] file;
    try (InputStream in = Files.newInputStream(path)) {
      file = in.readAllBytes();
    }
    if (file.length < 12
        || new DataInputStream(new ByteArrayInputStream(file)).readLong() != MAGIC) {
      throw new ReplayException(path + " is not a Ludus replay");
    }
    CRC32 crc = new CRC32();
    crc.update(file, 8, file.length - 12);
    int stored = new DataInputStream(new ByteArrayInputStream(file, file.length - 4, 4)).readInt();
    if (stored != (int) crc.getValue()) {
      throw new ReplayException(path + " is damaged: its checksum does not match");
    }
    try (DataInputStream in =
        new DataInputStream(
            new InflaterInputStream(new ByteArrayInputStream(file, 8, file.length - 12)))) {
      return readBody(in, path);
    } catch (EOFException | ZipException | UTFDataFormatException e) {
      throw new ReplayException(path + " is damaged: it ends too early");
    }
  }

  private static Replay readBody(DataInputStream in, Path path) throws IOException {
    int format = in.readInt();
    if (format != FORMAT) {
      throw new ReplayException(
          "%s has replay format %d, this version of Ludus reads %d"
              .formatted(path, format, FORMAT));
    }
    String game = in.readUTF();
    int version = in.readInt();
    long seed = in.readLong();
    int players = in.readInt();
    int interval = in.readInt();
    int ticks = in.readInt();
    if (players < 1 || players > 2 || interval < 1 || ticks < 0 || ticks > MOST_TICKS) {
      throw new ReplayException(path + " is damaged: its numbers make no sense");
    }
    byte[] actions = in.readNBytes(ticks * players);
    int count = in.readInt();
    if (actions.length != ticks * players || count != 1 + (ticks + interval - 1) / interval) {
      throw new ReplayException(path + " is damaged: its numbers make no sense");
    }
    int[] checksums = new int[count];
    for (int i = 0; i < count; i++) {
      checksums[i] = in.readInt();
    }
    return new Replay(game, version, seed, players, actions, interval, checksums);
  }
}
