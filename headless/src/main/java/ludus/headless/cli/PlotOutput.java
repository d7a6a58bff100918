package ludus.headless.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import ludus.core.file.SafeFile;
import ludus.headless.picture.LineChart;
import ludus.headless.run.Yaml;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Where a plot goes, to be mixed into the commands that make one. */
final class PlotOutput {
  @Mixin private JsonOption json;

  @Option(
      names = "--out",
      paramLabel = "FILE.png",
      defaultValue = "plot.png",
      description = "the picture (default: ${DEFAULT-VALUE})")
  private Path out;

  @Option(
      names = "--data",
      paramLabel = "FILE.json",
      description = "keep what is drawn as numbers, too; 'plot runs' draws them again")
  private Path data;

  @Option(names = "--title", paramLabel = "TEXT", description = "above the picture")
  private String title;

  /** The title asked for, or null. */
  String title() {
    return title;
  }

  /** Writes what was asked for, and says so. */
  int write(LineChart chart) {
    LineChart titled =
        title == null
            ? chart
            : new LineChart(title, chart.across(), chart.up(), chart.logarithmic(), chart.lines());
    Path path = out;
    try {
      titled.save(path);
      Map<String, Object> made = new LinkedHashMap<>();
      made.put("file", out.toString());
      made.put("bytes", Files.size(out));
      made.put("lines", titled.lines().stream().map(LineChart.Line::label).toList());
      if (data != null) {
        path = data;
        SafeFile.write(path, to -> to.write(Yaml.json().writeValueAsBytes(titled)));
        made.put("data", data.toString());
      }
      if (json.wanted()) {
        json.print(made);
      } else {
        System.out.printf("%s (%,d bytes)%n", out, Files.size(out));
      }
      return 0;
    } catch (IOException e) {
      throw new UserException(
          "cannot write %s (%s): make room or choose another --out"
              .formatted(path, SafeFile.reason(e)),
          e);
    }
  }
}
