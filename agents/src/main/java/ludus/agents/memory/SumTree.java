package ludus.agents.memory;

/**
 * Masses of many leaves whose sums are at hand: changing one and finding the leaf at a place of the
 * whole mass both take the logarithm of their number (Schaul et al. 2016, appendix B.2.1).
 *
 * <p>Masses are whole numbers. Their sums are exact, so that the tree neither drifts in a billion
 * changes nor depends on the order in which it was filled, which an exact resume needs.
 */
final class SumTree {
  /** At most, where their number is just above a power of two. */
  static final int BYTES_A_LEAF = 4 * Long.BYTES;

  private final int leaves;
  // Node 1 is the root; the children of node i are 2 i and 2 i + 1.
  private final long[] sums;

  /** A tree of at least this many leaves, all of mass 0. */
  SumTree(int atLeast) {
    int count = 1;
    while (count < atLeast) {
      count = Math.multiplyExact(count, 2);
    }
    this.leaves = count;
    this.sums = new long[2 * count];
  }

  long total() {
    return sums[1];
  }

  long mass(int leaf) {
    return sums[leaves + leaf];
  }

  void set(int leaf, long mass) {
    int node = leaves + leaf;
    long change = mass - sums[node];
    if (change != 0) {
      for (; node > 0; node >>= 1) {
        sums[node] += change;
      }
    }
  }

  /** The mass of all leaves before this one. */
  long before(int leaf) {
    long sum = 0;
    for (int node = leaves + leaf; node > 1; node >>= 1) {
      if ((node & 1) == 1) {
        sum += sums[node - 1];
      }
    }
    return sum;
  }

  /**
   * The leaf that holds this place of the whole mass; never one of mass 0.
   *
   * @param place from 0 to below {@link #total()}
   */
  int at(long place) {
    int node = 1;
    while (node < leaves) {
      node <<= 1;
      if (place >= sums[node]) {
        place -= sums[node];
        node++;
      }
    }
    return node - leaves;
  }
}
