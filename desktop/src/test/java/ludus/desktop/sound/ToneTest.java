package ludus.desktop.sound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ToneTest {
  private static final int STEEP = 8000;

  @ParameterizedTest
  @EnumSource
  void everyToneIsHeardIsShortAndNeitherBeginsNorEndsWithAClick(Tone tone) {
    short[] samples = tone.samples();
    int loudest = 0;
    for (int i = 0; i < samples.length; i++) {
      loudest = Math.max(loudest, Math.abs(samples[i]));
      assertTrue(i == 0 || Math.abs(samples[i] - samples[i - 1]) < STEEP, tone + " at " + i);
    }
    assertTrue(loudest > 4000, tone + " is as loud as " + loudest);
    assertTrue(samples.length < Tone.RATE, tone + " takes a second or more");
    assertEquals(0, samples[0]);
    assertEquals(0, samples[samples.length - 1]);
  }
}
