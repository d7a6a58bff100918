package ludus.core.env;

import ludus.core.random.Rng;

/**
 * Sticky actions: with a set probability a tick repeats the action of the tick before instead of
 * taking the new one (Machado et al. 2018, section 5.2). Their random numbers are a stream of their
 * own, derived from the episode's seed, and nothing is remembered of the episode before.
 */
public final class StickyActions {
  private static final long STREAM = 0x571C;

  private final Rng rng = new Rng(0);
  private float probability;
  private int last = -1;

  /**
   * @param probability from 0 (off) to below 1
   */
  public StickyActions(float probability) {
    probability(probability);
  }

  /** Changes the probability from the next tick on. */
  public void probability(float probability) {
    this.probability = probability;
  }

  public float probability() {
    return probability;
  }

  /** Begins the episode of this seed. */
  public void reset(long seed) {
    rng.state(Rng.derive(seed, STREAM));
    last = -1;
  }

  /** The action of the coming tick, where this one is wanted. */
  public int take(int wanted) {
    // The first tick of an episode has no previous action to stick to.
    if (last < 0 || probability == 0 || rng.nextFloat() >= probability) {
      last = wanted;
    }
    return last;
  }

  /** As {@link #take}, for a tick whose action is known already: it is being simulated again. */
  public void retake(int known) {
    take(known);
    last = known;
  }
}
