package ludus.headless.run;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import ludus.core.env.FrameStack;
import ludus.core.env.ObservationSpec;
import ludus.core.env.Observations;
import ludus.core.file.SafeFile;
import ludus.core.game.Game;
import ludus.core.game.GameProvider;
import ludus.core.replay.ReplayFile;
import ludus.headless.picture.AnimatedGif;
import ludus.headless.picture.ContactSheet;
import ludus.headless.picture.ImageCanvas;
import ludus.headless.play.Pilots;
import ludus.headless.play.Session;

/** Plays one episode and keeps it as a GIF, a picture or a replay. */
public final class EpisodeRecorder {
  private EpisodeRecorder() {}

  /** A session with the pilot that a person named. */
  private static Session session(GameProvider provider, String choice, long seed) {
    Game game = provider.create();
    try {
      Session session = new Session(game, Pilots.open(choice, provider, game));
      session.reset(seed);
      return session;
    } catch (RuntimeException e) {
      game.close();
      throw e;
    }
  }

  /**
   * Keeps the episode as a GIF at the game's own speed.
   *
   * @param choice a policy file, "expert", "random", or null for the shipped policy
   * @param seconds at most this much of the episode
   * @param side width and height in pixels
   */
  public static void gif(
      GameProvider provider, String choice, long seed, int seconds, int side, Path path)
      throws IOException {
    int rate = provider.info().ticksPerSecond();
    int step = AnimatedGif.stepOf(rate);
    ImageCanvas canvas = new ImageCanvas(side);
    AnimatedGif gif = new AnimatedGif(side, side, rate);
    try (Session session = session(provider, choice, seed)) {
      while (!session.ended() && session.ticks() < seconds * rate) {
        session.draw(canvas);
        int before = session.ticks();
        while (!session.ended() && session.ticks() < before + step) {
          session.tick();
        }
        gif.add(canvas.image(), step);
      }
      session.draw(canvas);
      gif.add(canvas.image(), Math.max(step, rate / 2)); // the end stands for half a second
    }
    gif.save(path);
  }

  /** Keeps the picture at a tick, or at the end where the episode is shorter. */
  public static void png(
      GameProvider provider, String choice, long seed, int tick, int side, Path path)
      throws IOException {
    ImageCanvas canvas = new ImageCanvas(side);
    try (Session session = session(provider, choice, seed)) {
      while (!session.ended() && session.ticks() < tick) {
        session.tick();
      }
      session.draw(canvas);
    }
    SafeFile.write(path, out -> writePng(canvas, out));
  }

  private static void writePng(ImageCanvas canvas, OutputStream out) throws IOException {
    if (!ImageIO.write(canvas.image(), "png", out)) {
      throw new IOException("this Java cannot write PNG files");
    }
  }

  /**
   * Keeps a tick as a contact sheet: the picture for people, and four stacked frames as an agent
   * with this frame skip sees them.
   */
  public static void sheet(
      GameProvider provider, String choice, long seed, int tick, int frameSkip, Path path)
      throws IOException {
    ImageCanvas canvas = new ImageCanvas(420);
    FrameStack frames = new FrameStack(4);
    Observations stack = new Observations(new ObservationSpec.Pixels(4), 1);
    try (Session session = session(provider, choice, seed)) {
      frames.reset(session.game(), 0);
      while (!session.ended() && session.ticks() < tick) {
        session.tick();
        if (session.ticks() % frameSkip == 0 || session.ended()) {
          frames.push(session.game(), 0);
        }
      }
      session.draw(canvas);
    }
    frames.copyTo(stack.bytes(), 0);
    new ContactSheet(canvas.image(), stack).save(path);
  }

  /** Keeps the whole episode as a replay. */
  public static void replay(GameProvider provider, String choice, long seed, Path path)
      throws IOException {
    try (Session session = session(provider, choice, seed)) {
      while (!session.ended()) {
        session.tick();
      }
      ReplayFile.write(session.replay(), path);
    }
  }
}
