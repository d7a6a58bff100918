package ludus.headless.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import ludus.agents.network.Network;
import ludus.agents.policy.PolicyCard;
import ludus.agents.policy.PolicyFile;
import ludus.agents.policy.PolicyFileException;
import ludus.core.file.SafeFile;
import ludus.core.game.GameProvider;

/**
 * The policies that a run keeps: the newest, the best so far, and weaker ones on the way to it.
 *
 * <p>Every policy that is kept as the best ({@link Standing}) is left in {@code
 * policies/STEPS.ludus}. Of those the first, the last and {@value #BETWEEN} between them stay,
 * spread over the scores as evenly as they come. {@code early.ludus} is a copy of the one whose
 * mean return lies nearest to a third of the way from the first to the last, {@code middle.ludus}
 * to two thirds. A run that was good at once has few to choose from; the two may then be one and
 * the same.
 *
 * <p>Only the scores decide, so that a resumed run keeps what an unbroken one keeps.
 */
final class PolicyShelf {
  private static final int BETWEEN = 4;

  private final GameProvider provider;
  private final TrainingConfig config;
  private final RunFiles files;
  private final List<Kept> kept = new ArrayList<>();
  private Kept early;
  private Kept middle;

  /** A policy on the way and its mean return. */
  record Kept(long steps, double mean) {}

  PolicyShelf(GameProvider provider, TrainingConfig config, RunFiles files) {
    this.provider = provider;
    this.config = config;
    this.files = files;
  }

  /** Takes up what the run had kept by this many steps. Later ones will come again. */
  void restore(long steps) throws IOException {
    kept.clear();
    if (!Files.isDirectory(files.policies())) {
      return;
    }
    try (Stream<Path> listed = Files.list(files.policies())) {
      for (Path path : listed.filter(PolicyShelf::isKept).toList()) {
        long at = Long.parseLong(path.getFileName().toString().replace(".ludus", ""));
        Double mean = at <= steps ? mean(path) : null;
        if (mean != null) {
          kept.add(new Kept(at, mean));
        }
      }
    }
    kept.sort(Comparator.comparingLong(Kept::steps));
  }

  private static boolean isKept(Path file) {
    return file.getFileName().toString().matches("\\d{12}\\.ludus");
  }

  /** The score in a policy file, or null if somebody has damaged it: it is no loss to learning. */
  private static Double mean(Path path) {
    try {
      return PolicyFile.read(path).card().scores().get("mean");
    } catch (PolicyFileException e) {
      return null;
    }
  }

  /** Keeps a policy as the newest, not evaluated. */
  void snapshot(Network network, long steps) throws IOException {
    file(network, steps, Map.of()).writeQuickly(files.newest());
  }

  /**
   * Keeps an evaluated policy.
   *
   * @param keeps whether it is kept as the best by {@link Standing#keeps}
   */
  void evaluated(Network network, long steps, Scores scores, boolean keeps) throws IOException {
    PolicyFile file = file(network, steps, scores.asMap());
    if (!keeps) {
      file.writeQuickly(files.newest());
      return;
    }
    Files.createDirectories(files.policies());
    file.write(files.policy());
    copy(files.policy(), files.newest());
    copy(files.policy(), path(steps));
    kept.add(new Kept(steps, scores.mean()));
    if (kept.size() > BETWEEN + 2) {
      int spare = spare(kept);
      Files.deleteIfExists(path(kept.remove(spare).steps()));
    }
    Kept third = nearest(kept, 1 / 3.0);
    if (!third.equals(early)) {
      copy(path(third.steps()), files.early());
      early = third;
    }
    Kept twoThirds = nearest(kept, 2 / 3.0);
    if (!twoThirds.equals(middle)) {
      copy(path(twoThirds.steps()), files.middle());
      middle = twoThirds;
    }
  }

  /** Which of the inner ones leaves the smallest gap between its neighbours' scores. */
  static int spare(List<Kept> kept) {
    int spare = 1;
    for (int i = 1; i < kept.size() - 1; i++) {
      if (gap(kept, i) < gap(kept, spare)) {
        spare = i;
      }
    }
    return spare;
  }

  private static double gap(List<Kept> kept, int i) {
    return kept.get(i + 1).mean() - kept.get(i - 1).mean();
  }

  /** The one nearest to this part of the way from the first's score to the last's. */
  static Kept nearest(List<Kept> kept, double part) {
    double first = kept.get(0).mean();
    double wanted = first + part * (kept.get(kept.size() - 1).mean() - first);
    return kept.stream()
        .min(Comparator.comparingDouble(k -> Math.abs(k.mean() - wanted)))
        .orElseThrow();
  }

  private Path path(long steps) {
    return files.policies().resolve("%012d.ludus".formatted(steps));
  }

  private static void copy(Path from, Path to) throws IOException {
    SafeFile.write(to, out -> Files.copy(from, out));
  }

  private PolicyFile file(Network network, long steps, Map<String, Double> scores) {
    Map<String, Object> provenance = new LinkedHashMap<>();
    provenance.put("algorithm", config.algorithm());
    provenance.put("preset", config.preset());
    provenance.put("seed", config.seed());
    provenance.put("steps", steps);
    provenance.put("date", LocalDate.now().toString());
    return new PolicyFile(
        PolicyCard.of(
            provider.info(),
            config.env(),
            network.spec(),
            config.quantiles(),
            config.rewardScale(),
            provenance,
            scores),
        network.weights());
  }
}
