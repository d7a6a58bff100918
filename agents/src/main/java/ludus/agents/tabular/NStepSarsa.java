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
public final class NStepSarsa extends TabularAgent {
  private final int n;
  private final Steps waiting = new Steps();

  public NStepSarsa(int states, int actions, TabularOptions options, long seed) {
    super(states, actions, options, options.exploration(), seed);
    n = options.nSteps();
  }

  @Override
  public int begin(int state) {
    waiting.clear();
    return super.begin(state);
  }

  @Override
  public int step(double reward, int next) {
    waiting.add(s, a, reward);
    go(next);
    if (waiting.size() == n) {
      learnOldest(q.get(s, a));
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
      learnOldest(tail);
    }
  }

  /** The oldest that waits learns, and waits no more. */
  private void learnOldest(double tail) {
    learn(q.index(waiting.state(0), waiting.action(0)), waiting.discounted(gamma, tail));
    waiting.removeFirst();
  }

  @Override
  public void keep(Archive archive) {
    super.keep(archive);
    waiting.keep(archive);
  }
}
