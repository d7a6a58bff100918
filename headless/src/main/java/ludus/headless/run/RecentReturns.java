package ludus.headless.run;

import java.util.ArrayList;
import java.util.List;

/** The returns and lengths of the last episodes of training. */
final class RecentReturns {
  private final int most;
  private final List<Double> returns = new ArrayList<>();
  private final List<Integer> lengths = new ArrayList<>();

  RecentReturns(int most) {
    this.most = most;
  }

  void add(double episodeReturn, int length) {
    returns.add(episodeReturn);
    lengths.add(length);
    if (returns.size() > most) {
      returns.remove(0);
      lengths.remove(0);
    }
  }

  /** Not a number before the first episode. */
  double meanReturn() {
    return returns.stream().mapToDouble(r -> r).average().orElse(Double.NaN);
  }

  /** Not a number before the first episode. */
  double meanLength() {
    return lengths.stream().mapToInt(l -> l).average().orElse(Double.NaN);
  }

  List<Double> returns() {
    return List.copyOf(returns);
  }

  List<Integer> lengths() {
    return List.copyOf(lengths);
  }

  void restore(List<Double> returns, List<Integer> lengths) {
    this.returns.clear();
    this.lengths.clear();
    this.returns.addAll(returns);
    this.lengths.addAll(lengths);
  }
}
