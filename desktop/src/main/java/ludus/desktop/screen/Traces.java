package ludus.desktop.screen;

import ludus.agents.policy.Policy.Meaning;
import ludus.headless.play.Pilot;
import ludus.headless.play.Session;

/** What an agent expected and what it got, at each of an episode's last ticks. */
final class Traces {
  /** How many ticks are kept. */
  static final int KEPT = 400;

  private final float[] values = new float[KEPT];
  private final float[] rewards = new float[KEPT];
  private int ticks;
  private int most;

  /** Another episode begins. */
  void clear() {
    ticks = 0;
    most = 0;
  }

  /** A tick has passed. */
  void add(Session session) {
    int place = ticks % KEPT;
    values[place] = estimate(session.pilot());
    rewards[place] = session.lastReward();
    ticks++;
    most = Math.max(most, ticks);
  }

  /** The episode went back to this tick. */
  void rewind(int tick) {
    ticks = Math.min(ticks, tick);
    if (ticks <= most - KEPT) {
      most = ticks; // all that is kept has not happened
    }
  }

  /** The value of the best action, or NaN where the pilot does not value actions. */
  static float estimate(Pilot pilot) {
    float[] preferences = pilot == null ? null : pilot.preferences();
    if (preferences == null || pilot.meaning() != Meaning.ACTION_VALUES) {
      return Float.NaN;
    }
    float best = preferences[0];
    for (float value : preferences) {
      best = Math.max(best, value);
    }
    return best;
  }

  /** How many ticks are known. */
  int size() {
    return Math.min(ticks, KEPT - (most - ticks));
  }

  /** The value estimate so many ticks after the oldest known one, in the game's rewards. */
  float value(int index) {
    return values[(ticks - size() + index) % KEPT];
  }

  /** The reward of that tick. */
  float reward(int index) {
    return rewards[(ticks - size() + index) % KEPT];
  }
}
