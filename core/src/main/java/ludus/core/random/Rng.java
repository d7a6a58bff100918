package ludus.core.random;

/**
 * The one source of randomness in Ludus: SplitMix64 (Steele, Lea and Flood 2014), whose whole state
 * is one {@code long}, so that a checkpoint can hold it exactly. The same seed gives the same
 * numbers on every JDK and machine.
 *
 * <p>It does not share state between threads; each game, env and learner owns its own.
 */
public final class Rng {
  private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

  private long state;

  public Rng(long seed) {
    this.state = seed;
  }

  /** A seed for stream {@code index} of {@code seed}; nearby arguments give unrelated seeds. */
  public static long derive(long seed, long index) {
    return mix(mix(seed + GOLDEN_GAMMA) ^ mix(index * GOLDEN_GAMMA + 1));
  }

  /** A seed for stream {@code index} of stream {@code group} of {@code seed}. */
  public static long derive(long seed, long group, long index) {
    return derive(derive(seed, group), index);
  }

  private static long mix(long z) {
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  /** The whole state, to be kept in a checkpoint. */
  public long state() {
    return state;
  }

  /** Continues from a state that {@link #state()} gave, or starts afresh from a seed. */
  public void state(long state) {
    this.state = state;
  }

  public long nextLong() {
    state += GOLDEN_GAMMA;
    return mix(state);
  }

  /** Uniform in [0, bound). */
  public int nextInt(int bound) {
    if (bound <= 0) {
      throw new IllegalArgumentException("bound must be positive, was " + bound);
    }
    // Multiply-shift with rejection (Lemire 2019): unbiased, and nearly always one draw.
    long product = (nextLong() >>> 32) * bound;
    long low = product & 0xFFFFFFFFL;
    if (low < bound) {
      long threshold = (0x100000000L - bound) % bound;
      while (low < threshold) {
        product = (nextLong() >>> 32) * bound;
        low = product & 0xFFFFFFFFL;
      }
    }
    return (int) (product >>> 32);
  }

  /** Uniform in [0, 1), on a grid of 2⁻⁵³. */
  public double nextDouble() {
    return (nextLong() >>> 11) * 0x1.0p-53;
  }

  /** Uniform in [0, 1), on a grid of 2⁻²⁴. */
  public float nextFloat() {
    return (nextLong() >>> 40) * 0x1.0p-24f;
  }

  /** Uniform in [low, high). */
  public float uniform(float low, float high) {
    return low + (high - low) * nextFloat();
  }

  /** Standard normal, by the polar method; {@code StrictMath} keeps it equal on every machine. */
  public double nextGaussian() {
    while (true) {
      double u = 2 * nextDouble() - 1;
      double v = 2 * nextDouble() - 1;
      double s = u * u + v * v;
      if (s < 1 && s > 0) {
        return u * StrictMath.sqrt(-2 * StrictMath.log(s) / s);
      }
    }
  }
}
