package ludus.agents.tabular;

/**
 * Tabular Dyna-Q (Sutton 1990; Sutton and Barto 2018, section 8.2): Q-learning that also learns
 * what its world does, and practises on that in thought.
 *
 * <ol>
 *   <li>Behave ε-greedily; learn from the real transition as Q-learning does.
 *   <li>Model(S, A) ← R, S′, the last that was seen of it. (So the world is taken for one without
 *       chance.)
 *   <li>As often as {@code planningSteps} says: draw an (S, A) that was met before, each being as
 *       likely, and learn from Model(S, A) in the same way.
 * </ol>
 */
public final class DynaQ extends TabularAgent {
  private static final int END = -1;

  private final int planningSteps;
  private final float[] modelReward;
  private final float[] modelNext;
  private final boolean[] known;
  private final float[] met;
  private int size;

  public DynaQ(int states, int actions, TabularOptions options, long seed) {
    super(states, actions, options, options.exploration(), seed);
    planningSteps = options.planningSteps();
    modelReward = new float[states * actions];
    modelNext = new float[states * actions];
    known = new boolean[states * actions];
    met = new float[states * actions];
  }

  @Override
  public int step(double reward, int next) {
    truncate(reward, next);
    return go(next);
  }

  @Override
  public void terminate(double reward) {
    experience(reward, END);
  }

  @Override
  public void truncate(double reward, int next) {
    experience(reward, next);
  }

  private void experience(double reward, int next) {
    int entry = q.index(s, a);
    learn(entry, reward, next);
    double real = error;
    modelReward[entry] = (float) reward;
    modelNext[entry] = next;
    if (!known[entry]) {
      known[entry] = true;
      met[size++] = entry;
    }
    for (int i = 0; i < planningSteps; i++) {
      int imagined = (int) met[behaviour.draw(size)];
      learn(imagined, modelReward[imagined], (int) modelNext[imagined]);
    }
    error = real;
  }

  private void learn(int entry, double reward, int next) {
    learn(entry, next == END ? reward : reward + gamma * q.max(next));
  }

  @Override
  public void keep(Archive archive) {
    super.keep(archive);
    archive.floats("model_reward", modelReward);
    archive.floats("model_next", modelNext);
    archive.floats("met", met);
    size = (int) archive.number("met_size", size);
    for (int i = 0; i < size; i++) {
      known[(int) met[i]] = true;
    }
  }
}
