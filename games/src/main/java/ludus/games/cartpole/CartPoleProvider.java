package ludus.games.cartpole;

import ludus.core.game.Expert;
import ludus.core.game.Game;
import ludus.core.game.GameInfo;
import ludus.core.game.GameProvider;

/** The entrance to {@link CartPole}. */
public final class CartPoleProvider implements GameProvider {
  @Override
  public GameInfo info() {
    return CartPole.INFO;
  }

  @Override
  public Game create() {
    return new CartPole();
  }

  @Override
  public Expert expert(Game game, int player) {
    return new CartPoleExpert((CartPole) game);
  }
}
