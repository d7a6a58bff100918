package ludus.headless.play;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import ludus.agents.policy.PolicyCard;
import ludus.agents.policy.PolicyFile;
import ludus.agents.policy.PolicyFileException;
import ludus.core.game.GameInfo;

/** The policies at hand for a game: the shipped one, those in the runs, the expert and chance. */
public final class KnownPolicies {
  private static final int DEEPEST = 4;
  private static final int MOST_FILES = 200;

  private KnownPolicies() {}

  /**
   * Something that can play.
   *
   * @param choice as {@link Pilots#open} takes it; null for the shipped policy
   * @param name for people
   * @param about what is known of it, for people, or ""
   */
  public record Entry(String choice, String name, String about) {}

  /**
   * Lists them; files of other games and damaged ones are left out.
   *
   * @param runs the folder that runs lie in, which need not be there
   */
  public static List<Entry> of(GameInfo game, Path runs) {
    List<Entry> entries = new ArrayList<>();
    PolicyCard shipped = Policies.shipped(game) ? Policies.card(game) : null;
    if (shipped != null) {
      entries.add(new Entry(null, "shipped policy", about(shipped)));
    }
    for (Path file : files(runs)) {
      try {
        PolicyCard card = PolicyFile.read(file).card();
        if (card.game().split("/")[0].equals(game.family())) {
          entries.add(new Entry(file.toString(), file.toString(), about(card)));
        }
      } catch (PolicyFileException e) {
        continue; // it is nothing to choose
      }
    }
    entries.add(new Entry("expert", "expert", "the game's scripted one"));
    entries.add(new Entry("random", "random", "chance"));
    return entries;
  }

  private static List<Path> files(Path runs) {
    if (!Files.isDirectory(runs)) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(runs, DEEPEST)) {
      return all.filter(f -> f.getFileName().toString().endsWith(".ludus"))
          .sorted(Comparator.naturalOrder())
          .limit(MOST_FILES)
          .toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  private static String about(PolicyCard card) {
    Double mean = card.scores() == null ? null : card.scores().get("mean");
    Object algorithm = card.provenance() == null ? null : card.provenance().get("algorithm");
    Object steps = card.provenance() == null ? null : card.provenance().get("steps");
    List<String> words = new ArrayList<>();
    if (algorithm != null) {
      words.add(algorithm.toString());
    }
    if (steps instanceof Number n) {
      words.add(String.format(Locale.ROOT, "%,d steps", n.longValue()).replace(',', ' '));
    }
    if (mean != null) {
      words.add(String.format(Locale.ROOT, "mean %.1f", mean));
    }
    return String.join(", ", words);
  }
}
