package ludus.headless.plot;

import java.util.ArrayList;
import java.util.List;
import ludus.agents.explore.Schedule;
import ludus.headless.picture.LineChart;
import ludus.headless.picture.LineChart.Line;

/** Schedules as lines over the steps of a training. */
public final class SchedulePlot {
  private static final int PLACES = 1_000;

  private SchedulePlot() {}

  /**
   * @param texts schedules as presets write them
   * @param steps how many steps to show
   * @throws IllegalArgumentException if one of them is none
   */
  public static LineChart of(List<String> texts, long steps) {
    List<Line> lines = new ArrayList<>();
    for (String text : texts) {
      Schedule schedule = Schedule.parse(text);
      List<Double> x = new ArrayList<>();
      List<Double> y = new ArrayList<>();
      for (int i = 0; i <= PLACES; i++) {
        long step = steps * i / PLACES;
        x.add((double) step);
        y.add((double) schedule.at(step));
      }
      lines.add(Line.of(schedule.toString(), x, y));
    }
    return new LineChart("Schedules", "env steps", "value", false, lines);
  }
}
