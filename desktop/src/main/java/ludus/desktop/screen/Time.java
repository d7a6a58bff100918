package ludus.desktop.screen;

import com.badlogic.gdx.Input;
import java.util.List;
import ludus.headless.play.Session;

/**
 * The time of those who are watched, which a person makes pass slower or faster, stand still and go
 * back: all sides pass their ticks together, and an episode lasts until the last of them has ended.
 */
final class Time {
  /** Seconds that an episode's result stands at normal speed, and at least. */
  private static final float RESULT_SECONDS = 1.5f;

  private static final float LEAST_RESULT_SECONDS = 0.3f;

  /** Seconds that one key press goes back. */
  private static final int BACK_SECONDS = 3;

  private final List<Watching> sides;
  private final Controls controls;
  private final TickClock clock;
  private final Pace pace;
  private boolean paused;
  private int episode = 1;
  private float resultLeft;

  Time(List<Watching> sides, Controls controls, Speed speed) {
    this.sides = sides;
    this.controls = controls;
    clock = new TickClock(session().info().ticksPerSecond());
    pace = new Pace(speed, true);
  }

  private Session session() {
    return sides.get(0).session();
  }

  /** Whether everybody's episode is over. */
  boolean ended() {
    for (int i = 0; i < sides.size(); i++) {
      if (!sides.get(i).session().ended()) {
        return false;
      }
    }
    return true;
  }

  /** Lets so many seconds pass. */
  void advance(float seconds) {
    if (paused) {
      return;
    }
    if (ended()) {
      resultLeft -= seconds;
      if (resultLeft <= 0) {
        begin(session().seed() + 1);
      }
      return;
    }
    if (session().manual() && controls.waits()) {
      controls.advance(seconds * pace.factor());
      while (!ended() && controls.move()) {
        tick();
      }
      return;
    }
    clock.advance(seconds, pace.speed());
    while (!ended() && clock.take()) {
      tick();
    }
  }

  private void tick() {
    if (session().manual()) {
      controls.act(session());
    }
    for (int i = 0; i < sides.size(); i++) {
      if (!sides.get(i).session().ended()) {
        sides.get(i).tick();
      }
    }
    if (ended()) {
      clock.drop();
      double factor = pace.speed().factor();
      double wait = pace.speed().isMax() ? 0 : RESULT_SECONDS / Math.max(1, factor);
      resultLeft = (float) Math.max(LEAST_RESULT_SECONDS, wait);
    }
  }

  /** Begins the episode of this seed. */
  private void begin(long seed) {
    if (seed != session().seed()) {
      episode++;
    }
    sides.forEach(side -> side.begin(seed));
    clock.drop();
    controls.clear();
  }

  /** Lets a single tick pass while time stands still. */
  private void step() {
    if (!paused) {
      paused = true;
    } else if (ended()) {
      begin(session().seed() + 1);
    } else {
      tick();
    }
  }

  /** Goes back by so many ticks, counted from the side that is furthest. */
  private void rewind(int by) {
    int now = 0;
    for (Watching side : sides) {
      now = Math.max(now, side.session().ticks());
    }
    int goal = Math.max(0, now - by);
    for (Watching side : sides) {
      if (side.session().ticks() > goal) {
        side.rewind(goal);
      }
    }
    clock.drop();
    controls.clear();
  }

  /** A key goes down; returns whether it is one that steers time. */
  boolean press(int key) {
    switch (key) {
      case Input.Keys.SPACE, Input.Keys.P -> paused = !paused;
      case Input.Keys.RIGHT -> step();
      case Input.Keys.LEFT -> stepBack();
      case Input.Keys.BACKSPACE -> rewind(BACK_SECONDS * session().info().ticksPerSecond());
      case Input.Keys.N, Input.Keys.ENTER, Input.Keys.NUMPAD_ENTER -> begin(session().seed() + 1);
      case Input.Keys.R -> begin(session().seed());
      default -> {
        return pace.press(key);
      }
    }
    return true;
  }

  /** A character is typed. */
  void type(char character) {
    switch (character) {
      case '.' -> step();
      case ',' -> stepBack();
      default -> pace.type(character);
    }
  }

  private void stepBack() {
    paused = true;
    rewind(1);
  }

  Pace pace() {
    return pace;
  }

  boolean paused() {
    return paused;
  }

  /** Counts episodes from 1. */
  int episode() {
    return episode;
  }
}
