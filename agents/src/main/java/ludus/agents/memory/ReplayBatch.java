package ludus.agents.memory;

import ludus.core.env.ObservationSpec;
import ludus.core.env.Observations;

/**
 * Transitions that a {@link ReplayBuffer} has drawn: rows of the same number belong together. With
 * returns of n steps, a row spans m steps: n, or fewer where the episode, or what is known of it,
 * ends sooner. The arrays are the same at every draw.
 */
public final class ReplayBatch {
  final Observations states;
  final Observations nextStates;
  final int[] actions;
  final float[] rewards;
  final float[] discounts;
  final float[] weights;
  final boolean[] demonstrated;
  // Where each row lies, for its priority.
  final int[] lanes;
  final int[] slots;

  /** An empty batch of this many rows. */
  public ReplayBatch(ObservationSpec spec, int rows) {
    this.states = new Observations(spec, rows);
    this.nextStates = new Observations(spec, rows);
    this.actions = new int[rows];
    this.rewards = new float[rows];
    this.discounts = new float[rows];
    this.weights = new float[rows];
    this.demonstrated = new boolean[rows];
    this.lanes = new int[rows];
    this.slots = new int[rows];
  }

  public int rows() {
    return actions.length;
  }

  /** sₜ. */
  public Observations states() {
    return states;
  }

  /** aₜ. */
  public int[] actions() {
    return actions;
  }

  /** Σ γᵏ rₜ₊ₖ over the m steps of the row, of rewards as they were put in. */
  public float[] rewards() {
    return rewards;
  }

  /** sₜ₊ₘ, the real one also where a time limit ended the episode. */
  public Observations nextStates() {
    return nextStates;
  }

  /** What the value of sₜ₊ₘ counts: γᵐ, or 0 where it ended the episode by the rules. */
  public float[] discounts() {
    return discounts;
  }

  /** The importance weight of each row's loss, at most 1; all 1 if the draw was uniform. */
  public float[] weights() {
    return weights;
  }

  /** Whether the row was demonstrated by somebody, rather than done by the learner. */
  public boolean[] demonstrated() {
    return demonstrated;
  }
}
