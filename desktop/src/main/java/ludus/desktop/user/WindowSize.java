package ludus.desktop.user;

/** How large the window opens; what is in it grows with it. */
public enum WindowSize {
  /** Three quarters of a large screen, the usual size on others. */
  SUITABLE("what suits the screen", 0, 0),
  /** As large as it was when it was last closed. */
  KEPT("as I left it", 0, 0),
  X100("1280 × 800 · 100 %", 1280, 800),
  X125("1600 × 1000 · 125 %", 1600, 1000),
  X150("1920 × 1200 · 150 %", 1920, 1200),
  X200("2560 × 1600 · 200 %", 2560, 1600),
  X300("3840 × 2400 · 300 %", 3840, 2400);

  private final String label;
  private final int width;
  private final int height;

  WindowSize(String label, int width, int height) {
    this.label = label;
    this.width = width;
    this.height = height;
  }

  /** For people. */
  public String label() {
    return label;
  }

  /** In pixels, or 0 where it is not fixed. */
  public int width() {
    return width;
  }

  /** In pixels, or 0 where it is not fixed. */
  public int height() {
    return height;
  }
}
