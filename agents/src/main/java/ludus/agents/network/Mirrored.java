package ludus.agents.network;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The mean over a picture and its mirror images, for a game that a mirror does not change; see
 * {@link MirroredNetwork}. Comes first.
 *
 * @param leftRight what becomes of each action where left and right change places; empty if they
 *     are not to
 * @param upDown likewise for up and down
 */
public record Mirrored(List<Integer> leftRight, List<Integer> upDown) implements NetworkSpec.Layer {
  /**
   * @throws IllegalArgumentException if neither list is given, their lengths differ, one does not
   *     undo itself, or it matters which comes first
   */
  public Mirrored {
    leftRight = List.copyOf(leftRight);
    upDown = List.copyOf(upDown);
    int actions = Math.max(leftRight.size(), upDown.size());
    boolean whole = actions > 0 && turns(leftRight, actions) && turns(upDown, actions);
    for (int a = 0; a < Math.min(leftRight.size(), upDown.size()) && whole; a++) {
      whole = leftRight.get(upDown.get(a)).equals(upDown.get(leftRight.get(a)));
    }
    if (!whole) {
      throw new IllegalArgumentException(
          ("a mirror says for each action which one it becomes, as in 'mirrored x 1 0'; twice makes"
                  + " it itself again, and x and y may change places; got x %s and y %s")
              .formatted(leftRight, upDown));
    }
  }

  /** Whether a turn is none, or one of all actions that undoes itself. */
  private static boolean turns(List<Integer> turn, int actions) {
    boolean whole = turn.isEmpty() || turn.size() == actions;
    for (int a = 0; a < turn.size() && whole; a++) {
      int b = turn.get(a);
      whole = b >= 0 && b < actions && turn.get(b) == a;
    }
    return whole;
  }

  /** How many images there are, the picture itself included. */
  int images() {
    return leftRight.isEmpty() || upDown.isEmpty() ? 2 : 4;
  }

  /** How many actions there are. */
  public int actions() {
    return Math.max(leftRight.size(), upDown.size());
  }

  @Override
  public String toString() {
    return "mirrored" + text(" x ", leftRight) + text(" y ", upDown);
  }

  private static String text(String axis, List<Integer> turn) {
    return turn.isEmpty()
        ? ""
        : turn.stream().map(String::valueOf).collect(Collectors.joining(" ", axis, ""));
  }
}
