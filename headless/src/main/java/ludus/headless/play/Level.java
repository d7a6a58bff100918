package ludus.headless.play;

import java.util.Locale;

/**
 * How strong a machine plays: as it did early in its training, half-way, or at its best. Where a
 * policy's earlier selves were not kept, its best self stands in for them, {@link #chance} of whose
 * moves are left to chance.
 */
public enum Level {
  EARLY(0.7f),
  MIDDLE(0.35f),
  BEST(0);

  private final float chance;

  Level(float chance) {
    this.chance = chance;
  }

  /** The share of moves that are left to chance where no earlier self was kept. */
  public float chance() {
    return chance;
  }

  /** The same in whole percent. */
  public int percent() {
    return Math.round(100 * chance);
  }

  /** For people and for names of files: "early". */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
