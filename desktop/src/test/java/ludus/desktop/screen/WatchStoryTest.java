package ludus.desktop.screen;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.badlogic.gdx.Gdx;
import com.badlogic.gdx.graphics.GL20;
import com.badlogic.gdx.utils.BufferUtils;
import java.nio.ByteBuffer;
import ludus.agents.policy.Policy.Meaning;
import ludus.core.draw.PixelCanvas;
import ludus.core.env.EnvOptions;
import ludus.core.env.Observations;
import ludus.core.game.GameCatalog;
import ludus.core.game.GameProvider;
import ludus.desktop.WindowedTest;
import ludus.desktop.hud.Tiles;
import ludus.desktop.screen.Keyboard.Key;
import ludus.headless.cli.UserException;
import ludus.headless.play.Pilot;
import ludus.headless.play.Pilots;
import ludus.headless.play.Session;
import org.junit.jupiter.api.Test;

class WatchStoryTest {
  private final GameProvider cartPole = GameCatalog.load().find("cartpole");
  private int mark;

  @Test
  void aPersonWatchesTheExpertStepsTakesOverGivesBackAndQuits() {
    WatchScreen watch =
        new WatchScreen(cartPole, game -> Pilots.open("expert", cartPole, game), 7, Speed.NORMAL);
    Session session = watch.session();
    Story story = new Story(watch);
    story
        .until("the expert is there", watch::ready)
        .until("it plays", () -> session.ticks() > 5)
        .tap(Key.LEFT, "steer in vain", watch::steersInVain)
        .tap(Key.SPACE, "pause", watch::paused)
        .check(() -> mark = session.ticks())
        .tap(Key.PERIOD, "one tick", () -> session.ticks() == mark + 1)
        .tap(Key.RIGHT, "one more tick", () -> session.ticks() == mark + 2)
        .check(() -> assertEquals(7, session.seed()))
        .tap(Key.T, "take over", session::manual)
        .tap(Key.SPACE, "go on", () -> !watch.paused())
        .hold(Key.LEFT, "push to the left", () -> watch.personAction() == 0)
        .until("the pole falls by the person's hand", session::ended)
        .release(Key.LEFT, "let go", () -> true)
        .check(() -> assertFalse(session.truncated()))
        .until("the next episode by itself", () -> session.seed() == 8 && session.ticks() > 0)
        .tap(Key.SPACE, "pause", watch::paused)
        .check(() -> assertEquals(1, watch.sitting().episodes()))
        .tap(Key.T, "give back", () -> !session.manual())
        .tap(Key.PLUS, "faster", () -> watch.speed().factor() == 2)
        .tap(Key.MINUS, "slower", () -> watch.speed().factor() == 1)
        .tap(Key.N, "next episode", () -> session.seed() == 9)
        .check(() -> assertEquals(3, watch.episode()))
        .tap(Key.SPACE, "go on", () -> !watch.paused())
        .until("it runs", () -> session.ticks() > 10)
        .tap(Key.R, "the same again", () -> session.seed() == 9 && session.ticks() < 10)
        .tap(Key.F1, "help", story::helpShown)
        .check(() -> mark = session.ticks())
        .pictures(10)
        .check(() -> assertEquals(mark, session.ticks()))
        .tap(Key.ESCAPE, "no more help", () -> !story.helpShown())
        .until("time goes on", () -> session.ticks() > mark)
        .tap(Key.ESCAPE, "quit", () -> false)
        .tell();
  }

  @Test
  void asFastAsTheMachineCanPlaysAWholeEpisodeAndGoesOn() {
    WatchScreen watch =
        new WatchScreen(cartPole, game -> Pilots.open("expert", cartPole, game), 1, Speed.MAX);
    new Story(watch)
        .until("three episodes", () -> watch.sitting().episodes() == 3)
        .check(() -> assertEquals(500, watch.sitting().mean()))
        .tap(Key.Q, "quit", () -> false)
        .tell();
  }

  /** Sees pixels every second tick and thinks in numbers made from them. */
  private static final class Onlooker implements Pilot {
    private final float[] preferences = new float[2];

    @Override
    public String name() {
      return "onlooker";
    }

    @Override
    public EnvOptions options() {
      return EnvOptions.PIXELS.withFrameSkip(2);
    }

    @Override
    public int act(Observations observation) {
      int sum = 0;
      for (byte b : observation.bytes()) {
        sum = 31 * sum + b;
      }
      preferences[0] = (sum & 0xFFFF) / 65536f;
      preferences[1] = (sum >>> 16) / 65536f;
      return preferences[1] > preferences[0] ? 1 : 0;
    }

    @Override
    public float[] preferences() {
      return preferences;
    }

    @Override
    public Meaning meaning() {
      return Meaning.ACTION_VALUES;
    }
  }

  @Test
  void theFramesOnTheScreenAreTheOnesFedToThePolicyAndTheBarsItsNumbers() {
    WatchScreen watch = new WatchScreen(cartPole, game -> new Onlooker(), 3, Speed.NORMAL);
    Story story = new Story(watch);
    story.until("it plays", () -> watch.session().ticks() > 6);
    story.tap(Key.SPACE, "pause", watch::paused);
    for (int i = 0; i < 4; i++) {
      story
          .check(() -> mark = watch.session().ticks())
          .tap(Key.PERIOD, "one tick", () -> watch.session().ticks() != mark)
          .check(() -> checkPicture(watch));
    }
    story.tap(Key.Q, "quit", () -> false).tell();
  }

  static WatchPanel panel(WatchScreen watch) {
    return (WatchPanel) watch.view();
  }

  private static void checkPicture(WatchScreen watch) {
    Session session = watch.session();
    assertArrayEquals(session.pilot().preferences(), panel(watch).actionBars().shown());
    byte[] fed = session.observation().bytes();
    assertNotNull(fed);
    assertArrayEquals(fed, seen(watch, fed.length));
  }

  /** Reads the frames back from the window's own pixels. */
  static byte[] seen(WatchScreen watch, int length) {
    int width = Gdx.graphics.getBackBufferWidth();
    int height = Gdx.graphics.getBackBufferHeight();
    ByteBuffer window = BufferUtils.newByteBuffer(4 * width * height);
    Gdx.gl.glReadPixels(0, 0, width, height, GL20.GL_RGBA, GL20.GL_UNSIGNED_BYTE, window);
    byte[] seen = new byte[length];
    int side = (int) Math.sqrt(PixelCanvas.FRAME);
    for (int i = 0; i < length; i++) {
      int frame = i / PixelCanvas.FRAME;
      int row = i % PixelCanvas.FRAME / side;
      int column = i % side;
      int x = Tiles.x(panel(watch).tiles(), frame, column);
      int y = Tiles.y(panel(watch).tiles(), row);
      int at = 4 * ((height - 1 - y) * width + x);
      assertEquals(window.get(at), window.get(at + 1));
      assertEquals(window.get(at), window.get(at + 2));
      seen[i] = window.get(at);
    }
    return seen;
  }

  @Test
  void aPolicyThatCannotBeOpenedIsOneSentence() {
    WindowedTest.assumeDisplay();
    WatchScreen watch =
        new WatchScreen(
            cartPole,
            game -> {
              throw new IllegalArgumentException("there is no policy file nowhere.ludus");
            },
            1,
            Speed.NORMAL);
    Exception e =
        assertThrows(
            UserException.class, () -> Window.USUAL.show(new Shell(watch, null), "Ludus test"));
    assertEquals("there is no policy file nowhere.ludus", e.getMessage());
  }
}
