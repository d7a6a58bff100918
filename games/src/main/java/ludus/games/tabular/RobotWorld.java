package ludus.games.tabular;

import java.util.ArrayList;
import java.util.List;
import ludus.core.mdp.FiniteMdp;
import ludus.core.mdp.FiniteMdpBuilder;
import ludus.core.mdp.GridLayout;

/**
 * The 3 × 3 robot as a table: nine cells times four headings are 36 states, in the order 4 · cell +
 * heading (up, right, down, left). It is the game {@code robot/3x3}, written down a second time and
 * independently; a test holds the two against each other, transition for transition.
 *
 * <p>Turning left or right earns −1; going forward by a cell earns −1; going forward against the
 * edge leads nowhere and earns −5; reaching the target in the upper right corner earns 99 and ends
 * the episode. It begins in any pose elsewhere, each being as likely.
 */
public final class RobotWorld {
  private static final int SIZE = 3;
  private static final int TARGET = 2;
  private static final List<String> HEADINGS = List.of("up", "right", "down", "left");

  private RobotWorld() {}

  /** The table. */
  public static FiniteMdp mdp() {
    List<String> names = new ArrayList<>();
    List<Integer> cells = new ArrayList<>();
    List<Integer> headings = new ArrayList<>();
    for (String cell : Moves.cellNames(SIZE, SIZE)) {
      for (int heading = 0; heading < 4; heading++) {
        cells.add(names.size() / 4);
        headings.add(heading);
        names.add(cell + ", " + HEADINGS.get(heading));
      }
    }
    FiniteMdpBuilder world = FiniteMdp.builder("robot", names, List.of("left", "right", "forward"));
    for (int cell = 0; cell < SIZE * SIZE; cell++) {
      for (int heading = 0; heading < 4; heading++) {
        int state = 4 * cell + heading;
        if (cell == TARGET) {
          world.terminal(state);
          continue;
        }
        world.start(state, 1.0 / 32);
        world.outcome(state, 0, 4 * cell + (heading + 3) % 4, -1);
        world.outcome(state, 1, 4 * cell + (heading + 1) % 4, -1);
        int ahead = Moves.next(cell, heading, SIZE, SIZE);
        world.outcome(
            state, 2, 4 * ahead + heading, ahead == cell ? -5 : ahead == TARGET ? 99 : -1);
      }
    }
    return world
        .layout(
            new GridLayout(
                SIZE,
                SIZE,
                cells,
                headings,
                List.of(GridLayout.NONE, GridLayout.NONE, GridLayout.UP)))
        .build();
  }
}
