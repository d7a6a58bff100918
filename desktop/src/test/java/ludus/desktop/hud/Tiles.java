package ludus.desktop.hud;

/** Where in the window the pixels of the shown frames lie. */
public final class Tiles {
  private Tiles() {}

  /** A column of the window within that column of that frame. */
  public static int x(FrameTiles tiles, int frame, int column) {
    return tiles.left(frame) + column * tiles.enlargement() + tiles.enlargement() / 2;
  }

  /** A row of the window, from the top, within that row of every frame. */
  public static int y(FrameTiles tiles, int row) {
    return tiles.top() + row * tiles.enlargement() + tiles.enlargement() / 2;
  }
}
