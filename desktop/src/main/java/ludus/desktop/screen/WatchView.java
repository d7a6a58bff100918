package ludus.desktop.screen;

/** Draws what is watched; changes nothing of it. */
interface WatchView extends AutoCloseable {
  /** Somebody else plays from now on. */
  void piloted();

  /** Draws the whole page. */
  void draw();

  @Override
  void close();
}
