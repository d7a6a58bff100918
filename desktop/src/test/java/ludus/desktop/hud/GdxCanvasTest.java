package ludus.desktop.hud;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.badlogic.gdx.graphics.Pixmap;
import com.badlogic.gdx.graphics.glutils.FrameBuffer;
import java.nio.ByteBuffer;
import java.util.function.Consumer;
import ludus.core.draw.Canvas;
import ludus.core.draw.PixelCanvas;
import ludus.core.draw.Shade;
import ludus.core.game.Expert;
import ludus.core.game.Game;
import ludus.core.game.GameCatalog;
import ludus.core.game.GameProvider;
import ludus.core.random.Rng;
import ludus.desktop.WindowedTest;
import org.junit.jupiter.api.Test;

/**
 * The window's picture, averaged down to 84 × 84, is the agent's frame. (Frames sample slanted
 * edges on four lines a row, so single edge pixels may differ by some of their coverage.)
 */
class GdxCanvasTest {
  private static final int ZOOM = 8;
  private static final int SIDE = Canvas.SIZE * ZOOM;
  private static final int PICTURES = 9;

  private Brush brush;
  private FrameBuffer buffer;

  private void withCanvas(Runnable test) {
    WindowedTest.withGl(
        () -> {
          brush = new Brush();
          buffer = new FrameBuffer(Pixmap.Format.RGBA8888, SIDE, SIDE, false);
          try {
            test.run();
          } finally {
            buffer.dispose();
            brush.close();
          }
        });
  }

  @Test
  void theWindowShowsWhatTheAgentSeesOfEveryGameWhoeverPlays() {
    withCanvas(
        () -> {
          GameCatalog catalog = GameCatalog.load();
          for (String name : catalog.names()) {
            GameProvider provider = catalog.find(name);
            try (Game game = provider.create()) {
              compareEpisodes(provider, game, true);
              compareEpisodes(provider, game, false);
            }
          }
        });
  }

  /**
   * Looks at pictures from soon after the start to some hundred ticks on, of both players' views.
   */
  private void compareEpisodes(GameProvider provider, Game game, boolean experts) {
    Rng rng = new Rng(5);
    int[] actions = new int[provider.info().players()];
    Expert[] players = new Expert[actions.length];
    game.reset(1);
    for (int p = 0; p < players.length; p++) {
      int count = provider.info().actions().size();
      players[p] = experts ? provider.expert(game, p) : () -> rng.nextInt(count);
    }
    int ticks = 0;
    int wait = 0;
    for (int picture = 0; picture < PICTURES; picture++) {
      int viewer = picture % actions.length;
      String what = "%s, %s, tick %d".formatted(provider.info().name(), experts, ticks);
      compare(what, c -> game.draw(c, viewer), 0.3, 72);
      wait = 2 * wait + 1; // soon at first, then later and later
      for (int i = 0; i < wait; i++) {
        if (game.terminated()) {
          game.reset(++ticks);
        }
        for (int p = 0; p < actions.length; p++) {
          actions[p] = players[p].act();
        }
        game.tick(actions);
        ticks++;
      }
    }
  }

  @Test
  void shapesLieWhereTheyLieInFrames() {
    withCanvas(
        () -> {
          for (int i = 0; i < 60; i++) {
            long seed = i;
            compare("picture " + i, canvas -> scribble(canvas, new Rng(seed)), 0.4, 64);
          }
        });
  }

  private static void scribble(Canvas canvas, Rng rng) {
    canvas.clear(new Shade(0, 40));
    for (int i = 0; i < 6; i++) {
      Shade shade = new Shade(0, rng.nextInt(256));
      float x = rng.uniform(-5, 89);
      float y = rng.uniform(-5, 89);
      switch (rng.nextInt(3)) {
        case 0 -> canvas.rectangle(x, y, rng.uniform(2, 30), rng.uniform(2, 30), shade);
        case 1 -> canvas.circle(x, y, rng.uniform(1, 15), shade);
        default ->
            canvas.segment(x, y, rng.uniform(0, 84), rng.uniform(0, 84), rng.uniform(2, 6), shade);
      }
    }
  }

  /** Draws on both canvases and bounds the differences of grey, which goes from 0 to 255. */
  private void compare(String what, Consumer<Canvas> picture, double meanBound, int mostBound) {
    PixelCanvas frame = new PixelCanvas();
    picture.accept(frame);
    int[] window = render(picture);
    double sum = 0;
    int most = 0;
    for (int i = 0; i < window.length; i++) {
      int difference = Math.abs(window[i] - (frame.pixels()[i] & 0xFF));
      sum += difference;
      most = Math.max(most, difference);
    }
    double mean = sum / window.length;
    assertTrue(mean <= meanBound, what + " differs by " + mean + " in the mean");
    assertTrue(most <= mostBound, what + " differs by up to " + most);
  }

  private int[] render(Consumer<Canvas> picture) {
    buffer.begin();
    brush.begin(SIDE, SIDE, Ink.GROUND);
    GdxCanvas canvas = new GdxCanvas(brush, true);
    canvas.beginPixels(0, 0, SIDE);
    picture.accept(canvas);
    canvas.end();
    brush.end();
    Pixmap pixels = Pixmap.createFromFrameBuffer(0, 0, SIDE, SIDE);
    buffer.end();
    int[] grey = new int[Canvas.SIZE * Canvas.SIZE];
    ByteBuffer bytes = pixels.getPixels();
    for (int y = 0; y < SIDE; y++) {
      for (int x = 0; x < SIDE; x++) {
        int value = bytes.get(4 * ((SIDE - 1 - y) * SIDE + x) + 1) & 0xFF;
        grey[y / ZOOM * Canvas.SIZE + x / ZOOM] += value;
      }
    }
    pixels.dispose();
    for (int i = 0; i < grey.length; i++) {
      grey[i] = Math.round((float) grey[i] / (ZOOM * ZOOM));
    }
    return grey;
  }

  @Test
  void nothingIsPaintedOutsideOfTheSquare() {
    withCanvas(
        () -> {
          buffer.begin();
          brush.begin(SIDE, SIDE, Ink.of(0x000000));
          GdxCanvas canvas = new GdxCanvas(brush, true);
          canvas.beginPixels(100, 200, 168);
          canvas.clear(new Shade(0, 255));
          canvas.circle(0, 0, 60, new Shade(0, 200));
          canvas.end();
          brush.end();
          Pixmap pixels = Pixmap.createFromFrameBuffer(0, 0, SIDE, SIDE);
          buffer.end();
          for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
              boolean inside = x >= 100 && x < 268 && y >= 200 && y < 368;
              boolean painted = (pixels.getPixel(x, SIDE - 1 - y) >>> 16 & 0xFF) > 0;
              assertEquals(inside, painted, "at " + x + ", " + y);
            }
          }
          pixels.dispose();
        });
  }
}
