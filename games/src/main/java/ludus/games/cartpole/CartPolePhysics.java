package ludus.games.cartpole;

import com.badlogic.gdx.math.Vector2;
import com.badlogic.gdx.physics.box2d.Body;
import com.badlogic.gdx.physics.box2d.BodyDef;
import com.badlogic.gdx.physics.box2d.MassData;
import com.badlogic.gdx.physics.box2d.World;
import com.badlogic.gdx.physics.box2d.joints.PrismaticJointDef;
import com.badlogic.gdx.physics.box2d.joints.RevoluteJointDef;
import ludus.games.Box2dNatives;

/**
 * A cart on a prismatic joint and a pole on a revolute joint, in Box2D. Angles are positive to the
 * right (clockwise); Box2D's own are positive to the left.
 *
 * <p>Warm starting is off: Box2D's joints then remember nothing from one tick to the next, so a
 * tick is a function of the four state variables alone and one world serves every episode. (With it
 * on, impulses of the last episode leak into the next, and a push that changes sides starts each
 * solution from the wrong one.)
 */
final class CartPolePhysics implements AutoCloseable {
  private static final float CART_MASS = 1;
  private static final float POLE_MASS = 0.1f;
  private static final float HALF_LENGTH = 0.5f;
  private static final float GRAVITY = 9.8f;

  // Enough for the joint impulses to converge to float precision from nothing.
  private static final int VELOCITY_ITERATIONS = 12;
  private static final int POSITION_ITERATIONS = 4;

  private final float tick;
  private final World world;
  private final Body cart;
  private final Body pole;
  private boolean closed;

  /**
   * @param tick seconds that one step lasts
   */
  CartPolePhysics(float tick) {
    Box2dNatives.load();
    this.tick = tick;
    world = new World(new Vector2(0, -GRAVITY), false);
    world.setWarmStarting(false);
    Body ground = body(BodyDef.BodyType.StaticBody, 0, 0);
    cart = body(BodyDef.BodyType.DynamicBody, CART_MASS, CART_MASS);
    // A thin rod about its centre, which is the body's origin.
    pole = body(BodyDef.BodyType.DynamicBody, POLE_MASS, POLE_MASS * HALF_LENGTH * HALF_LENGTH / 3);
    place(0, 0, 0, 0);

    PrismaticJointDef slide = new PrismaticJointDef();
    slide.bodyA = ground;
    slide.bodyB = cart;
    slide.localAxisA.set(1, 0);
    world.createJoint(slide);
    RevoluteJointDef hinge = new RevoluteJointDef();
    hinge.bodyA = cart;
    hinge.bodyB = pole;
    hinge.localAnchorB.set(0, -HALF_LENGTH);
    world.createJoint(hinge);
  }

  private Body body(BodyDef.BodyType type, float mass, float inertia) {
    BodyDef definition = new BodyDef();
    definition.type = type;
    definition.allowSleep = false;
    Body body = world.createBody(definition);
    MassData data = new MassData();
    data.mass = mass;
    data.I = inertia;
    body.setMassData(data);
    return body;
  }

  /** Puts cart and pole into the given state (m, m/s, rad, rad/s). */
  void place(float x, float velocity, float angle, float spin) {
    cart.setTransform(x, 0, 0);
    cart.setLinearVelocity(velocity, 0);
    cart.setAngularVelocity(0);
    pole.setTransform(
        x + HALF_LENGTH * SmallAngle.sin(angle), HALF_LENGTH * SmallAngle.cos(angle), -angle);
    pole.setAngularVelocity(-spin);
  }

  /** Advances by one tick under a push (N, positive to the right) on the cart. */
  void step(float push) {
    swing();
    cart.applyForceToCenter(push, 0, true);
    world.step(tick, VELOCITY_ITERATIONS, POSITION_ITERATIONS);
  }

  /**
   * Sets the velocity of the pole's centre to what the hinge asks for, v + l ω × r, plus the l ω²
   * of one tick outwards. Box2D makes a joint hold for velocities, J v = 0, and so meets the
   * acceleration's J a = −J̇ v only by what the last tick's velocity no longer fits; that is the
   * centripetal force less a damping of ω³ · tick / 2, which this puts right.
   */
  private void swing() {
    float spin = spin();
    float sin = SmallAngle.sin(angle());
    float cos = SmallAngle.cos(angle());
    float along = HALF_LENGTH * spin;
    float outwards = along * spin * tick;
    pole.setLinearVelocity(velocity() + along * cos + outwards * sin, outwards * cos - along * sin);
  }

  /** Cart position, m from the middle. */
  float x() {
    return cart.getPosition().x;
  }

  /** Cart velocity, m/s. */
  float velocity() {
    return cart.getLinearVelocity().x;
  }

  /** Pole angle, rad from upright. */
  float angle() {
    return -pole.getAngle();
  }

  /** Angular velocity of the pole, rad/s. */
  float spin() {
    return -pole.getAngularVelocity();
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      world.dispose();
    }
  }
}
