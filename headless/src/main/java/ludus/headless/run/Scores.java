package ludus.headless.run;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What an evaluation came to. All returns are raw: neither clipped nor scaled nor discounted.
 *
 * @param episodes how many
 * @param mean mean return
 * @param std sample standard deviation of the returns
 * @param iqm interquartile mean: of the middle half of the returns (Agarwal et al. 2021)
 * @param ci95 half width of the mean's 95 % confidence interval, 1.96 · std / √episodes
 * @param min the worst episode
 * @param max the best episode
 * @param meanLength mean episode length in steps
 * @param figures the game's own measures of success, each averaged over the episodes that it
 *     applies to; null where it applies to none
 */
public record Scores(
    int episodes,
    double mean,
    double std,
    double iqm,
    double ci95,
    double min,
    double max,
    double meanLength,
    Map<String, Double> figures) {

  /** The scores of these returns in a game without figures. */
  public static Scores of(double[] returns, int[] lengths) {
    return of(returns, lengths, Map.of());
  }

  /** The scores of these returns. */
  public static Scores of(double[] returns, int[] lengths, Map<String, Double> figures) {
    double[] sorted = returns.clone();
    Arrays.sort(sorted);
    int n = sorted.length;
    double mean = Arrays.stream(sorted).sum() / n;
    double squares = Arrays.stream(sorted).map(r -> (r - mean) * (r - mean)).sum();
    double std = n > 1 ? Math.sqrt(squares / (n - 1)) : 0;
    return new Scores(
        n,
        mean,
        std,
        interquartileMean(sorted),
        1.96 * std / Math.sqrt(n),
        sorted[0],
        sorted[n - 1],
        Arrays.stream(lengths).average().orElse(0),
        figures);
  }

  /** The mean of the middle half; values that the quartiles cut count by their share. */
  private static double interquartileMean(double[] sorted) {
    int n = sorted.length;
    double low = n / 4.0;
    double high = 3 * n / 4.0;
    double sum = 0;
    for (int i = 0; i < n; i++) {
      double share = Math.min(high, i + 1) - Math.max(low, i);
      sum += Math.max(0, share) * sorted[i];
    }
    return sum / (high - low);
  }

  /** Where the mean lies on the scale from chance (0) to the scripted expert (100). */
  public static double normalised(double mean, double random, double expert) {
    return 100 * (mean - random) / (expert - random);
  }

  /** By name, as files and {@code --json} show them. */
  public Map<String, Double> asMap() {
    Map<String, Double> map = new LinkedHashMap<>();
    map.put("mean", mean);
    map.put("std", std);
    map.put("iqm", iqm);
    map.put("ci95", ci95);
    map.put("min", min);
    map.put("max", max);
    map.put("mean_length", meanLength);
    return map;
  }
}
