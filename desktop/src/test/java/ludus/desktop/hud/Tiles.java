package ludus.desktop.hud;

import ludus.core.env.ObservationSpec.Pixels;

/** Where in the window the pixels of the shown frames lie. */
public final class Tiles {
  private Tiles() {}

  /** A column of the window within that column of that frame. */
  public static int x(FrameTiles tiles, int frame, int column) {
    return tiles.left(frame) + within(tiles, column);
  }

  /** A row of the window, from the top, within that row of every frame. */
  public static int y(FrameTiles tiles, int row) {
    return tiles.top() + within(tiles, row);
  }

  private static int within(FrameTiles tiles, int pixel) {
    return (2 * pixel + 1) * tiles.side() / (2 * Pixels.SIDE);
  }
}
