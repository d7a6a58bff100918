package ludus.core.mdp;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What somebody thinks of every state and action of a small world, laid out on its page and ready
 * to be drawn: values as colours, greedy actions as arrows, the way that they lead.
 *
 * <p>It never changes. To draw a table while it is being learned, make a new one for each picture:
 * that takes microseconds.
 *
 * @param rows rows of cells
 * @param columns columns of cells
 * @param actions the actions' names
 * @param spots by state; several of them share a cell where the layout has headings
 * @param path the states from the start along the greedy way, start and end among them, until it
 *     ends or comes to where it was already; empty where episodes may begin in several states
 * @param pathEnds whether the path comes to a terminal state
 * @param low the least value of a state that is not terminal
 * @param high the greatest such value
 */
public record ValueMap(
    int rows,
    int columns,
    List<String> actions,
    List<Spot> spots,
    List<Integer> path,
    boolean pathEnds,
    double low,
    double high) {
  /** Values that differ by less are equals, as far as greedy actions go. */
  private static final double EQUAL = 1e-6;

  /**
   * One state.
   *
   * @param state its index in the table
   * @param row of its cell, from 0 at the top
   * @param column of its cell, from 0 at the left
   * @param heading where it looks, a direction of {@link GridLayout}, or {@link GridLayout#NONE}
   * @param terminal whether an episode ends in it; its values are then 0
   * @param start whether an episode may begin in it
   * @param value v(s) = maxₐ q(s, a)
   * @param q by action: q(s, a)
   * @param greedy the actions of the greatest value, at least one; none in a terminal state
   * @param arrows by action: where it points on the page, a direction of {@link GridLayout}, or
   *     {@link GridLayout#NONE} for one that moves nowhere (a turn)
   */
  public record Spot(
      int state,
      int row,
      int column,
      int heading,
      boolean terminal,
      boolean start,
      double value,
      List<Double> q,
      List<Integer> greedy,
      List<Integer> arrows) {}

  /**
   * The map of a table.
   *
   * @param q a row a state, a number an action; rows of terminal states are not looked at
   * @throws IllegalArgumentException if it is not of the world's size
   */
  public static ValueMap of(FiniteMdp mdp, double[][] q) {
    if (q.length != mdp.states()) {
      throw new IllegalArgumentException(
          "%s has %d states, the table has %d".formatted(mdp.name(), mdp.states(), q.length));
    }
    List<Spot> spots = new ArrayList<>();
    for (int s = 0; s < q.length; s++) {
      spots.add(spot(mdp, s, q[s]));
    }
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (Spot spot : spots) {
      if (!spot.terminal) {
        low = Math.min(low, spot.value);
        high = Math.max(high, spot.value);
      }
    }
    List<Integer> path = path(mdp, spots);
    boolean ends = !path.isEmpty() && mdp.terminal(path.get(path.size() - 1));
    return new ValueMap(
        mdp.layout().rows(),
        mdp.layout().columns(),
        mdp.actionNames(),
        List.copyOf(spots),
        path,
        ends,
        low,
        high);
  }

  private static Spot spot(FiniteMdp mdp, int s, double[] row) {
    GridLayout layout = mdp.layout();
    if (row.length != mdp.actions()) {
      throw new IllegalArgumentException(
          "%s has %d actions, the table has %d".formatted(mdp.name(), mdp.actions(), row.length));
    }
    boolean terminal = mdp.terminal(s);
    double max = Double.NEGATIVE_INFINITY;
    for (double value : row) {
      max = Math.max(max, terminal ? 0 : value);
    }
    double best = max - EQUAL * Math.max(1, Math.abs(max));
    int heading = layout.headings().get(s);
    List<Double> q = new ArrayList<>();
    List<Integer> greedy = new ArrayList<>();
    List<Integer> arrows = new ArrayList<>();
    for (int a = 0; a < row.length; a++) {
      q.add(terminal ? 0 : row[a]);
      if (!terminal && row[a] >= best) {
        greedy.add(a);
      }
      int move = layout.moves().get(a);
      arrows.add(
          move == GridLayout.NONE || heading == GridLayout.NONE ? move : (move + heading) % 4);
    }
    return new Spot(
        s,
        layout.row(s),
        layout.column(s),
        heading,
        terminal,
        mdp.start(s) > 0,
        max,
        List.copyOf(q),
        List.copyOf(greedy),
        List.copyOf(arrows));
  }

  /** Along the first of the greedy actions, and of what it may lead to the likeliest. */
  private static List<Integer> path(FiniteMdp mdp, List<Spot> spots) {
    int[] starts = IntStream.range(0, mdp.states()).filter(s -> mdp.start(s) > 0).toArray();
    if (starts.length != 1) {
      return List.of();
    }
    List<Integer> path = new ArrayList<>(List.of(starts[0]));
    int s = starts[0];
    while (!mdp.terminal(s) && !spots.get(s).greedy.isEmpty()) {
      int a = spots.get(s).greedy.get(0);
      int likeliest = 0;
      for (int k = 1; k < mdp.outcomes(s, a); k++) {
        likeliest = mdp.probability(s, a, k) > mdp.probability(s, a, likeliest) ? k : likeliest;
      }
      s = mdp.next(s, a, likeliest);
      boolean been = path.contains(s);
      path.add(s);
      if (been) {
        break;
      }
    }
    return List.copyOf(path);
  }

  /** The states that share this cell: none where there is a wall or a pit, four with headings. */
  public List<Spot> at(int row, int column) {
    return spots.stream().filter(s -> s.row == row && s.column == column).toList();
  }

  /** Where a value lies between the least, 0, and the greatest, 1; ½ if all are equal. */
  public double share(double value) {
    return high > low ? Math.max(0, Math.min(1, (value - low) / (high - low))) : 0.5;
  }
}
