package ludus.desktop.sound;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.SourceDataLine;

/**
 * Plays tones, several at a time, on a thread of its own that begins with the first one. Where the
 * machine has no device for sound it stays silent, and nobody notices but who asks.
 */
public final class Speaker implements AutoCloseable {
  private static final AudioFormat FORMAT = new AudioFormat(Tone.RATE, 16, 1, true, false);

  /** A hundredth of a second, in samples. */
  private static final int PIECE = Tone.RATE / 100;

  /** How many pieces the device holds: what is heard is that much late at most. */
  private static final int HELD = 5;

  private static final int MOST_VOICES = 6;

  private final BlockingQueue<Voice> asked = new LinkedBlockingQueue<>(MOST_VOICES);
  private Thread thread;
  private volatile boolean silent;

  /** A tone on its way. */
  private static final class Voice {
    final short[] samples;
    final float volume;
    int at;

    Voice(short[] samples, float volume) {
      this.samples = samples;
      this.volume = volume;
    }

    /** Adds the next piece to what is heard; returns whether there is more. */
    boolean mix(float[] piece) {
      int count = Math.min(piece.length, samples.length - at);
      for (int i = 0; i < count; i++) {
        piece[i] += volume * samples[at + i];
      }
      at += count;
      return at < samples.length;
    }
  }

  /**
   * Plays a tone; of too many at once, some are left out.
   *
   * @param volume from 0 to 1
   */
  public void play(Tone tone, float volume) {
    if (silent) {
      return;
    }
    if (thread == null) {
      thread = new Thread(this::run, "sound");
      thread.setDaemon(true);
      thread.start();
    }
    asked.offer(new Voice(tone.samples(), volume));
  }

  /** Whether the machine was found to have no device for sound. */
  public boolean silent() {
    return silent;
  }

  private void run() {
    try (SourceDataLine line = AudioSystem.getSourceDataLine(FORMAT)) {
      line.open(FORMAT, 2 * HELD * PIECE);
      line.start();
      play(line);
    } catch (LineUnavailableException | IllegalArgumentException | LinkageError e) {
      silent = true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // the window closes
    }
  }

  private void play(SourceDataLine line) throws InterruptedException {
    List<Voice> voices = new ArrayList<>();
    float[] piece = new float[PIECE];
    byte[] bytes = new byte[2 * PIECE];
    while (true) {
      if (voices.isEmpty()) {
        voices.add(asked.take());
      }
      asked.drainTo(voices, MOST_VOICES - voices.size());
      Arrays.fill(piece, 0);
      voices.removeIf(voice -> !voice.mix(piece));
      for (int i = 0; i < PIECE; i++) {
        int sample = Math.round(Math.max(-32768, Math.min(32767, piece[i])));
        bytes[2 * i] = (byte) sample;
        bytes[2 * i + 1] = (byte) (sample >> 8);
      }
      line.write(bytes, 0, bytes.length);
    }
  }

  @Override
  public void close() {
    if (thread != null) {
      thread.interrupt();
    }
  }
}
