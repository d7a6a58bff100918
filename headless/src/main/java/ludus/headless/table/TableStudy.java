package ludus.headless.table;

import java.util.List;
import ludus.agents.planning.Planner;
import ludus.agents.tabular.MdpEpisodes;
import ludus.agents.tabular.QTable;
import ludus.agents.tabular.TabularAgent;
import ludus.agents.tabular.TabularAlgorithm;
import ludus.core.mdp.FiniteMdp;
import ludus.core.mdp.SmallWorld;
import ludus.core.mdp.ValueMap;
import ludus.core.random.Rng;
import ludus.headless.run.Learners;
import ludus.headless.run.Presets;
import ludus.headless.run.RunException;
import ludus.headless.run.TrainingConfig;

/**
 * A table in the making, to be looked at while it grows: an algorithm at work on the known table of
 * a small world, without games, frames and files, with the hyper-parameters of the game's preset.
 *
 * <pre>{@code
 * TableStudy study = TableStudy.of(world, "q-learning", 1);
 * while (window is open) {
 *   study.advance(20);          // env steps, or rounds of a planner
 *   draw(study.map());          // values, greedy arrows, the way that they lead
 *   walker(study.state());      // where the learner is just now; −1 for a planner
 * }
 * }</pre>
 *
 * <p>The same seed gives the same study. Used by one thread. It holds nothing that need be closed.
 */
public final class TableStudy {
  private final FiniteMdp mdp;
  private final String algorithm;
  private final TabularAgent agent;
  private final MdpEpisodes episodes;
  private final Planner planner;
  private long steps;
  private long ended;
  private double lastReturn = Double.NaN;
  private double change = Double.NaN;

  private TableStudy(
      FiniteMdp mdp, String algorithm, TabularAgent agent, MdpEpisodes episodes, Planner planner) {
    this.mdp = mdp;
    this.algorithm = algorithm;
    this.agent = agent;
    this.episodes = episodes;
    this.planner = planner;
  }

  /**
   * A study that has not begun yet.
   *
   * @param algorithm {@code q-learning}, {@code sarsa} …, {@code value-iteration} or {@code
   *     policy-iteration}
   * @param seed of exploration and of the world's chance
   * @throws RunException if no preset of the world's suits the algorithm
   */
  public static TableStudy of(SmallWorld world, String algorithm, long seed) {
    Presets presets = Presets.of(world.info());
    String preset =
        presets.names().stream()
            .filter(name -> presets.algorithms(name).contains(algorithm))
            .findFirst()
            .orElseThrow(
                () ->
                    new RunException(
                        "no preset of %s suits '%s'".formatted(world.info().name(), algorithm)));
    TrainingConfig config = presets.resolve(preset, algorithm, seed);
    if (config.tabular() == null) {
      throw new RunException("%s learns no table".formatted(algorithm));
    }
    FiniteMdp mdp = world.mdp();
    if (!TabularAlgorithm.titles().contains(algorithm)) {
      Planner planner = Learners.planner(algorithm, mdp, config.tabular().gamma());
      return new TableStudy(mdp, algorithm, null, null, planner);
    }
    TabularAgent agent =
        TabularAlgorithm.of(algorithm)
            .create(mdp.states(), mdp.actions(), config.tabular(), Rng.derive(seed, 1));
    int limit = world.info().tickLimit();
    MdpEpisodes episodes =
        new MdpEpisodes(mdp, agent, limit, config.tabular().exploringStarts(), Rng.derive(seed, 2));
    return new TableStudy(mdp, algorithm, agent, episodes, null);
  }

  /** The algorithms that a study of this world can be of. */
  public static List<String> algorithms(SmallWorld world) {
    Presets presets = Presets.of(world.info());
    return presets.names().stream()
        .filter(name -> presets.resolve(name, 1).tabular() != null)
        .flatMap(name -> presets.algorithms(name).stream())
        .distinct()
        .toList();
  }

  /** Goes on by so many env steps, or by so many rounds over all states where it plans. */
  public void advance(int count) {
    for (int i = 0; i < count; i++) {
      steps++;
      if (planner != null) {
        change = planner.sweep();
      } else {
        if (episodes.step()) {
          ended++;
          lastReturn = episodes.earned();
        }
        change = agent.error();
      }
    }
  }

  /** The values as they stand. */
  public ValueMap map() {
    return ValueMap.of(mdp, q());
  }

  /** q(s, a) as it stands, a row a state; a copy. */
  public double[][] q() {
    if (planner != null) {
      return planner.q();
    }
    QTable table = agent.q();
    double[][] q = new double[table.states()][table.actions()];
    for (int s = 0; s < q.length; s++) {
      for (int a = 0; a < q[s].length; a++) {
        q[s][a] = table.get(s, a);
      }
    }
    return q;
  }

  /** The algorithm's name. */
  public String algorithm() {
    return algorithm;
  }

  /** Whether it plans: its steps are then rounds over all states, and it is nowhere. */
  public boolean plans() {
    return planner != null;
  }

  /** Env steps, or rounds, so far. */
  public long steps() {
    return steps;
  }

  /** The state that the learner is in, or −1 for a planner. */
  public int state() {
    return episodes == null ? -1 : episodes.state();
  }

  /** Episodes that have ended; 0 for a planner. */
  public long episodes() {
    return ended;
  }

  /** What the last episode that ended has earned, exploration included; NaN before the first. */
  public double lastReturn() {
    return lastReturn;
  }

  /**
   * The last TD error, or the largest change of a value in the last round; NaN before the first.
   */
  public double change() {
    return change;
  }
}
