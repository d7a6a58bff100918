package ludus.agents;

import java.util.Locale;
import ludus.core.draw.Canvas;
import ludus.core.draw.Palette;
import ludus.core.game.Expert;
import ludus.core.game.Game;
import ludus.core.game.GameInfo;
import ludus.core.game.GameProvider;
import ludus.core.random.Rng;

/**
 * Worlds of one number and two actions whose values are known, each showing one thing that a
 * learner must get right.
 */
public enum ProbeWorld implements GameProvider {
  /** One step; always 1. */
  CONSTANT(1),
  /** One step; −1 for the first action, 1 for the second. */
  ACTION(1),
  /** One step; the observation, −1 or 1 at random, is the reward. */
  OBSERVATION(1),
  /** One step; −1 or 1 at random, which nothing tells beforehand. */
  COIN(1),
  /** Two steps, observed as 0 and 1; 1 at the end. */
  DELAY(2),
  /** Three lives of two steps, observed as 0 and 1; 1 when a life ends. */
  LIVES(6),
  /** Never ends by its rules; 1 a step. */
  ENDLESS(Integer.MAX_VALUE);

  private final int steps;

  ProbeWorld(int steps) {
    this.steps = steps;
  }

  @Override
  public GameInfo info() {
    return GameInfo.of(name().toLowerCase(Locale.ROOT))
        .title(name())
        .summary("A probe.")
        .actions("a", "b")
        .idle(0)
        .features(new GameInfo.Feature("state", "", -1, 1))
        .ticksPerSecond(1)
        .tickLimit(10)
        .build();
  }

  @Override
  public Expert expert(Game game, int player) {
    return () -> 1;
  }

  @Override
  public Game create() {
    GameInfo info = info();
    return new Game() {
      private float state;
      private float coin;
      private float reward;
      private int ticks;

      @Override
      public GameInfo info() {
        return info;
      }

      @Override
      public void reset(long seed) {
        ticks = 0;
        reward = 0;
        coin = new Rng(seed).nextInt(2) * 2 - 1;
        state = ProbeWorld.this == OBSERVATION ? coin : 0;
      }

      @Override
      public void tick(int[] actions) {
        ticks++;
        switch (ProbeWorld.this) {
          case ACTION -> reward = actions[0] == 0 ? -1 : 1;
          case OBSERVATION -> reward = state;
          case COIN -> reward = coin;
          case DELAY -> {
            reward = ticks == 2 ? 1 : 0;
            state = 1;
          }
          case LIVES -> {
            state = ticks % 2;
            reward = 1 - state;
          }
          default -> reward = 1;
        }
      }

      @Override
      public float reward(int player) {
        return reward;
      }

      @Override
      public int lives() {
        return ProbeWorld.this == LIVES ? 3 - ticks / 2 : 0;
      }

      @Override
      public boolean terminated() {
        return ticks >= steps;
      }

      @Override
      public void features(int player, float[] out) {
        out[0] = state;
      }

      @Override
      public void draw(Canvas canvas, int player) {
        canvas.clear(Palette.NIGHT);
      }
    };
  }
}
