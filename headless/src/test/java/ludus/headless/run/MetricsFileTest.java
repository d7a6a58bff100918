package ludus.headless.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MetricsFileTest {
  @TempDir private Path folder;

  @Test
  void aFileThatGoesOnKeepsItsColumnsThoughMoreIsMeasuredByNow() throws IOException {
    Path path = folder.resolve("metrics.csv");
    long bytes;
    try (MetricsFile file = MetricsFile.open(path, 0, List.of("steps", "loss"))) {
      file.add(Map.of("steps", 1.0, "loss", 0.5));
      bytes = file.bytes();
    }
    try (MetricsFile file = MetricsFile.open(path, bytes, List.of("steps", "rate", "loss"))) {
      file.add(Map.of("steps", 2.0, "rate", 0.1, "loss", 0.25));
    }
    assertEquals("steps,loss\n1,0.500000\n2,0.250000\n", Files.readString(path));
  }
}
