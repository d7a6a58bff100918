package ludus.agents.tabular;

/**
 * Q-learning (Watkins 1989; Sutton and Barto 2018, section 6.5): learns the values of the best
 * behaviour while behaving otherwise.
 *
 * <ol>
 *   <li>Behave ε-greedily.
 *   <li>Q(S, A) ← Q(S, A) + α [R + γ maxₐ Q(S′, a) − Q(S, A)]
 * </ol>
 */
public final class QLearning implements TabularAgent {
  private final QTable q;
  private final Behaviour behaviour;
  private final StepSize alpha;
  private final double gamma;
  private int s;
  private int a;
  private double error;

  public QLearning(int states, int actions, TabularOptions options, long seed) {
    q = new QTable(states, actions, options.initialValue());
    behaviour = new Behaviour(q, options.exploration(), seed);
    alpha = new StepSize(options.learningRate(), states * actions);
    gamma = options.gamma();
  }

  @Override
  public int begin(int state) {
    s = state;
    a = behaviour.choose(s);
    return a;
  }

  @Override
  public int step(double reward, int next) {
    learn(reward + gamma * q.max(next));
    return begin(next);
  }

  @Override
  public void terminate(double reward) {
    learn(reward);
  }

  @Override
  public void truncate(double reward, int next) {
    learn(reward + gamma * q.max(next));
  }

  private void learn(double target) {
    error = target - q.get(s, a);
    q.set(s, a, q.get(s, a) + alpha.next(q.index(s, a)) * error);
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
    s = (int) archive.number("state", s);
    a = (int) archive.number("action", a);
  }
}
