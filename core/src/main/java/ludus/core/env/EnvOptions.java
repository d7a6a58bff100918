package ludus.core.env;

import ludus.core.game.GameInfo;

/**
 * How an env shows a game to an agent.
 *
 * @param observation pixels or features
 * @param frameSkip ticks that one step lasts, the action being held; 1 skips nothing
 * @param stickyActions probability that a tick repeats the previous tick's action instead of taking
 *     the new one (Machado et al. 2018, section 5.2); 0 is off
 * @param frameStack how many frames an observation of pixels holds
 * @param tickLimit ticks after which an episode is truncated; 0 stands for the game's own limit
 */
public record EnvOptions(
    Kind observation, int frameSkip, float stickyActions, int frameStack, int tickLimit) {

  /** What an observation is made of. */
  public enum Kind {
    PIXELS,
    FEATURES
  }

  /** Four stacked frames, one tick a step. */
  public static final EnvOptions PIXELS = new EnvOptions(Kind.PIXELS, 1, 0, 4, 0);

  /** The features, one tick a step. */
  public static final EnvOptions FEATURES = new EnvOptions(Kind.FEATURES, 1, 0, 4, 0);

  /**
   * @throws IllegalArgumentException if a value makes no sense
   */
  public EnvOptions {
    if (observation == null) {
      throw new IllegalArgumentException("observation must be pixels or features");
    }
    if (frameSkip < 1 || frameSkip > 60) {
      throw new IllegalArgumentException("frame skip must be 1 to 60, was " + frameSkip);
    }
    if (!(stickyActions >= 0 && stickyActions < 1)) {
      throw new IllegalArgumentException(
          "sticky actions are a probability from 0 to below 1, was " + stickyActions);
    }
    if (frameStack < 1 || frameStack > 16) {
      throw new IllegalArgumentException("frame stack must be 1 to 16, was " + frameStack);
    }
    if (tickLimit < 0) {
      throw new IllegalArgumentException("tick limit must not be negative, was " + tickLimit);
    }
  }

  public EnvOptions withFrameSkip(int frameSkip) {
    return new EnvOptions(observation, frameSkip, stickyActions, frameStack, tickLimit);
  }

  public EnvOptions withStickyActions(float stickyActions) {
    return new EnvOptions(observation, frameSkip, stickyActions, frameStack, tickLimit);
  }

  public EnvOptions withTickLimit(int tickLimit) {
    return new EnvOptions(observation, frameSkip, stickyActions, frameStack, tickLimit);
  }

  /** The form of this game's observations. */
  public ObservationSpec spec(GameInfo game) {
    return switch (observation) {
      case PIXELS -> new ObservationSpec.Pixels(frameStack);
      case FEATURES -> new ObservationSpec.Features(game.features().size());
    };
  }
}
