package ludus.desktop.screen;

import java.nio.file.Path;
import java.util.List;
import ludus.desktop.hud.Brush;
import ludus.desktop.hud.KeyHint;

/**
 * What a window shows. All calls come from the window's thread; {@link #open} is the first, after
 * the window's first picture, and {@link #close} the last.
 */
interface Screen extends AutoCloseable {
  /** The game's name, for the window's title and for names of files. */
  String name();

  /** What stands in the window's title. */
  default String title() {
    return name();
  }

  /** The window that the screen is shown in; the call before {@link #open}. */
  default void host(Host host) {}

  /** The window is there: makes what needs it. */
  void open(Brush brush);

  /** Pictures a second that are worth while now. */
  default int rate() {
    return Window.rate();
  }

  /** Lets time pass. */
  void advance(float seconds);

  /** Draws the whole page. */
  void draw(Brush brush);

  /** A key goes down; returns whether it meant something. */
  boolean press(int key);

  /** A key comes up. */
  void release(int key);

  /** A character is typed, wherever it lies on the keyboard. */
  void type(char character);

  /** The mouse has moved to this place of the page. */
  default void point(float x, float y) {}

  /** A click at this place of the page; returns whether it meant something. */
  default boolean click(float x, float y) {
    return false;
  }

  /** The wheel has turned by so many notches, downwards if positive. */
  default void scroll(float notches) {}

  /**
   * The person wants to go back.
   *
   * @return whether that meant something within this screen; else the window leaves it
   */
  default boolean back() {
    return false;
  }

  /** A file is dropped on the window. */
  default void drop(Path file) {}

  /** So many gamepads are connected. */
  default void pads(int count) {}

  /** The key that an input of a gamepad stands for now, or −1 for none. */
  default int key(int pad, PadInput input) {
    return -1;
  }

  /**
   * A gamepad's stick stands at this height, from −1 (down) to 1 (up).
   *
   * @return whether it means more than a cross would
   */
  default boolean stick(int pad, float height) {
    return false;
  }

  /** The window is no longer the one that gets the keys. */
  void leave();

  /** The keys of this screen. */
  List<KeyHint> hints();

  @Override
  void close();
}
