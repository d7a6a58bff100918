package ludus.desktop.screen;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import ludus.agents.network.Network;
import ludus.agents.network.NetworkSpec;
import ludus.agents.network.Networks;
import ludus.agents.network.Optimizer;
import ludus.agents.policy.GreedyPolicy;
import ludus.agents.saliency.Saliency;
import ludus.agents.saliency.Saliency.Method;
import ludus.core.env.EnvOptions;
import ludus.core.env.ObservationSpec.Features;
import ludus.core.env.Observations;
import ludus.core.game.GameCatalog;
import ludus.core.game.GameInfo;
import ludus.core.game.GameProvider;
import ludus.desktop.WindowedTest;
import ludus.desktop.screen.Keyboard.Key;
import ludus.headless.play.Pilot;
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

  @Test
  void featuresAreLitByTheNetworksOwnNumbers() {
    WindowedTest.assumeDisplay();
    GameProvider cartPole = GameCatalog.load().find("cartpole");
    NetworkSpec spec = new NetworkSpec(new Features(4), List.of(new NetworkSpec.Dense(16)), 2);
    Network network = Networks.create(spec, Optimizer.adam(1e-8f, 1), 3);
    GreedyPolicy policy = new GreedyPolicy(network, EnvOptions.FEATURES, 1, 1);
    WatchScreen watch =
        new WatchScreen(cartPole, game -> Pilot.of(policy, "mine"), 5, new Speed(0.25));
    new Story(watch)
        .until("it plays", () -> watch.ready() && watch.session().ticks() > 2)
        .tap(Key.SPACE, "pause", watch::paused)
        .tap(Key.L, "gradient", () -> watch.insight().method() == Method.GRADIENT)
        .until("its light is there", () -> watch.insight().map() != null)
        .pictures(2)
        .check(() -> checkFeatures(watch, network, Method.GRADIENT))
        .tap(Key.L, "occlusion", () -> watch.insight().method() == Method.OCCLUSION)
        .until("its light is there", () -> watch.insight().map() != null)
        .pictures(2)
        .check(() -> checkFeatures(watch, network, Method.OCCLUSION))
        .tap(Key.Q, "quit", () -> false)
        .tell();
  }

  @Test
  void ofTwoSideBySideTheOneWithANetworkIsLit() {
    List<Watching> sides =
        List.of(
            new Watching(pong, game -> Pilots.open("expert", pong, game), 5),
            new Watching(pong, game -> Pilots.open(null, pong, game), 5));
    WatchScreen watch = new WatchScreen(sides, null, Speed.NORMAL, Path.of(""));
    Story story = new Story(watch);
    story
        .until("they play", () -> watch.ready() && watch.session().ticks() > 2)
        .tap(Key.L, "the policy is lit", () -> sides.get(1).insight().map() != null)
        .check(() -> assertNull(sides.get(0).insight().map()))
        .check(() -> assertNull(story.noteShown()))
        .tap(Key.Q, "quit", () -> false)
        .tell();
  }

  @Test
  void whereThereIsNothingToLookIntoTheWindowSaysSo() {
    WatchScreen watch =
        new WatchScreen(pong, game -> Pilots.open("expert", pong, game), 5, Speed.NORMAL);
    Story story = new Story(watch);
    String words = "Who plays has no network, so there is nothing to look into";
    story
        .until("it plays", () -> watch.ready() && watch.session().ticks() > 2)
        .tap(Key.L, "a sentence", () -> story.noteShown() != null)
        .check(() -> assertEquals(words, story.noteShown()))
        .tap(Key.Q, "quit", () -> false)
        .tell();
  }

  private static void checkLight(WatchScreen watch, Network network, Method method) {
    check(watch, network, method, WatchStoryTest.panel(watch).light().shown());
  }

  private static void checkFeatures(WatchScreen watch, Network network, Method method) {
    check(watch, network, method, WatchStoryTest.panel(watch).featureBars().shown());
  }

  private static void check(WatchScreen watch, Network network, Method method, float[] shown) {
    Session session = watch.session();
    GameInfo info = session.info();
    try (Saliency saliency =
        new Saliency(network.spec(), network.weights(), info.actions().size(), info.features())) {
      float[] expected = new float[saliency.size()];
      saliency.map(session.observation(), session.wish(), method, expected);
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
