package ludus.desktop.screen;

import ludus.desktop.sound.Tone;
import ludus.desktop.user.Profile;

/** The window, as the screens in it know it. All calls come from the window's thread. */
interface Host {
  /** Shows another screen over this one, which goes on when the other is left. */
  void show(Screen screen);

  /** Leaves the screen that is shown for the one below it; from the last one, the window closes. */
  void back();

  /** Shows every key. */
  void help();

  /** Says something for a few seconds. */
  void note(String text);

  /** Makes a sound, where the person wants sounds and the machine has them; null makes none. */
  void sound(Tone tone);

  /** Whether the window is the one that gets the keys. */
  boolean focused();

  /** Fills the screen with the window, or no longer. */
  void fullScreen(boolean wanted);

  /** Makes the window so large, in pixels. */
  void resize(int width, int height);

  /** What the person has chosen and achieved. */
  Profile profile();
}
