package ludus.agents.tabular;

/**
 * SARSA (Rummery and Niranjan 1994; Sutton and Barto 2018, section 6.4): learns the values of the
 * behaviour itself, exploration included, and so keeps away from places where exploring is dear.
 *
 * <ol>
 *   <li>Behave ε-greedily; the next action A′ is chosen before learning from this one.
 *   <li>Q(S, A) ← Q(S, A) + α [R + γ Q(S′, A′) − Q(S, A)]
 * </ol>
 *
 * <p>Where a time limit cuts an episode off there is no A′: its expectation takes its place.
 */
public final class Sarsa implements TabularAgent {
  private final QTable q;
  private final Behaviour behaviour;
  private final StepSize alpha;
  private final double gamma;
  private int s;
  private int a;
  private double error;

  public Sarsa(int states, int actions, TabularOptions options, long seed) {
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
    int chosen = behaviour.choose(next);
    learn(reward + gamma * q.get(next, chosen));
    s = next;
    a = chosen;
    return a;
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
