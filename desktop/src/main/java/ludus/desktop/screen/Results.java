package ludus.desktop.screen;

import ludus.desktop.hud.Line;
import ludus.headless.play.Session;

/** Says what came of an episode. */
final class Results {
  private Results() {}

  /** "137 ticks (2.7 s)" where a tick earns 1, else "Return 11 in 47.2 s". */
  static void describe(Line line, Session session) {
    double seconds = (double) session.ticks() / session.info().ticksPerSecond();
    if (lasted(session)) {
      line.add(session.ticks())
          .add(session.ticks() == 1 ? " tick (" : " ticks (")
          .add(seconds, 1)
          .add(" s)");
    } else {
      line.add("Return ").addReturn(session.episodeReturn()).add(" in ").add(seconds, 1).add(" s");
    }
  }

  /** Whether the return is nothing but the time that the episode lasted. */
  static boolean lasted(Session session) {
    return session.episodeReturn() == session.ticks();
  }
}
