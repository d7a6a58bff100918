package ludus.desktop.screen;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ludus.agents.network.Network;
import ludus.agents.policy.GreedyPolicy;
import ludus.agents.saliency.Saliency;
import ludus.agents.saliency.Saliency.Method;
import ludus.core.env.Observations;
import ludus.core.game.GameCatalog;
import ludus.core.game.GameProvider;
import ludus.desktop.WindowedTest;
import ludus.desktop.screen.Keyboard.Key;
import ludus.headless.play.Pilots;
import ludus.headless.play.Policies;
import ludus.headless.play.Session;
import org.junit.jupiter.api.Test;

/** What the window shows of a policy is held against the policy's own network. */
class InsightStoryTest {
  private final GameProvider pong = GameCatalog.load().find("pong");

  @Test
  void framesBarsValueAndLightAreTheNetworksOwnNumbers() {
    WindowedTest.assumeDisplay();
    WatchScreen watch =
        new WatchScreen(pong, game -> Pilots.open(null, pong, game), 5, new Speed(2));
    Session session = watch.session();
    try (GreedyPolicy other = (GreedyPolicy) Policies.open(null, pong.info())) {
      new Story(watch)
          .until("it plays", () -> watch.ready() && session.ticks() > 30)
          .tap(Key.SPACE, "pause", watch::paused)
          .pictures(2)
          .check(() -> checkNumbers(watch, other))
          .tap(Key.L, "gradient", () -> watch.insight().method() == Method.GRADIENT)
          .until("its light is there", () -> watch.insight().map() != null)
          .pictures(2)
          .check(() -> checkLight(watch, other.network(), Method.GRADIENT))
          .tap(Key.L, "occlusion", () -> watch.insight().method() == Method.OCCLUSION)
          .until("its light is there", () -> watch.insight().map() != null)
          .pictures(2)
          .check(() -> checkLight(watch, other.network(), Method.OCCLUSION))
          .tap(Key.L, "no light", () -> watch.insight().method() == null)
          .pictures(2)
          .check(() -> checkNumbers(watch, other))
          .tap(Key.Q, "quit", () -> false)
          .tell();
    }
  }

  private static void checkNumbers(WatchScreen watch, GreedyPolicy other) {
    Session session = watch.session();
    byte[] shown = WatchStoryTest.seen(watch, session.observation().bytes().length);
    assertArrayEquals(session.observation().bytes(), shown, "the frames of the window");
    Observations observation = new Observations(session.observation().spec(), 1);
    System.arraycopy(shown, 0, observation.bytes(), 0, shown.length);
    int[] action = new int[1];
    other.act(observation, 1, action);
    assertEquals(action[0], session.wish());
    float[] bars = WatchStoryTest.panel(watch).actionBars().shown();
    for (int a = 0; a < bars.length; a++) {
      assertEquals(other.preferences()[a], bars[a], 1e-5);
    }
    Traces traces = watch.sides().get(0).traces();
    assertEquals(other.preferences()[action[0]], traces.value(traces.size() - 1), 1e-5);
  }

  private static void checkLight(WatchScreen watch, Network network, Method method) {
    Session session = watch.session();
    int actions = session.info().actions().size();
    try (Saliency saliency = new Saliency(network.spec(), network.weights(), actions)) {
      float[] expected = new float[saliency.size()];
      saliency.map(session.observation().bytes(), session.wish(), method, expected);
      float[] shown = WatchStoryTest.panel(watch).light().shown();
      assertNotNull(shown);
      float largest = 0;
      for (float value : expected) {
        largest = Math.max(largest, value);
      }
      assertTrue(largest > 0, "something moves the decision");
      assertArrayEquals(expected, shown, 1e-4f * largest);
    }
  }
}
