package ludus.games;

import com.badlogic.gdx.math.Vector2;
import com.badlogic.gdx.physics.box2d.Body;
import com.badlogic.gdx.physics.box2d.BodyDef;
import com.badlogic.gdx.physics.box2d.Box2D;
import com.badlogic.gdx.physics.box2d.CircleShape;
import com.badlogic.gdx.physics.box2d.World;
import com.badlogic.gdx.utils.GdxNativesLoader;

/**
 * Loads libGDX's and Box2D's native code, once and safely: the loader must come before Box2D, and
 * Box2D's lazily made native statics must be touched, with a contact, before two threads can race
 * for them.
 */
public final class Box2dNatives {
  static {
    GdxNativesLoader.load();
    Box2D.init();
    World world = new World(new Vector2(0, -10), true);
    CircleShape ball = new CircleShape();
    ball.setRadius(1);
    for (int i = 0; i < 2; i++) {
      BodyDef definition = new BodyDef();
      definition.type = i == 0 ? BodyDef.BodyType.StaticBody : BodyDef.BodyType.DynamicBody;
      definition.position.y = 1.9f * i;
      Body body = world.createBody(definition);
      body.createFixture(ball, 1);
    }
    world.step(0.02f, 8, 3);
    ball.dispose();
    world.dispose();
  }

  private Box2dNatives() {}

  /** Returns when Box2D is ready for use on any thread. */
  public static void load() {
    // The static initialiser has done the work.
  }
}
