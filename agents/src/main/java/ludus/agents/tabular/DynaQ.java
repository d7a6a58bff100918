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
public final class DynaQ implements TabularAgent {
  private static final int END = -1;

  private final QTable q;
  private final Behaviour behaviour;
  private final StepSize alpha;
  private final double gamma;
  private final int planningSteps;
  private final float[] modelReward;
  private final float[] modelNext;
  private final boolean[] known;
  private final float[] met;
  private int size;
  private int s;
  private int a;
  private double error;

  public DynaQ(int states, int actions, TabularOptions options, long seed) {
    q = new QTable(states, actions, options.initialValue());
    behaviour = new Behaviour(q, options.exploration(), seed);
    alpha = new StepSize(options.learningRate(), states * actions);
    gamma = options.gamma();
    planningSteps = options.planningSteps();
    modelReward = new float[states * actions];
    modelNext = new float[states * actions];
    known = new boolean[states * actions];
    met = new float[states * actions];
  }

  @Override
  public int begin(int state) {
    s = state;
    a = behaviour.choose(s);
    return a;
  }

  @Override
  public int step(double reward, int next) {
    truncate(reward, next);
    return begin(next);
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
    double real = learn(entry, reward, next);
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

  private double learn(int entry, double reward, int next) {
    double target = next == END ? reward : reward + gamma * q.max(next);
    double surprise = target - q.values()[entry];
    q.values()[entry] = (float) (q.values()[entry] + alpha.next(entry) * surprise);
    return surprise;
  }

  @Override
  public QTable q() {
    return q;
  }

  @Override
  public double error() {
    return error;
  }

  @Override
  public void keep(Archive archive) {
    archive.floats("q", q.values());
    behaviour.keep(archive);
    alpha.keep(archive);
    archive.floats("model_reward", modelReward);
    archive.floats("model_next", modelNext);
    archive.floats("met", met);
    size = (int) archive.number("met_size", size);
    for (int i = 0; i < size; i++) {
      known[(int) met[i]] = true;
    }
    s = (int) archive.number("state", s);
    a = (int) archive.number("action", a);
  }
}
