package ludus.desktop.user;

/**
 * What a person has chosen.
 *
 * @param size how large the window opens
 * @param width of the window when it was last closed, in pixels; 0 if it never was
 * @param height the same from top to bottom
 * @param fullScreen whether the window fills the screen
 * @param sound whether there are sounds, on a machine that can make them
 * @param volume of the sounds, 1 to {@value #LOUDEST}
 * @param living whether the gallery's pictures move
 */
public record Settings(
    WindowSize size,
    int width,
    int height,
    boolean fullScreen,
    boolean sound,
    int volume,
    boolean living) {
  /** The highest volume. */
  public static final int LOUDEST = 10;

  /** What holds for who has chosen nothing. */
  public static final Settings USUAL =
      new Settings(WindowSize.SUITABLE, 0, 0, false, true, 5, true);

  /**
   * @throws IllegalArgumentException if a value makes no sense
   */
  public Settings {
    if (width < 0 || width > 32768 || height < 0 || height > 32768) {
      throw new IllegalArgumentException(
          "a window is 0 to 32768 pixels wide and high, was %d × %d".formatted(width, height));
    }
    if (volume < 1 || volume > LOUDEST) {
      throw new IllegalArgumentException(
          "volume must be 1 to %d, was %d".formatted(LOUDEST, volume));
    }
  }

  public Settings withSize(WindowSize size) {
    return new Settings(size, width, height, fullScreen, sound, volume, living);
  }

  /** With the size that the window was closed at. */
  public Settings withLeft(int width, int height) {
    return new Settings(size, width, height, fullScreen, sound, volume, living);
  }

  public Settings withFullScreen(boolean fullScreen) {
    return new Settings(size, width, height, fullScreen, sound, volume, living);
  }

  public Settings withSound(boolean sound) {
    return new Settings(size, width, height, fullScreen, sound, volume, living);
  }

  public Settings withVolume(int volume) {
    return new Settings(size, width, height, fullScreen, sound, volume, living);
  }

  public Settings withLiving(boolean living) {
    return new Settings(size, width, height, fullScreen, sound, volume, living);
  }

  /** The width that the window opens with, or 0 for what suits the screen. */
  public int openWidth() {
    return size == WindowSize.KEPT ? width : size.width();
  }

  /** The height that the window opens with, or 0 for what suits the screen. */
  public int openHeight() {
    return size == WindowSize.KEPT ? height : size.height();
  }
}
