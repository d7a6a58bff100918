package ludus.headless.table;

import java.util.List;
import java.util.Locale;
import ludus.core.mdp.GridLayout;
import ludus.core.mdp.ValueMap;
import ludus.core.mdp.ValueMap.Spot;

/** A {@link ValueMap} as text for a terminal: values as numbers, greedy actions as arrows. */
public final class TableText {
  private static final int WIDTH = 10;
  private static final String[] ARROWS = {"↑", "→", "↓", "←"};

  private TableText() {}

  /** The page: a cell a state where cells are states, else a line a state. */
  public static String page(ValueMap map) {
    boolean alone = map.spots().stream().allMatch(s -> s.heading() == GridLayout.NONE);
    StringBuilder text = new StringBuilder();
    if (!alone || !arrows(map)) {
      for (Spot spot : map.spots()) {
        text.append(
            "  %-30s %9s  %s%n".formatted(place(spot), number(spot.value()), greedy(map, spot)));
      }
      return text.toString();
    }
    for (int row = 0; row < map.rows(); row++) {
      for (int column = 0; column < map.columns(); column++) {
        List<Spot> spots = map.at(row, column);
        text.append(spots.isEmpty() ? "▒".repeat(WIDTH - 1) + " " : cell(map, spots.get(0)));
      }
      text.append(String.format("%n"));
    }
    return text.toString();
  }

  /** Whether each action has a direction of its own, so that an arrow says which it is. */
  static boolean arrows(ValueMap map) {
    List<Integer> arrows = map.spots().get(0).arrows();
    return !arrows.contains(GridLayout.NONE) && arrows.stream().distinct().count() == arrows.size();
  }

  private static String cell(ValueMap map, Spot spot) {
    if (spot.terminal()) {
      return padded("end");
    }
    StringBuilder greedy = new StringBuilder();
    spot.greedy().forEach(a -> greedy.append(ARROWS[spot.arrows().get(a)]));
    boolean any = spot.greedy().size() == map.actions().size();
    String mark = map.path().contains(spot.state()) ? "*" : "";
    return padded(mark + number(spot.value()) + (any ? "+" : greedy));
  }

  private static String padded(String text) {
    return " ".repeat(Math.max(0, WIDTH - 1 - text.length())) + text + " ";
  }

  /** The table of q: a line a state, a column an action. */
  public static String actions(ValueMap map) {
    StringBuilder text = new StringBuilder("  %-30s".formatted(""));
    map.actions().forEach(name -> text.append("%11s".formatted(name)));
    text.append(String.format("%n"));
    for (Spot spot : map.spots()) {
      if (!spot.terminal()) {
        text.append("  %-30s".formatted(place(spot)));
        for (int a = 0; a < map.actions().size(); a++) {
          String mark = spot.greedy().contains(a) ? "*" : " ";
          text.append("%10s%s".formatted(number(spot.q().get(a)), mark));
        }
        text.append(String.format("%n"));
      }
    }
    return text.toString();
  }

  /** The greedy actions by name. */
  static String greedy(ValueMap map, Spot spot) {
    return spot.terminal()
        ? "end"
        : String.join(", ", spot.greedy().stream().map(map.actions()::get).toList());
  }

  /** Where a state lies, in words. */
  static String place(Spot spot) {
    String heading =
        switch (spot.heading()) {
          case GridLayout.UP -> ", looking up";
          case GridLayout.RIGHT -> ", looking right";
          case GridLayout.DOWN -> ", looking down";
          case GridLayout.LEFT -> ", looking left";
          default -> "";
        };
    return "row %d, column %d%s".formatted(spot.row(), spot.column(), heading);
  }

  static String number(double value) {
    return String.format(Locale.ROOT, Math.abs(value) < 1_000 ? "%.2f" : "%.0f", value);
  }
}
