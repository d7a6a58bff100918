package ludus.games.cartpole;

import ludus.core.game.Expert;

/**
 * A linear state feedback that pushes to the side on which it wants the cart: the pole's lean and
 * spin first, the cart's drift beside it.
 */
final class CartPoleExpert implements Expert {
  private final CartPole game;

  CartPoleExpert(CartPole game) {
    this.game = game;
  }

  @Override
  public int act() {
    CartPolePhysics p = game.physics();
    float push = p.x() + 1.5f * p.velocity() + 18 * p.angle() + 3.5f * p.spin();
    return push > 0 ? CartPole.RIGHT : CartPole.LEFT;
  }
}
