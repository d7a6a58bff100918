package ludus.desktop.screen;

import java.util.ArrayList;
import java.util.List;
import ludus.core.game.GameInfo;
import ludus.core.game.GameInfo.Figure;
import ludus.desktop.hud.Line;
import ludus.desktop.hud.ResultCard.Row;
import ludus.headless.play.Session;

/** Says what came of an episode, of whatever game. */
final class Results {
  private Results() {}

  /**
   * One line about an episode: "137 ticks (2.7 s)", "Return 11 in 47.2 s", "Return 93 in 8 moves".
   */
  static void describe(Line line, Session session) {
    if (lasted(session)) {
      count(line, session.ticks(), "tick").add(" (").add(seconds(session), 1).add(" s)");
    } else {
      line.add("Return ").addReturn(session.episodeReturn()).add(" in ");
      duration(line, session);
    }
  }

  /** The headline for who has played: who won, how long they lasted, or their return. */
  static void headline(Line line, Session session) {
    if (session.info().players() == 2) {
      float lead = session.episodeReturn(0) - session.episodeReturn(1);
      line.add(lead == 0 ? "A draw" : lead > 0 ? "Player 1 wins" : "Player 2 wins");
    } else if (lasted(session)) {
      line.add("You lasted ").add(seconds(session), 1).add(" s");
    } else {
      line.add("Return ").addReturn(session.episodeReturn());
    }
  }

  /** How long the episode took, as its player counts time. */
  private static Line duration(Line line, Session session) {
    return waits(session.info())
        ? count(line, session.ticks(), "move")
        : line.add(seconds(session), 1).add(" s");
  }

  /** What to say below the headline about how long the episode was. */
  static void length(Line line, Session session) {
    if (lasted(session)) {
      count(line, session.ticks(), "tick");
    } else {
      duration(line.add("in "), session);
    }
    if (session.truncated()) {
      line.add(", the time limit");
    }
  }

  /** Every measure of success that applies to this episode, and both returns of two players. */
  static List<Row> rows(Session session) {
    GameInfo info = session.info();
    List<Row> rows = new ArrayList<>();
    for (int player = 0; player < info.players() && info.players() == 2; player++) {
      String value = new Line().addReturn(session.episodeReturn(player)).toString();
      rows.add(new Row("return of player " + (player + 1), value));
    }
    float[] figures = new float[info.figures().size()];
    session.game().figures(figures);
    for (int i = 0; i < figures.length; i++) {
      Figure figure = info.figures().get(i);
      if (!Float.isNaN(figures[i])) {
        rows.add(new Row(figure.name(), text(figure, figures[i])));
      }
    }
    return rows;
  }

  private static String text(Figure figure, float value) {
    return switch (figure.unit()) {
      case Figure.WHETHER -> value > 0 ? "yes" : "no";
      case Figure.SHARE -> new Line().add(100 * value, 0).add(" %").toString();
      case "" -> new Line().addReturn(value).toString();
      default -> new Line().addReturn(value).add(" ").add(figure.unit()).toString();
    };
  }

  /** Whether time stands still in this game until somebody acts. */
  static boolean waits(GameInfo info) {
    return info.idle().isEmpty() && info.range() == null;
  }

  private static Line count(Line line, long n, String what) {
    return line.add(n).add(" ").add(what).add(n == 1 ? "" : "s");
  }

  private static double seconds(Session session) {
    return (double) session.ticks() / session.info().ticksPerSecond();
  }

  /** Whether the return is nothing but the time that the episode lasted. */
  private static boolean lasted(Session session) {
    return session.episodeReturn() == session.ticks();
  }
}
