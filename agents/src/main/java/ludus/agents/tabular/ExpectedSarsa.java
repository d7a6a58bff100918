package ludus.agents.tabular;

/**
 * Expected SARSA (van Seijen et al. 2009; Sutton and Barto 2018, section 6.6): SARSA without the
 * luck of the next action, whose expectation under the behaviour π it takes.
 *
 * <ol>
 *   <li>Behave ε-greedily.
 *   <li>Q(S, A) ← Q(S, A) + α [R + γ Σₐ π(a|S′) Q(S′, a) − Q(S, A)]
 * </ol>
 */
public final class ExpectedSarsa implements TabularAgent {
  private final QTable q;
  private final Behaviour behaviour;
  private final StepSize alpha;
  private final double gamma;
  private int s;
  private int a;
  private double error;

  public ExpectedSarsa(int states, int actions, TabularOptions options, long seed) {
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
    learn(reward + gamma * behaviour.expected(next));
    return begin(next);
  }

  @Override
  public void terminate(double reward) {
    learn(reward);
  }

  @Override
  public void truncate(double reward, int next) {
    learn(reward + gamma * behaviour.expected(next));
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
