package ludus.desktop.screen;

import java.util.ArrayList;
import java.util.List;
import ludus.core.draw.DrawList;
import ludus.core.game.GameInfo;
import ludus.headless.picture.AnimatedGif;
import ludus.headless.play.Session;

/**
 * The last seconds of the game that were watched, as drawings, over the ends of episodes. It takes
 * as much memory as its largest pictures need, and no more with time.
 */
final class Reel {
  /** Seconds of the game, at its own pace, that are kept. */
  static final int SECONDS = 10;

  private final int step;
  private final DrawList[] pictures;
  private int taken;

  Reel(GameInfo info) {
    step = AnimatedGif.stepOf(info.ticksPerSecond());
    pictures = new DrawList[SECONDS * info.ticksPerSecond() / step];
    for (int i = 0; i < pictures.length; i++) {
      pictures[i] = new DrawList();
    }
  }

  /** Ticks from one picture to the next. */
  int step() {
    return step;
  }

  /** A tick has passed: takes a picture where one is due, or where an episode ends. */
  void add(Session session) {
    if (session.ticks() % step == 0 || session.ended()) {
      session.draw(pictures[taken % pictures.length]);
      taken++;
    }
  }

  /** Copies of what is kept, oldest first. */
  List<DrawList> pictures() {
    List<DrawList> copies = new ArrayList<>();
    for (int i = Math.max(0, taken - pictures.length); i < taken; i++) {
      DrawList copy = new DrawList();
      pictures[i % pictures.length].draw(copy);
      copies.add(copy);
    }
    return copies;
  }
}
