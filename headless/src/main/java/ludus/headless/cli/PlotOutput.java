package ludus.headless.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
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

  /** Writes what was asked for, and says so. */
  int write(LineChart chart) {
    return write(List.of(chart));
  }

  /** Writes charts side by side, and says so; the data of more than one are a list. */
  int write(List<LineChart> charts) {
    List<LineChart> titled =
        charts.stream().map(c -> title == null ? c : c.withTitle(title)).toList();
    Path path = out;
    try {
      LineChart.save(titled, path);
      Map<String, Object> made = new LinkedHashMap<>();
      made.put("file", out.toString());
      made.put("bytes", Files.size(out));
      made.put("lines", titled.get(0).lines().stream().map(LineChart.Line::label).toList());
      if (data != null) {
        path = data;
        Object kept = titled.size() == 1 ? titled.get(0) : titled;
        SafeFile.write(path, to -> to.write(Yaml.json().writeValueAsBytes(kept)));
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
