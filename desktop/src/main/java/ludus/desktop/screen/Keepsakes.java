package ludus.desktop.screen;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import ludus.core.draw.DrawList;
import ludus.core.file.SafeFile;
import ludus.core.game.Game;
import ludus.core.game.GameInfo;
import ludus.core.game.GameProvider;
import ludus.core.replay.Replay;
import ludus.core.replay.ReplayFile;
import ludus.core.replay.ReplayPlayer;
import ludus.desktop.hud.Line;
import ludus.headless.picture.AnimatedGif;
import ludus.headless.picture.ImageCanvas;

/**
 * Keeps what was watched as files in a folder, each under the first free name: clips and replays.
 * The work is done beside the window; {@link #news} tells when it is.
 */
final class Keepsakes {
  private static final int SIDE = 336;
  private static final int MOST = 10_000;

  /** What the name of the left side's replay of a race ends in. */
  private static final String LEFT = "left.replay";

  /** The longest GIF, in seconds. */
  private static final int LONGEST = 120;

  private interface Maker {
    void make(Path file) throws IOException;
  }

  private final Path folder;
  private final GameProvider provider;
  private final GameInfo info;
  private CompletableFuture<String> work;

  Keepsakes(GameProvider provider, Path folder) {
    this.provider = provider;
    this.folder = folder;
    info = provider.info();
  }

  /** Begins to keep the last seconds as a GIF at the game's own pace. */
  void clip(Reel reel) {
    List<DrawList> pictures = reel.pictures();
    if (!pictures.isEmpty()) {
      keep("gif", file -> clip(pictures, reel.step(), file));
    }
  }

  private void clip(List<DrawList> pictures, int step, Path file) throws IOException {
    ImageCanvas canvas = new ImageCanvas(SIDE);
    AnimatedGif gif = new AnimatedGif(SIDE, SIDE, info.ticksPerSecond());
    for (DrawList picture : pictures) {
      picture.draw(canvas);
      gif.add(canvas.image(), step);
    }
    gif.save(file);
  }

  /** Begins to keep a whole episode as a GIF: it is simulated again. */
  void episode(Replay replay) {
    if (replay.ticks() > 0) {
      keep("gif", file -> episode(replay, file));
    }
  }

  private void episode(Replay replay, Path file) throws IOException {
    int rate = info.ticksPerSecond();
    int step = AnimatedGif.stepOf(rate);
    ImageCanvas canvas = new ImageCanvas(SIDE);
    AnimatedGif gif = new AnimatedGif(SIDE, SIDE, rate);
    try (Game game = provider.create()) {
      ReplayPlayer player = new ReplayPlayer(replay, game);
      while (player.hasNext() && player.tick() < LONGEST * rate) {
        game.draw(canvas, 0);
        gif.add(canvas.image(), step);
        for (int i = 0; i < step && player.hasNext(); i++) {
          player.next();
        }
      }
      game.draw(canvas, 0);
      gif.add(canvas.image(), Math.max(step, rate / 2)); // the end stands for half a second
    }
    gif.save(file);
  }

  /** Begins to keep an episode as an exact replay. */
  void replay(Replay replay) {
    keep("replay", file -> ReplayFile.write(replay, file));
  }

  /** Begins to keep both episodes of a race, under one name, as exact replays. */
  void race(Replay right, Replay left) {
    keep(
        LEFT,
        file -> {
          ReplayFile.write(left, file);
          String name = file.getFileName().toString().replace(".left.", ".right.");
          ReplayFile.write(right, file.resolveSibling(name));
        });
  }

  /** One piece of work at a time: what is asked for meanwhile comes after it. */
  private void keep(String kind, Maker maker) {
    CompletableFuture<?> before = work == null ? CompletableFuture.completedFuture(null) : work;
    work = before.handleAsync((done, failure) -> make(kind, maker));
  }

  private String make(String kind, Maker maker) {
    Path file = free(kind);
    try {
      maker.make(file);
      Line line = new Line().add("Saved ").add(file.getFileName().toString());
      if (kind.equals(LEFT)) {
        return line.add(", and the right side's beside it").toString();
      }
      return line.add(" (").add(Files.size(file) / 1e6, 2).add(" MB)").toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path free(String kind) {
    String stem = "ludus-" + info.name().replace('/', '-') + "-";
    int i = 1;
    while (i < MOST && Files.exists(folder.resolve(stem + i + "." + kind))) {
      i++;
    }
    return folder.resolve(stem + i + "." + kind);
  }

  /** What has become of the last piece of work, once, for a person; else null. */
  String news() {
    if (work == null || !work.isDone()) {
      return null;
    }
    CompletableFuture<String> done = work;
    work = null;
    try {
      return done.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof UncheckedIOException io) {
        return "It cannot be saved here (%s): begin Ludus in a folder that can be written"
            .formatted(SafeFile.reason(io.getCause()));
      }
      throw e;
    }
  }
}
