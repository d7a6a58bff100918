package ludus.core.draw;

/**
 * The colours that games and screens share. The eight hues are those of Okabe and Ito (2008), which
 * stay apart for people with any common colour blindness; each carries a grey that stays apart from
 * its neighbours for agents.
 */
public final class Palette {
  /** The ground that most games are drawn on. */
  public static final Shade NIGHT = new Shade(0x12161F, 0);

  public static final Shade SLATE = new Shade(0x3A4353, 70);
  public static final Shade MIST = new Shade(0x9AA5B5, 140);
  public static final Shade WHITE = new Shade(0xF4F6F8, 255);

  public static final Shade ORANGE = new Shade(0xE69F00, 190);
  public static final Shade SKY = new Shade(0x56B4E9, 170);
  public static final Shade GREEN = new Shade(0x009E73, 120);
  public static final Shade YELLOW = new Shade(0xF0E442, 230);
  public static final Shade BLUE = new Shade(0x0072B2, 100);
  public static final Shade VERMILION = new Shade(0xD55E00, 150);
  public static final Shade PINK = new Shade(0xCC79A7, 160);

  private Palette() {}
}
