package ludus.desktop.screen;

import ludus.desktop.hud.Board;
import ludus.desktop.hud.Brush;
import ludus.desktop.hud.Face;
import ludus.desktop.hud.Ink;
import ludus.desktop.hud.Line;
import ludus.headless.play.Session;

/**
 * What is said over a board that is watched: that time stands still, or what came of an episode.
 */
final class BoardNews {
  private final Board board;
  private final Line line = new Line();
  private final Line second = new Line();

  BoardNews(Board board) {
    this.board = board;
  }

  /** Draws it over the board. */
  void draw(Session session, boolean paused) {
    if (session.ended()) {
      Results.describe(line.clear(), session);
      second.clear().add(session.truncated() ? "to the time limit" : "episode over");
      if (paused) {
        second.add(" · paused");
      } else {
        second.add(" · next: seed ").add(session.seed() + 1);
      }
      board.banner(line, second, session.truncated() ? Ink.GOOD : Ink.LINE);
    } else if (paused) {
      board.tag("Paused", Ink.TEXT);
    }
  }

  /** How often a session's pilot acts, to follow its name. */
  static String pace(Session session) {
    int skip = session.frameSkip();
    return skip == 1 ? ", acts at every tick" : ", acts every " + skip + " ticks";
  }

  /** A name and what follows it; of a name that is too long for this width, the end. */
  static String fitting(Brush brush, String name, String tail, float width) {
    String text = name + tail;
    String end = name;
    while (brush.width(Face.BODY, text) > width && end.length() > 1) {
      end = end.substring(1);
      text = "…" + end + tail;
    }
    return text;
  }
}
