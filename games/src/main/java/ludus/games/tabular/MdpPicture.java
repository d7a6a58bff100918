package ludus.games.tabular;

import ludus.core.draw.Canvas;
import ludus.core.draw.Palette;
import ludus.core.draw.Shade;
import ludus.core.mdp.GridLayout;

/**
 * Draws a small world: its map on whole pixels, and the walker as a bright disc. Teleports are tied
 * to where they lead by a line.
 */
final class MdpPicture {
  private static final Shade WALL = Palette.SLATE.withGrey(90);
  private static final Shade FLOOR = Palette.NIGHT;
  private static final Shade TILE = new Shade(0x1B212D, 14);
  private static final Shade START = new Shade(0x2B3648, 40);
  private static final Shade GOAL = Palette.ORANGE;
  private static final Shade PIT = Palette.VERMILION.withGrey(130);
  private static final Shade A = Palette.ORANGE;
  private static final Shade B = Palette.PINK.withGrey(150);
  private static final Shade A_LINE = new Shade(0x6B5216, 60);
  private static final Shade B_LINE = new Shade(0x5D3E52, 50);
  private static final Shade WALKER = Palette.WHITE;
  private static final Shade RIM = new Shade(0x0C2A44, 0);
  private static final Shade SPARK = Palette.YELLOW;

  /** No cell is taller than this many times its width, nor the other way round. */
  private static final int STRETCH = 2;

  private final GridLayout layout;
  private final WorldMap map;
  private final int width;
  private final int height;
  private final int left;
  private final int top;

  MdpPicture(GridLayout layout, WorldMap map) {
    this.layout = layout;
    this.map = map;
    // Two pixels are left all round, for the bar of a bump.
    int room = Canvas.SIZE - 4;
    int fitWidth = room / map.columns();
    int fitHeight = room / map.rows();
    width = Math.min(fitWidth, STRETCH * fitHeight);
    height = Math.min(fitHeight, STRETCH * fitWidth);
    left = (Canvas.SIZE - width * map.columns()) / 2;
    top = (Canvas.SIZE - height * map.rows()) / 2;
  }

  /**
   * @param bumped the action that has just led nowhere, or −1
   */
  void draw(Canvas canvas, int state, int bumped) {
    canvas.clear(WALL);
    canvas.rectangle(left, top, width * map.columns(), height * map.rows(), FLOOR);
    for (int row = 0; row < map.rows(); row++) {
      for (int column = 0; column < map.columns(); column++) {
        cell(canvas, row, column);
      }
    }
    line(canvas, map.find('A'), map.find('a'), A_LINE);
    line(canvas, map.find('B'), map.find('b'), B_LINE);
    walker(canvas, state, bumped);
  }

  private void cell(Canvas canvas, int row, int column) {
    float x = left + column * width;
    float y = top + row * height;
    if ((row + column & 1) == 0) {
      canvas.rectangle(x, y, width, height, TILE);
    }
    switch (map.kind(row, column)) {
      case 'S' -> canvas.rectangle(x, y, width, height, START);
      case WorldMap.PIT -> canvas.rectangle(x, y, width, height, PIT);
      case 'G' -> frame(canvas, x, y, GOAL);
      case 'A' -> canvas.rectangle(x, y, width, height, A);
      case 'B' -> canvas.rectangle(x, y, width, height, B);
      case 'a' -> frame(canvas, x, y, A);
      case 'b' -> frame(canvas, x, y, B);
      default -> {}
    }
  }

  private void frame(Canvas canvas, float x, float y, Shade shade) {
    canvas.rectangle(x, y, width, height, shade);
    canvas.rectangle(x + 2, y + 2, width - 4, height - 4, FLOOR);
  }

  private void line(Canvas canvas, int from, int to, Shade shade) {
    if (from >= 0) {
      canvas.segment(
          middleX(from % map.columns()),
          top + (from / map.columns() + 1) * height,
          middleX(to % map.columns()),
          top + to / map.columns() * height,
          2,
          shade);
    }
  }

  private float middleX(int column) {
    return left + (column + 0.5f) * width;
  }

  private void walker(Canvas canvas, int state, int bumped) {
    float x = middleX(layout.column(state));
    float y = top + (layout.row(state) + 0.5f) * height;
    float radius = 0.42f * Math.min(width, height);
    canvas.circle(x, y, radius + 1, RIM);
    canvas.circle(x, y, radius, WALKER);
    if (bumped >= 0) {
      bar(canvas, x, y, layout.moves().get(bumped));
    }
  }

  /** Two pixels just beyond the cell, on the side of the bump. */
  private void bar(Canvas canvas, float x, float y, int direction) {
    float halfWidth = width / 2f;
    float halfHeight = height / 2f;
    switch (direction) {
      case GridLayout.UP ->
          canvas.rectangle(x - halfWidth + 1, y - halfHeight - 2, width - 2, 2, SPARK);
      case GridLayout.DOWN ->
          canvas.rectangle(x - halfWidth + 1, y + halfHeight, width - 2, 2, SPARK);
      case GridLayout.RIGHT ->
          canvas.rectangle(x + halfWidth, y - halfHeight + 1, 2, height - 2, SPARK);
      case GridLayout.LEFT ->
          canvas.rectangle(x - halfWidth - 2, y - halfHeight + 1, 2, height - 2, SPARK);
      default -> {}
    }
  }
}
