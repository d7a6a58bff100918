package ludus.agents.tabular;

import java.util.Arrays;

/**
 * Eligibility traces: how much each entry has to do with what happens now. Only the entries met in
 * the present episode are gone through.
 */
final class Traces {
  private final float[] values;
  private float[] met = new float[64];
  private int size;

  Traces(int entries) {
    values = new float[entries];
  }

  /** Every trace fades by this factor. */
  void fade(double factor) {
    for (int i = 0; i < size; i++) {
      values[(int) met[i]] *= (float) factor;
    }
  }

  /** An entry is met: its trace grows by 1 (an accumulating trace). */
  void visit(int entry) {
    remember(entry);
    values[entry] += 1;
  }

  /** An entry is met: its trace is 1 (a replacing trace, Singh and Sutton 1996). */
  void replace(int entry) {
    remember(entry);
    values[entry] = 1;
  }

  private void remember(int entry) {
    if (values[entry] == 0) {
      for (int i = 0; i < size; i++) {
        if (met[i] == entry) {
          return; // its trace has faded to nothing
        }
      }
      if (size == met.length) {
        met = Arrays.copyOf(met, 2 * size);
      }
      met[size++] = entry;
    }
  }

  /** Moves every value by {@code amount} times its trace. */
  void spread(double amount, float[] onto) {
    for (int i = 0; i < size; i++) {
      int entry = (int) met[i];
      onto[entry] = (float) (onto[entry] + amount * values[entry]);
    }
  }

  void clear() {
    for (int i = 0; i < size; i++) {
      values[(int) met[i]] = 0;
    }
    size = 0;
  }

  void keep(Archive archive) {
    archive.floats("traces", values);
    size = (int) archive.number("traces_met", size);
    met = archive.list("met", met, size);
  }
}
