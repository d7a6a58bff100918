package ludus.desktop.screen;

import ludus.desktop.sound.Tone;
import ludus.headless.play.Session;

/**
 * What an episode sounds like to its player: a reward that stands out from the one before it is
 * heard. Games know nothing of sounds.
 */
final class Echo {
  private static final float STANDS_OUT = 0.5f;

  private float last;
  private boolean begun;

  /** An episode begins. */
  void clear() {
    begun = false;
  }

  /** A tick has passed; returns the tone of what it brought this player, or null. */
  Tone tick(Session session, int player) {
    float reward = session.game().reward(player);
    float change = reward - last;
    boolean heard = begun && Math.abs(change) >= STANDS_OUT;
    begun = true;
    last = reward;
    if (!heard) {
      return null;
    }
    // Falling back to what is usual is no event.
    return change > 0 && reward > 0 ? Tone.GAIN : change < 0 && reward < 0 ? Tone.LOSS : null;
  }
}
