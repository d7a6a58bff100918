package ludus.headless.run;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * {@code metrics.csv}: one row each time something was measured, the first row naming the columns.
 * What was not measured, or is not a number yet, is left empty.
 */
public final class MetricsFile implements AutoCloseable {
  private final FileChannel channel;
  private final List<String> columns;

  private MetricsFile(FileChannel channel, List<String> columns) {
    this.channel = channel;
    this.columns = columns;
  }

  /**
   * Opens the file, cut to what a checkpoint knows of it. A file that goes on keeps the columns
   * that it began with, whatever is measured by now.
   *
   * @param bytes the length to keep; 0 begins anew
   */
  static MetricsFile open(Path path, long bytes, List<String> columns) throws IOException {
    FileChannel channel =
        FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (channel.size() < bytes) {
      bytes = 0; // somebody has cut it: the run goes on, the old rows are lost
    }
    if (bytes > 0) {
      try (Stream<String> lines = Files.lines(path)) {
        columns = lines.findFirst().map(line -> List.of(line.split(","))).orElse(columns);
      }
    }
    channel.truncate(bytes).position(bytes);
    MetricsFile file = new MetricsFile(channel, columns);
    if (bytes == 0) {
      file.write(String.join(",", columns));
    }
    return file;
  }

  /** Appends a row; columns that are not in the map stay empty. */
  void add(Map<String, Double> values) throws IOException {
    List<String> cells = new ArrayList<>();
    for (String column : columns) {
      Double value = values.get(column);
      cells.add(value == null || value.isNaN() ? "" : text(value));
    }
    write(String.join(",", cells));
  }

  private static String text(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : String.format(Locale.ROOT, "%.6g", value);
  }

  private void write(String line) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8));
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }

  /** The file's length. */
  long bytes() throws IOException {
    return channel.position();
  }

  /**
   * The rows of a metrics file by column name; empty cells are left out, and so is a last row that
   * is still being written.
   */
  public static List<Map<String, Double>> read(Path path) throws IOException {
    String text = Files.readString(path);
    List<String> lines = text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
    List<Map<String, Double>> rows = new ArrayList<>();
    String[] names = lines.isEmpty() ? new String[0] : lines.get(0).split(",");
    for (String line : lines.subList(Math.min(1, lines.size()), lines.size())) {
      String[] cells = line.split(",", -1);
      Map<String, Double> row = new LinkedHashMap<>();
      for (int i = 0; i < Math.min(names.length, cells.length); i++) {
        if (!cells[i].isEmpty()) {
          row.put(names[i], Double.valueOf(cells[i]));
        }
      }
      rows.add(row);
    }
    return rows;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
