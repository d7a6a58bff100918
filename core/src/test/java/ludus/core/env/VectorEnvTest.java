package ludus.core.env;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import ludus.core.example.Catch;
import ludus.core.random.Rng;
import org.junit.jupiter.api.Test;

class VectorEnvTest {
  private static final int ENVS = 6;

  private static VectorEnv vector(EnvOptions options, int threads) {
    return new VectorEnv(new Catch.Provider(), options, ENVS, 42, threads);
  }

  private static int[] actions(Rng rng) {
    int[] actions = new int[ENVS];
    for (int i = 0; i < ENVS; i++) {
      actions[i] = rng.nextInt(3);
    }
    return actions;
  }

  @Test
  void everyEnvPlaysTheEpisodesOfItsOwnSeeds() {
    try (VectorEnv vector = vector(EnvOptions.PIXELS, 1);
        GameEnv alone = new GameEnv(new Catch.Provider().create(), EnvOptions.PIXELS)) {
      vector.reset();
      Rng rng = new Rng(1);
      int watched = 4;
      int episode = 0;
      Observations expected = new Observations(vector.observation(), 1);
      alone.reset(vector.episodeSeed(watched, 0));
      for (int t = 0; t < 200; t++) {
        alone.observe(expected, 0);
        assertRow(expected, vector.observations(), watched);
        int[] actions = actions(rng);
        vector.step(actions);
        alone.step(actions[watched]);
        assertEquals(alone.reward(), vector.rewards()[watched]);
        assertEquals(alone.terminated(), vector.terminated()[watched]);
        assertEquals(alone.truncated(), vector.truncated()[watched]);
        if (vector.ended(watched)) {
          alone.observe(expected, 0);
          assertRow(expected, vector.finalObservations(), watched);
          alone.reset(vector.episodeSeed(watched, ++episode));
        }
      }
      assertTrue(episode >= 5);
    }
  }

  private static void assertRow(Observations expected, Observations actual, int row) {
    int size = expected.spec().size();
    assertArrayEquals(
        expected.bytes(), Arrays.copyOfRange(actual.bytes(), row * size, (row + 1) * size));
  }

  @Test
  void theNumberOfThreadsChangesNothing() {
    try (VectorEnv one = vector(EnvOptions.PIXELS, 1);
        VectorEnv three = vector(EnvOptions.PIXELS, 3)) {
      one.reset();
      three.reset();
      Rng rng = new Rng(2);
      for (int t = 0; t < 500; t++) {
        int[] actions = actions(rng);
        one.step(actions);
        three.step(actions);
        assertArrayEquals(one.observations().bytes(), three.observations().bytes());
        assertArrayEquals(one.finalObservations().bytes(), three.finalObservations().bytes());
        assertArrayEquals(one.rewards(), three.rewards());
        assertArrayEquals(one.terminated(), three.terminated());
        assertArrayEquals(one.returns(), three.returns());
      }
    }
  }

  @Test
  void theEnvsHaveDifferentSeeds() {
    try (VectorEnv vector = vector(EnvOptions.FEATURES, 1)) {
      vector.reset();
      float[] features = vector.observations().floats();
      for (int i = 1; i < ENVS; i++) {
        assertNotEquals(features[0], features[3 * i]);
      }
    }
  }

  @Test
  void anEnvCanBeBroughtBackToWhereItWas() {
    try (VectorEnv vector = vector(EnvOptions.PIXELS, 1);
        VectorEnv again = vector(EnvOptions.PIXELS, 1)) {
      vector.reset();
      again.reset();
      Rng rng = new Rng(3);
      for (int t = 0; t < 40; t++) {
        vector.step(actions(rng));
      }
      int steps = vector.lengths()[2];
      long episode = vector.episode(2);
      byte[] taken = new byte[10];
      for (int t = 0; t < 5; t++) {
        int[] actions = actions(rng);
        taken[t] = (byte) actions[2];
        vector.step(actions);
      }
      again.rewind(2, episode);
      Rng replayed = new Rng(3);
      int[][] all = new int[40][];
      for (int t = 0; t < 40; t++) {
        all[t] = actions(replayed);
      }
      for (int t = 40 - steps; t < 40; t++) {
        again.stepOne(2, all[t][2]);
      }
      for (int t = 0; t < 5; t++) {
        again.stepOne(2, taken[t]);
      }
      assertEquals(vector.episode(2), again.episode(2));
      assertEquals(vector.lengths()[2], again.lengths()[2]);
      int size = vector.observation().size();
      assertArrayEquals(
          Arrays.copyOfRange(vector.observations().bytes(), 2 * size, 3 * size),
          Arrays.copyOfRange(again.observations().bytes(), 2 * size, 3 * size));
    }
  }

  @Test
  void returnsAndLengthsAreThoseOfWholeEpisodes() {
    try (VectorEnv vector = vector(EnvOptions.FEATURES, 2)) {
      vector.reset();
      Rng rng = new Rng(4);
      for (int t = 0; t < 300; t++) {
        vector.step(actions(rng));
        for (int i = 0; i < ENVS; i++) {
          if (vector.ended(i)) {
            assertEquals(25, vector.lengths()[i]);
            assertEquals(1, Math.abs(vector.returns()[i]));
          }
        }
      }
    }
  }

  @Test
  void aFailureOnAnyThreadReachesTheCaller() {
    try (VectorEnv vector = vector(EnvOptions.FEATURES, 3)) {
      vector.reset();
      int[] actions = new int[ENVS];
      actions[ENVS - 1] = 99;
      assertThrows(RuntimeException.class, () -> vector.step(actions));
      assertThrows(IllegalArgumentException.class, () -> vector.step(new int[ENVS + 1]));
    }
  }
}
