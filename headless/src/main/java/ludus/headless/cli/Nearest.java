package ludus.headless.cli;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;

/** Finds what somebody may have meant by a misspelt word. */
final class Nearest {
  private Nearest() {}

  /** The one or two candidates nearest to the word, if any is near at all. */
  static List<String> to(String word, Collection<String> candidates) {
    String lower = word.toLowerCase(Locale.ROOT);
    int most = word.length() < 4 ? 1 : Math.max(2, word.length() / 3);
    return candidates.stream()
        .filter(c -> c.startsWith(lower) && lower.length() >= 3 || distance(lower, c) <= most)
        .sorted(Comparator.comparingInt((String c) -> distance(lower, c)).thenComparing(c -> c))
        .limit(2)
        .toList();
  }

  /** A question to append to a message, or nothing where no candidate is near. */
  static String question(String word, Collection<String> candidates) {
    List<String> near = to(word, candidates);
    return near.isEmpty() ? "" : ". Did you mean " + String.join(" or ", near) + "?";
  }

  /** The subcommands and options that a command knows. */
  static List<String> words(CommandSpec spec) {
    List<String> words = new ArrayList<>(spec.subcommands().keySet());
    words.addAll(spec.optionsMap().keySet());
    return words;
  }

  /** Levenshtein's distance: insertions, deletions and substitutions. */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int substitution = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(substitution, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}
