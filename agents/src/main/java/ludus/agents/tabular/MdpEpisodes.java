package ludus.agents.tabular;

import ludus.core.mdp.FiniteMdp;
import ludus.core.random.Rng;

/**
 * Plays an agent on a known world, by draws from its table: without a game, its frames and its
 * envs, and so as fast as a table allows. The agent learns as it plays.
 */
public final class MdpEpisodes {
  private final FiniteMdp mdp;
  private final TabularAgent agent;
  private final int stepLimit;
  private final boolean anywhere;
  private final Rng rng;

  private boolean running;
  private int state;
  private int action;
  private int steps;
  private double earned;
  private long taken;

  /**
   * @param stepLimit after how many steps an episode is truncated
   * @param anywhere whether episodes begin in any state that is not terminal, each being as likely,
   *     in place of the world's own starts
   * @param seed of the world's chance; the agent has its own
   */
  public MdpEpisodes(
      FiniteMdp mdp, TabularAgent agent, int stepLimit, boolean anywhere, long seed) {
    this.mdp = mdp;
    this.agent = agent;
    this.stepLimit = stepLimit;
    this.anywhere = anywhere;
    rng = new Rng(seed);
    begin();
  }

  private void begin() {
    state = mdp.sampleStart(rng);
    while (anywhere) {
      state = rng.nextInt(mdp.states());
      if (!mdp.terminal(state)) {
        break;
      }
    }
    steps = 0;
    earned = 0;
    action = agent.begin(state);
    running = true;
  }

  /**
   * Takes one step; after the end of an episode the next begins.
   *
   * @return whether this step ended the episode
   */
  public boolean step() {
    if (!running) {
      begin();
    }
    int outcome = mdp.sample(state, action, rng);
    double reward = mdp.reward(state, action, outcome);
    state = mdp.next(state, action, outcome);
    steps++;
    taken++;
    earned += reward;
    if (mdp.terminal(state)) {
      agent.terminate(reward);
      running = false;
    } else if (steps >= stepLimit) {
      agent.truncate(reward, state);
      running = false;
    } else {
      action = agent.step(reward, state);
    }
    return !running;
  }

  /** Plays to the end of the present episode, or the next one whole; returns what it earned. */
  public double episode() {
    while (!step()) {
      // on to the end
    }
    return earned;
  }

  /** The state that the agent is in now. */
  public int state() {
    return state;
  }

  /** What the present episode, or the one that has just ended, has earned so far; undiscounted. */
  public double earned() {
    return earned;
  }

  /** Steps of all episodes. */
  public long steps() {
    return taken;
  }
}
