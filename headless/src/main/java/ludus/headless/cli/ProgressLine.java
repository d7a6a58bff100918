package ludus.headless.cli;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import ludus.headless.run.Scores;
import ludus.headless.run.TrainingRun;
import ludus.headless.run.TrainingRun.Status;

/**
 * How a training goes, for a person: on a terminal one line that is written over, elsewhere a line
 * every ten seconds; evaluations stay.
 */
final class ProgressLine implements TrainingRun.Listener {
  private static final double PLAIN_INTERVAL = 10;

  private final PrintStream out;
  private final boolean terminal = System.console() != null && System.getenv("TERM") != null;
  private int shown;
  private double plainAt = PLAIN_INTERVAL;

  ProgressLine(PrintStream out) {
    this.out = out;
  }

  @Override
  public void progress(Status status) {
    if (terminal) {
      overwrite(text(status));
    } else if (status.seconds() >= plainAt) {
      plainAt = status.seconds() + PLAIN_INTERVAL;
      out.println(text(status));
    }
  }

  @Override
  public void evaluated(Status status, Scores scores, boolean kept) {
    say(
        String.format(
            Locale.ROOT,
            "%,11d steps %7.1f s   evaluation %8.1f ± %-6.1f (min %.1f, max %.1f)%s",
            status.steps(),
            status.seconds(),
            scores.mean(),
            scores.ci95(),
            scores.min(),
            scores.max(),
            kept ? "  kept" : ""));
  }

  @Override
  public void notice(String sentence) {
    say(sentence);
  }

  /** Prints a line that stays. */
  void say(String line) {
    if (terminal) {
      overwrite("");
      out.print('\r');
    }
    out.println(line);
    shown = 0;
  }

  /** Ends the line that is written over. */
  void end() {
    if (terminal && shown > 0) {
      overwrite("");
      out.print('\r');
      out.flush();
      shown = 0;
    }
  }

  private void overwrite(String line) {
    out.print('\r' + line + " ".repeat(Math.max(0, shown - line.length())));
    out.flush();
    shown = line.length();
  }

  static String text(Status s) {
    StringBuilder line = new StringBuilder();
    line.append(bar(s.steps(), s.budget()));
    line.append(String.format(Locale.ROOT, " %,d steps, %,d episodes", s.steps(), s.episodes()));
    append(line, ", return %.1f", s.recentReturn());
    for (Shown each : SHOWN) {
      Double value = s.metrics().get(each.metric());
      append(line, ", " + each.format(), value == null ? Double.NaN : value);
    }
    line.append(String.format(Locale.ROOT, ", %,.0f steps/s", s.stepsPerSecond()));
    double left = (s.budget() - s.steps()) / Math.max(1, s.stepsPerSecond());
    line.append(", ").append(duration(left)).append(" left at most");
    return line.toString();
  }

  /** A metric on the line, if there is one of this name that is a number. */
  private record Shown(String metric, String format) {}

  private static final List<Shown> SHOWN =
      List.of(
          new Shown("epsilon", "ε %.2f"),
          new Shown("entropy", "entropy %.2f"),
          new Shown("loss", "loss %.3g"));

  private static void append(StringBuilder line, String format, double value) {
    if (!Double.isNaN(value)) {
      line.append(String.format(Locale.ROOT, format, value));
    }
  }

  private static String bar(long steps, long budget) {
    int width = 20;
    int full = (int) Math.min(width, width * steps / Math.max(1, budget));
    return "[" + "#".repeat(full) + "-".repeat(width - full) + "]";
  }

  private static String duration(double seconds) {
    long s = Math.round(seconds);
    return s < 60
        ? s + " s"
        : s < 3600 ? s / 60 + " min " + s % 60 + " s" : s / 3600 + " h " + s % 3600 / 60 + " min";
  }
}
