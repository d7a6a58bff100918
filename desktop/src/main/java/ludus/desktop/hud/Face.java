package ludus.desktop.hud;

/** The sizes and weights of text: few, so that everything lines up. */
public enum Face {
  SMALL(13, false),
  BODY(15, false),
  STRONG(15, true),
  FIGURE(22, true),
  TITLE(30, true),
  SCORE(64, true),
  COUNT(200, true);

  final float size;
  final boolean heavy;

  Face(float size, boolean heavy) {
    this.size = size;
    this.heavy = heavy;
  }

  /** Height of a letter em, in units of the page. */
  public float size() {
    return size;
  }
}
