package ludus.desktop.screen;

import com.badlogic.gdx.Input;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import ludus.core.game.GameInfo;
import ludus.desktop.hud.Brush;
import ludus.desktop.hud.Brush.Align;
import ludus.desktop.hud.Card;
import ludus.desktop.hud.Chooser;
import ludus.desktop.hud.Face;
import ludus.desktop.hud.Ink;
import ludus.desktop.hud.Line;
import ludus.desktop.hud.Paragraph;
import ludus.headless.play.Contestant;
import ludus.headless.play.Match;

/** Who plays against whom: a card with a line for each side, and one to begin. */
final class Pairing {
  private static final Path RUNS = Path.of("runs");
  private static final int BEGIN = Match.SIDES;
  private static final float WIDTH = 660;
  private static final float X = (Brush.WIDTH - WIDTH) / 2;
  private static final float ROW = 64;
  private static final float HEADING = 128;
  private static final float HEIGHT = HEADING + 3 * ROW + 62;
  private static final float Y = (Brush.HEIGHT - HEIGHT) / 2;
  private static final float VALUE = X + 190;

  private final GameInfo info;
  private final List<Contestant> offered;
  private final int[] picked = new int[Match.SIDES];
  private int row = BEGIN;
  private final Line line = new Line();
  private Paragraph about;

  /**
   * @param right who stands on the right to begin with
   * @param left who stands on the left to begin with
   */
  Pairing(GameInfo info, Contestant right, Contestant left) {
    this.info = info;
    offered = new ArrayList<>(Contestant.all(info, RUNS));
    picked[0] = offer(right);
    picked[1] = offer(left);
  }

  /** The place of a contestant among those offered, to which a policy file is added. */
  private int offer(Contestant contestant) {
    if (!offered.contains(contestant)) {
      if (contestant.choice() == null) { // no policy ships with this game
        return offered.indexOf(Contestant.machine("expert", contestant.level()));
      }
      offered.add(contestant);
    }
    return offered.indexOf(contestant);
  }

  /** Who is to stand on this side. */
  Contestant side(int side) {
    return offered.get(picked[side]);
  }

  /** The line that the arrows are in: 0 the left side, 1 the right side, 2 to begin. */
  int row() {
    return row;
  }

  /** A key goes down; returns whether the match is to begin. */
  boolean press(int key) {
    switch (key) {
      case Input.Keys.UP -> row = Math.max(0, row - 1);
      case Input.Keys.DOWN -> row = Math.min(BEGIN, row + 1);
      case Input.Keys.LEFT -> turn(-1);
      case Input.Keys.RIGHT -> turn(1);
      case Input.Keys.ENTER, Input.Keys.NUMPAD_ENTER, Input.Keys.SPACE -> {
        return true;
      }
      default -> {}
    }
    return false;
  }

  private void turn(int step) {
    if (row < BEGIN) {
      int side = 1 - row;
      picked[side] = Math.floorMod(picked[side] + step, offered.size());
    }
  }

  private static int rowAt(float x, float y) {
    int at = (int) Math.floor((y - Y - HEADING) / ROW);
    return x >= X && x < X + WIDTH && at >= 0 && at <= BEGIN ? at : -1;
  }

  /** The mouse is at this place of the page. */
  void point(float x, float y) {
    int at = rowAt(x, y);
    row = at < 0 ? row : at;
  }

  /** A click at this place of the page; returns whether the match is to begin. */
  boolean click(float x, float y) {
    if (rowAt(x, y) < 0) {
      return false;
    }
    row = rowAt(x, y);
    turn(x < VALUE + 30 ? -1 : 1);
    return row == BEGIN;
  }

  void draw(Brush brush) {
    if (about == null) {
      String words =
          info.players() == Match.SIDES
              ? info.summary()
              : "A race: both play a game of their own with the same start; the higher return wins.";
      about = new Paragraph(brush, Face.BODY, words, WIDTH - 80);
    }
    Card.floating(brush, X, Y, WIDTH, HEIGHT, Ink.PERSON);
    float middle = Brush.WIDTH / 2;
    brush.text(Face.TITLE, info.title(), middle, Y + 54, Ink.TEXT, Align.CENTER);
    about.draw(brush, middle, Y + 86, Ink.SOFT, Align.CENTER);
    line(brush, 0, "On the left", side(1));
    line(brush, 1, "On the right", side(0));
    float y = Y + HEADING + BEGIN * ROW;
    boolean chosen = row == BEGIN;
    brush.framed(
        middle - 90,
        y + 10,
        180,
        44,
        12,
        chosen ? 2 : 1,
        chosen ? Ink.TRACK : Ink.CARD,
        chosen ? Ink.PERSON : Ink.LINE);
    brush.text(Face.STRONG, "Begin", middle, y + 37.5f, Ink.TEXT, Align.CENTER);
    float base = Y + HEIGHT - 26;
    String remark = "Arrows choose, Enter begins; two persons share the keyboard.";
    brush.text(Face.SMALL, remark, middle, base, Ink.MUTED, Align.CENTER);
  }

  private void line(Brush brush, int at, CharSequence name, Contestant who) {
    float y = Y + HEADING + at * ROW;
    boolean chosen = row == at;
    if (chosen) {
      brush.framed(X + 20, y + 4, WIDTH - 40, ROW - 8, 10, 2, Ink.TRACK, Ink.PERSON);
    }
    brush.text(Face.BODY, name, X + 44, y + 37.5f, Ink.SOFT);
    mark(brush, VALUE - 24, y + 32, who.person(), who.person() ? Ink.PERSON : Ink.AGENT);
    line.fit(brush, Face.STRONG, who.label(), X + WIDTH - 90 - VALUE);
    Chooser.draw(brush, VALUE, y + 37.5f, line, chosen);
  }

  /** Persons have a square, machines a disc. */
  static void mark(Brush brush, float x, float y, boolean person, float color) {
    if (person) {
      brush.rounded(x - 6, y - 6, 12, 12, 2, color);
    } else {
      brush.circle(x, y, 6, color);
    }
  }
}
