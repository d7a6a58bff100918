package ludus.headless.run;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ludus.agents.network.Network;
import ludus.agents.policy.ActionValues;
import ludus.core.env.Crew;
import ludus.core.env.EnvOptions;
import ludus.core.env.GameEnv;
import ludus.core.env.Observations;
import ludus.core.game.Expert;
import ludus.core.game.Game;
import ludus.core.game.GameInfo;
import ludus.core.game.GameProvider;
import ludus.core.random.Rng;

/**
 * Plays whole episodes and measures their returns. Episode e has the seed {@link #episodeSeed};
 * every episode counts, however long it takes, so that short ones are not favoured.
 */
public final class Evaluation {
  private static final int BATCH = 32;
  private static final int FEWEST_A_THREAD = 8;

  private final GameProvider provider;
  private final int episodes;
  private final long seed;

  /** Who acts: chooses an action for each of the first {@code rows} envs. */
  @FunctionalInterface
  public interface Actor {
    void act(GameEnv[] envs, Observations observations, int rows, int[] actions);
  }

  /**
   * @param episodes how many, at least 1
   * @param seed from which the episodes' seeds are derived
   */
  public Evaluation(GameProvider provider, int episodes, long seed) {
    if (episodes < 1) {
      throw new IllegalArgumentException("an evaluation needs an episode, got " + episodes);
    }
    this.provider = provider;
    this.episodes = episodes;
    this.seed = seed;
  }

  /** The seed of episode {@code e} of an evaluation with this seed. */
  public static long episodeSeed(long seed, int e) {
    return Rng.derive(seed, e);
  }

  /** The game's own figures, averaged over the episodes that each applies to. */
  private static final class FigureMeans {
    private final List<GameInfo.Figure> figures;
    private final float[] episode;
    private final double[] sums;
    private final int[] counts;

    FigureMeans(GameInfo info) {
      figures = info.figures();
      episode = new float[figures.size()];
      sums = new double[figures.size()];
      counts = new int[figures.size()];
    }

    void add(Game game) {
      game.figures(episode);
      for (int i = 0; i < episode.length; i++) {
        if (!Float.isNaN(episode[i])) {
          sums[i] += episode[i];
          counts[i]++;
        }
      }
    }

    Map<String, Double> means() {
      Map<String, Double> means = new LinkedHashMap<>();
      for (int i = 0; i < sums.length; i++) {
        means.put(figures.get(i).name(), counts[i] == 0 ? null : sums[i] / counts[i]);
      }
      return means;
    }
  }

  /** The returns of a network's greedy actions. */
  public Scores greedy(Network network, EnvOptions options) {
    int count = provider.info().actions().size();
    ActionValues values = new ActionValues(count, network.spec().outputs() / count);
    float[] outputs = new float[BATCH * values.outputs()];
    return run(
        options,
        (envs, observations, rows, actions) -> {
          network.infer(observations, rows, outputs);
          for (int row = 0; row < rows; row++) {
            actions[row] = values.best(outputs, row);
          }
        });
  }

  /** The returns of the game's scripted expert, which acts at every step of these options. */
  public Scores expert(EnvOptions options) {
    Expert[] experts = new Expert[BATCH];
    GameEnv[] owners = new GameEnv[BATCH];
    return run(
        options,
        (envs, observations, rows, actions) -> {
          for (int row = 0; row < rows; row++) {
            if (owners[row] != envs[row]) {
              owners[row] = envs[row];
              experts[row] = provider.expert(envs[row].simulation(), 0);
            }
            actions[row] = experts[row].act();
          }
        });
  }

  /** The returns of chance, which is the same for the same seed. */
  public Scores random(EnvOptions options) {
    Rng rng = new Rng(Rng.derive(seed, -1));
    int count = provider.info().actions().size();
    return run(
        options,
        (envs, observations, rows, actions) -> {
          for (int row = 0; row < rows; row++) {
            actions[row] = rng.nextInt(count);
          }
        });
  }

  /** Steps the envs that are still at work, each thread its share of them. */
  private static final class Stepping implements Crew.Work {
    private final GameEnv[] envs;
    private final int[] actions;
    private int live;

    Stepping(GameEnv[] envs, int[] actions) {
      this.envs = envs;
      this.actions = actions;
    }

    @Override
    public void run(int share, int shares) {
      int end = (share + 1) * live / shares;
      for (int i = share * live / shares; i < end; i++) {
        envs[i].step(actions[i]);
      }
    }
  }

  /** The returns of anybody. */
  public Scores run(EnvOptions options, Actor actor) {
    int size = Math.min(BATCH, episodes);
    GameEnv[] envs = new GameEnv[size];
    int[] episode = new int[size];
    double[] returns = new double[episodes];
    int[] lengths = new int[episodes];
    FigureMeans figures = new FigureMeans(provider.info());
    for (int i = 0; i < size; i++) {
      envs[i] = new GameEnv(provider.create(), options);
      episode[i] = i;
      envs[i].reset(episodeSeed(seed, i));
    }
    Observations observations = new Observations(envs[0].observation(), size);
    int[] actions = new int[size];
    int next = size;
    int live = size;
    Stepping stepping = new Stepping(envs, actions);
    int threads = Math.min(Runtime.getRuntime().availableProcessors(), size / FEWEST_A_THREAD);
    try (Crew crew = new Crew(Math.max(1, threads), stepping)) {
      while (live > 0) {
        for (int i = 0; i < live; i++) {
          envs[i].observe(observations, i);
        }
        actor.act(envs, observations, live, actions);
        stepping.live = live;
        crew.run();
        // From the back, so that an env that is moved into a gap has been counted already.
        for (int i = live - 1; i >= 0; i--) {
          returns[episode[i]] += envs[i].reward();
          lengths[episode[i]]++;
          if (envs[i].terminated() || envs[i].truncated()) {
            figures.add(envs[i].simulation());
            if (next < episodes) {
              episode[i] = next++;
              envs[i].reset(episodeSeed(seed, episode[i]));
            } else {
              live--;
              GameEnv done = envs[i];
              envs[i] = envs[live];
              envs[live] = done;
              episode[i] = episode[live];
            }
          }
        }
      }
    } finally {
      for (GameEnv env : envs) {
        env.close();
      }
    }
    return Scores.of(returns, lengths, figures.means());
  }
}
