package ludus.headless.run;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import ludus.agents.Learner;
import ludus.core.env.VectorEnv;

/**
 * The actions of each env's last episodes: enough to bring envs and replay buffer back to where
 * they were by playing the same episodes again. A game is a function of seed and actions, so this
 * takes a byte a step where the frames themselves would take seven thousand.
 */
final class History {
  private final Deque<Episode>[] lanes;
  private final long[] kept;
  private final int steps;

  /** One episode of one env. */
  private static final class Episode {
    final long number;
    byte[] actions = new byte[64];
    int length;

    Episode(long number) {
      this.number = number;
    }

    void add(int action) {
      if (length == actions.length) {
        actions = Arrays.copyOf(actions, 2 * length);
      }
      actions[length++] = (byte) action;
    }
  }

  /**
   * @param steps how many of each env's last steps must come back at least
   */
  @SuppressWarnings({"unchecked", "rawtypes"})
  History(int envs, int steps) {
    this.lanes = new Deque[envs];
    this.kept = new long[envs];
    this.steps = steps;
    for (int i = 0; i < envs; i++) {
      lanes[i] = new ArrayDeque<>();
      lanes[i].add(new Episode(0));
    }
  }

  /** Takes what the envs have just done. */
  void add(VectorEnv envs, int[] actions) {
    for (int i = 0; i < lanes.length; i++) {
      lanes[i].getLast().add(actions[i]);
      kept[i]++;
      if (envs.ended(i)) {
        lanes[i].add(new Episode(envs.episode(i)));
      }
      // An episode may go when those after it are long enough without it.
      while (lanes[i].size() > 1 && kept[i] - lanes[i].getFirst().length >= steps) {
        kept[i] -= lanes[i].removeFirst().length;
      }
    }
  }

  /** Plays everything again: the envs end up where they were, and the learner recalls it. */
  void restore(VectorEnv envs, Learner learner) {
    for (int i = 0; i < lanes.length; i++) {
      boolean first = true;
      for (Episode episode : lanes[i]) {
        if (first) {
          envs.rewind(i, episode.number);
          learner.recallBegin(envs, i);
          first = false;
        } else if (envs.episode(i) != episode.number) {
          throw new IllegalStateException(
              "episode %d of env %d ends elsewhere now".formatted(episode.number - 1, i));
        }
        for (int t = 0; t < episode.length; t++) {
          envs.stepOne(i, episode.actions[t]);
          learner.recall(envs, i, episode.actions[t]);
        }
      }
    }
    learner.recalled();
  }

  void write(DataOutputStream out) throws IOException {
    out.writeInt(lanes.length);
    for (Deque<Episode> lane : lanes) {
      out.writeInt(lane.size());
      for (Episode episode : lane) {
        out.writeLong(episode.number);
        out.writeInt(episode.length);
        out.write(episode.actions, 0, episode.length);
      }
    }
  }

  void read(DataInputStream in) throws IOException {
    if (in.readInt() != lanes.length) {
      throw new IOException("the history is of another number of envs");
    }
    for (int i = 0; i < lanes.length; i++) {
      lanes[i].clear();
      kept[i] = 0;
      int episodes = in.readInt();
      for (int k = 0; k < episodes; k++) {
        Episode episode = new Episode(in.readLong());
        episode.length = in.readInt();
        episode.actions = in.readNBytes(episode.length);
        if (episode.actions.length != episode.length) {
          throw new IOException("the history is cut short");
        }
        kept[i] += episode.length;
        lanes[i].add(episode);
        if (episode.length == 0) {
          episode.actions = new byte[64];
        }
      }
    }
  }
}
