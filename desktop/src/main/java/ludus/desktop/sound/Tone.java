package ludus.desktop.sound;

/**
 * The window's few sounds, each made from sine waves when it is first heard: one note after
 * another, every note with its octave softly above it, fading in and out so that nothing clicks.
 */
public enum Tone {
  /** Something else is chosen. */
  MOVE(0.035, 0.25, 620),
  /** What is chosen is taken. */
  TAKE(0.06, 0.35, 620, 930),
  /** Three, two, one. */
  COUNT(0.09, 0.45, 440),
  /** And off. */
  GO(0.2, 0.5, 880),
  /** Something was won. */
  GAIN(0.07, 0.45, 784, 1047),
  /** Something was lost. */
  LOSS(0.1, 0.45, 330, 247),
  /** It is over, and well done. */
  WIN(0.12, 0.5, 523, 659, 784, 1047),
  /** It is over. */
  OVER(0.15, 0.45, 392, 330, 262);

  /** Samples a second. */
  public static final int RATE = 44_100;

  private static final double ATTACK = 0.004;
  private static final double OCTAVE = 0.25;

  private final double seconds;
  private final double loudness;
  private final double[] notes;
  private short[] samples;

  /**
   * @param seconds of each note
   * @param loudness from 0 to 1
   * @param notes their frequencies, in hertz
   */
  Tone(double seconds, double loudness, double... notes) {
    this.seconds = seconds;
    this.loudness = loudness;
    this.notes = notes;
  }

  /** The sound, one channel of 16 bits. Not a copy. */
  synchronized short[] samples() {
    if (samples == null) {
      samples = synthesise();
    }
    return samples;
  }

  private short[] synthesise() {
    int length = (int) (seconds * RATE);
    short[] sound = new short[notes.length * length];
    for (int n = 0; n < notes.length; n++) {
      for (int i = 0; i < length; i++) {
        double t = (double) i / RATE;
        double phase = 2 * Math.PI * notes[n] * t;
        double wave = (Math.sin(phase) + OCTAVE * Math.sin(2 * phase)) / (1 + OCTAVE);
        double fade = Math.min(1, t / ATTACK) * (1 - (double) i / (length - 1));
        sound[n * length + i] = (short) Math.round(Short.MAX_VALUE * loudness * fade * wave);
      }
    }
    return sound;
  }
}
