package ludus.agents.tabular;

/**
 * n-step SARSA (Sutton and Barto 2018, section 7.2): an action learns from the n rewards that
 * followed it and from the value of what came then. n = 1 is SARSA.
 *
 * <ol>
 *   <li>Behave ε-greedily.
 *   <li>G = R₁ + γ R₂ + … + γⁿ⁻¹ Rₙ + γⁿ Q(Sₙ, Aₙ), n steps on
 *   <li>Q(S, A) ← Q(S, A) + α [G − Q(S, A)]
 *   <li>At the end of an episode all that still wait learn from the rewards that there were.
 * </ol>
 */
public final class NStepSarsa implements TabularAgent {
  private final QTable q;
  private final Behaviour behaviour;
  private final StepSize alpha;
  private final double gamma;
  private final int n;
  private final Steps waiting = new Steps();
  private int s;
  private int a;
  private double error;

  public NStepSarsa(int states, int actions, TabularOptions options, long seed) {
    q = new QTable(states, actions, options.initialValue());
    behaviour = new Behaviour(q, options.exploration(), seed);
    alpha = new StepSize(options.learningRate(), states * actions);
    gamma = options.gamma();
    n = options.nSteps();
  }

  @Override
  public int begin(int state) {
    waiting.clear();
    s = state;
    a = behaviour.choose(s);
    return a;
  }

  @Override
  public int step(double reward, int next) {
    waiting.add(s, a, reward);
    s = next;
    a = behaviour.choose(s);
    if (waiting.size() == n) {
      learn(q.get(s, a));
    }
    return a;
  }

  @Override
  public void terminate(double reward) {
    end(reward, 0);
  }

  @Override
  public void truncate(double reward, int next) {
    end(reward, behaviour.expected(next));
  }

  private void end(double reward, double tail) {
    waiting.add(s, a, reward);
    while (waiting.size() > 0) {
      learn(tail);
    }
  }

  /** The oldest that waits learns, and waits no more. */
  private void learn(double tail) {
    int state = waiting.state(0);
    int action = waiting.action(0);
    error = waiting.discounted(gamma, tail) - q.get(state, action);
    q.set(state, action, q.get(state, action) + alpha.next(q.index(state, action)) * error);
    waiting.removeFirst();
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
    waiting.keep(archive);
    s = (int) archive.number("state", s);
    a = (int) archive.number("action", a);
  }
}
