package ludus.desktop.hud;

import java.util.List;
import ludus.core.mdp.GridLayout;
import ludus.core.mdp.ValueMap;
import ludus.core.mdp.ValueMap.Spot;
import ludus.desktop.hud.Brush.Align;

/**
 * A small world's table on a square of the page: every cell in the colour of its value, from blue
 * (the least) by grey to yellow (the greatest), which stay apart for any common colour blindness;
 * its greedy actions as arrows, the way that they lead as a line, the learner as a disc.
 */
public final class TableBoard {
  private static final int LOW = 0x1F4E8C;
  private static final int MIDDLE = 0x6F7480;
  private static final int HIGH = 0xF0E442;
  private static final int TERMINAL = 0x151A24;

  private final Brush brush;
  private final float x;
  private final float y;
  private final float size;
  private final Line line = new Line();
  private float cell;
  private float left;
  private float top;

  public TableBoard(Brush brush, float x, float y, float size) {
    this.brush = brush;
    this.x = x;
    this.y = y;
    this.size = size;
  }

  /** The colour of a value at this share of the way from the least to the greatest. */
  public static float color(double share) {
    double part = Math.max(0, Math.min(1, share));
    return part < 0.5 ? mix(LOW, MIDDLE, 2 * part) : mix(MIDDLE, HIGH, 2 * part - 1);
  }

  private static float mix(int from, int to, double share) {
    int rgb = 0;
    for (int shift = 0; shift <= 16; shift += 8) {
      int a = from >> shift & 0xFF;
      int b = to >> shift & 0xFF;
      rgb |= (int) Math.round(a + (b - a) * share) << shift;
    }
    return Ink.of(rgb);
  }

  /**
   * Draws it.
   *
   * @param learner the state that the learner is in, or −1
   */
  public void draw(ValueMap map, int learner) {
    cell = Math.min(size / map.columns(), size / map.rows());
    left = x + (size - cell * map.columns()) / 2;
    top = y + (size - cell * map.rows()) / 2;
    brush.rectangle(x, y, size, size, Ink.WELL);
    for (Spot spot : map.spots()) {
      if (spot.heading() == GridLayout.NONE) {
        cell(map, spot);
      }
    }
    headed(map);
    path(map);
    if (learner >= 0) {
      Spot spot = map.spots().get(learner);
      brush.circle(middleX(spot), middleY(spot), cell * 0.16f, Ink.GROUND);
      brush.circle(middleX(spot), middleY(spot), cell * 0.13f, Ink.PERSON);
    }
  }

  private float middleX(Spot spot) {
    return left + (spot.column() + 0.5f) * cell;
  }

  private float middleY(Spot spot) {
    return top + (spot.row() + 0.5f) * cell;
  }

  private void cell(ValueMap map, Spot spot) {
    float cx = left + spot.column() * cell;
    float cy = top + spot.row() * cell;
    float ground = spot.terminal() ? Ink.of(TERMINAL) : color(map.share(spot.value()));
    brush.rectangle(cx + 1, cy + 1, cell - 2, cell - 2, ground);
    float ink = !spot.terminal() && map.share(spot.value()) > 0.6 ? Ink.GROUND : Ink.TEXT;
    Face face = cell > 90 ? Face.STRONG : Face.SMALL;
    if (spot.terminal()) {
      brush.text(face, "end", cx + cell / 2, cy + cell / 2 + 5, Ink.MUTED, Align.CENTER);
      return;
    }
    if (cell > 44) {
      line.clear().add(spot.value(), Math.abs(spot.value()) < 100 ? 2 : 0);
      brush.text(face, line, cx + cell / 2, cy + cell - cell * 0.08f, ink, Align.CENTER);
    }
    if (spot.start()) {
      start(cx, cy, ink);
    }
    for (int action : spot.greedy()) {
      arrow(middleX(spot), middleY(spot) - cell * 0.06f, spot.arrows().get(action), cell, ink);
    }
  }

  /** Marks the cell where episodes start: a corner that no arrow reaches. */
  private void start(float cx, float cy, float ink) {
    if (cell > 90) {
      brush.text(Face.SMALL, "start", cx + 8, cy + 18, ink);
    } else {
      float side = cell * 0.2f;
      brush.triangle(cx + 1, cy + 1, cx + 1 + side, cy + 1, cx + 1, cy + 1 + side, ink);
    }
  }

  /** Where a state has a heading, its cell is four wedges, one for each way of looking. */
  private void headed(ValueMap map) {
    for (Spot spot : map.spots()) {
      if (spot.heading() != GridLayout.NONE) {
        float cx = middleX(spot) + dx(spot.heading()) * cell * 0.27f;
        float cy = middleY(spot) + dy(spot.heading()) * cell * 0.27f;
        float side = cell * 0.34f;
        float ground = spot.terminal() ? Ink.of(TERMINAL) : color(map.share(spot.value()));
        brush.rounded(cx - side / 2, cy - side / 2, side, side, 6, ground);
        float ink = map.share(spot.value()) > 0.6 ? Ink.GROUND : Ink.TEXT;
        for (int action : spot.greedy()) {
          int way = spot.arrows().get(action);
          if (way == GridLayout.NONE) {
            brush.circle(cx, cy, side * 0.12f, ink); // it turns
          } else {
            arrow(cx, cy, way, side * 1.5f, ink);
          }
        }
      }
    }
  }

  private static int dx(int way) {
    return way == GridLayout.RIGHT ? 1 : way == GridLayout.LEFT ? -1 : 0;
  }

  private static int dy(int way) {
    return way == GridLayout.DOWN ? 1 : way == GridLayout.UP ? -1 : 0;
  }

  private void arrow(float cx, float cy, int way, float room, float color) {
    if (way == GridLayout.NONE) {
      return;
    }
    float dx = dx(way);
    float dy = dy(way);
    float reach = room * 0.26f;
    float head = room * 0.09f;
    float tipX = cx + dx * reach;
    float tipY = cy + dy * reach;
    float neckX = tipX - dx * head * 1.4f;
    float neckY = tipY - dy * head * 1.4f;
    brush.segment(cx, cy, neckX, neckY, Math.max(2, room * 0.03f), color);
    brush.triangle(
        tipX,
        tipY,
        neckX - dy * head,
        neckY + dx * head,
        neckX + dy * head,
        neckY - dx * head,
        color);
  }

  /** The way that the greedy actions lead from the start. */
  private void path(ValueMap map) {
    List<Integer> path = map.path();
    for (int i = 1; i < path.size(); i++) {
      Spot from = map.spots().get(path.get(i - 1));
      Spot to = map.spots().get(path.get(i));
      brush.segment(
          middleX(from),
          middleY(from),
          middleX(to),
          middleY(to),
          Math.max(2, cell * 0.04f),
          Ink.withAlpha(Ink.SALIENT, 0.75f));
    }
  }
}
