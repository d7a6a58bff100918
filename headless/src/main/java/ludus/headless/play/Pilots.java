package ludus.headless.play;

import ludus.core.env.EnvOptions;
import ludus.core.game.Game;
import ludus.core.game.GameProvider;

/**
 * Finds the pilot that a person names: a policy file, "expert", "random", or the shipped policy.
 */
public final class Pilots {
  private Pilots() {}

  /**
   * Opens a pilot.
   *
   * @param choice a policy file's path, "expert" or "random"; null for the policy that ships with
   *     the game, or the expert where none does
   * @param game the very game that the pilot will play, which an expert reads
   * @throws IllegalArgumentException if there is no such pilot or its file is unusable; the message
   *     is for people
   */
  public static Pilot open(String choice, GameProvider provider, Game game) {
    return open(choice, provider, game, 0);
  }

  /**
   * The same for one of two players.
   *
   * @param player whom the pilot plays
   */
  public static Pilot open(String choice, GameProvider provider, Game game, int player) {
    if ("random".equals(choice)) {
      return Pilot.random(provider.info().actions().size(), EnvOptions.FEATURES);
    }
    if ("expert".equals(choice) || choice == null && !Policies.shipped(provider.info())) {
      double mean = Marks.of(provider.info()).expert();
      return Pilot.of(provider.expert(game, player), EnvOptions.FEATURES, mean);
    }
    return Policies.pilot(choice, provider.info());
  }
}
