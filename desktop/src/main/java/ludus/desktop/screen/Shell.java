package ludus.desktop.screen;

import com.badlogic.gdx.ApplicationAdapter;
import com.badlogic.gdx.Gdx;
import com.badlogic.gdx.Input.Buttons;
import com.badlogic.gdx.Input.Keys;
import com.badlogic.gdx.InputAdapter;
import com.badlogic.gdx.backends.lwjgl3.Lwjgl3Graphics;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import ludus.agents.network.Networks;
import ludus.desktop.hud.Brush;
import ludus.desktop.hud.HelpCard;
import ludus.desktop.hud.Ink;
import ludus.desktop.hud.KeyHint;
import ludus.desktop.sound.Speaker;
import ludus.desktop.sound.Tone;
import ludus.desktop.user.Profile;
import ludus.desktop.user.Settings;
import ludus.desktop.user.WindowSize;
import ludus.headless.cli.UserException;

/**
 * What every screen has around it: the picture's beginning and end, the help overlay, screenshots,
 * full screen, quitting, and the way from screen to screen and back. It does not know what is
 * played.
 */
class Shell extends ApplicationAdapter {
  /** Seconds that one picture counts for at most, so that a stall skips nothing. */
  private static final float LONGEST_PICTURE = 0.25f;

  private final List<Screen> screens = new ArrayList<>(); // the last one is shown
  private final Snap snap;
  private final Profile profile;
  private final Meter meter = Meter.fromProperty();
  private final List<KeyHint> hints = new ArrayList<>();
  private final Speaker speaker = new Speaker();
  private final PadKeys padKeys = new PadKeys();
  private Pads pads;
  private int padsSeen;
  private Brush brush;
  private HelpCard helpCard;
  private boolean help;
  private boolean wanted;
  private final Note note = new Note();
  private float seconds;
  private int pictures;
  private int rate;
  private int windowWidth;
  private int windowHeight;

  /**
   * A screenshot without a person.
   *
   * @param file where it goes; what is there is replaced
   * @param after seconds after the first picture, when it is taken and the window closes
   */
  record Snap(Path file, float after) {}

  /**
   * @param snap the screenshot to take before closing, or null
   */
  Shell(Screen screen, Snap snap) {
    this(screen, snap, Profile.unkept());
  }

  /** The same for a person whose choices and achievements are kept. */
  Shell(Screen screen, Snap snap, Profile profile) {
    screens.add(screen);
    this.snap = snap;
    this.profile = profile;
  }

  /** Whether there is a window with a picture in it. */
  boolean opened() {
    return pictures > 0;
  }

  /** The screen that is shown. */
  Screen screen() {
    return screens.get(screens.size() - 1);
  }

  Profile profile() {
    return profile;
  }

  /** What the window says for some seconds, or null. */
  String noteShown() {
    return note.text();
  }

  boolean helpShown() {
    return help;
  }

  @Override
  public void create() {
    brush = new Brush();
    helpCard = new HelpCard(brush);
    Gdx.input.setInputProcessor(new Input());
    enter(screen());
    if (profile.settings().fullScreen()) {
      fullScreen(true);
    }
  }

  private void enter(Screen screen) {
    screen.host(host);
    screen.open(brush);
    screen.pads(padsSeen);
    arrive();
  }

  /** Another screen is shown. */
  private void arrive() {
    Gdx.graphics.setTitle("Ludus – " + screen().title());
    hints.clear();
    hints.addAll(screen().hints());
    hints.add(KeyHint.of("screenshot into this folder", "F12"));
    hints.add(KeyHint.of("full screen", "F11"));
    hints.add(KeyHint.of("these keys", "F1", "?"));
    if (screens.size() > 1) {
      hints.add(KeyHint.of("back", "Esc"));
      hints.add(KeyHint.of("quit", "Q"));
    } else {
      hints.add(KeyHint.of("quit", "Esc", "Q"));
    }
  }

  /** Leaves the screen that is shown. */
  private void goBack() {
    if (screens.size() == 1) {
      Gdx.app.exit();
    } else {
      screens.remove(screens.size() - 1).close();
      arrive();
    }
  }

  /** Goes back by a step within the screen, if it has one, or leaves it. */
  private void stepBack() {
    if (help) {
      help = false;
    } else if (!screen().back()) {
      goBack();
    }
  }

  @Override
  public void render() {
    meter.begin();
    float delta = Math.min(LONGEST_PICTURE, Gdx.graphics.getDeltaTime());
    if (pictures > 0) {
      seconds += delta;
      note.advance(delta);
      if (pads == null) {
        loadTheRest();
      }
      feelPads();
      advance(help ? 0 : delta);
    }
    draw();
    keepRate();
    pictures++;
    meter.end();
    if (wanted) {
      wanted = false;
      keep();
    }
    if (snap != null && seconds >= snap.after) {
      try {
        Screenshot.write(snap.file);
      } catch (IOException e) {
        throw new UserException(
            "the screenshot cannot be written to %s: %s".formatted(snap.file, e.getMessage()), e);
      }
      Gdx.app.exit();
    }
  }

  private void keepRate() {
    if (rate != screen().rate()) {
      rate = screen().rate();
      Gdx.graphics.setForegroundFPS(rate);
    }
  }

  /** Over another screen, what goes wrong with one is no reason to close the window. */
  private void advance(float delta) {
    try {
      screen().advance(delta);
    } catch (UserException e) {
      if (screens.size() == 1) {
        throw e;
      }
      goBack();
      note.say(e.getMessage());
    }
    String complaint = note.text() == null ? profile.complaint() : null;
    if (complaint != null) {
      note.say(complaint);
    }
  }

  /**
   * Loads what the first picture does without, so that nobody waits for it: gamepads, and what
   * networks compute with, one after the other and before screens load policies beside the window.
   */
  private void loadTheRest() {
    Networks.prepare();
    pads = connectPads();
  }

  private void feelPads() {
    pads.poll(padKeys);
    int connected = pads.connected();
    if (connected != padsSeen) {
      note.say(connected > padsSeen ? "Gamepad connected" : "Gamepad disconnected");
      padsSeen = connected;
      screen().pads(connected);
    }
  }

  /** The gamepads that there are. */
  Pads connectPads() {
    return Pads.find();
  }

  private void draw() {
    int width = Gdx.graphics.getBackBufferWidth();
    int height = Gdx.graphics.getBackBufferHeight();
    Gdx.gl.glViewport(0, 0, width, height);
    if (width == 0 || height == 0) { // minimised
      return;
    }
    brush.begin(width, height, Ink.GROUND);
    screen().draw(brush);
    if (help) {
      helpCard.draw(brush, hints);
    }
    note.draw(brush);
    brush.end();
  }

  private void keep() {
    try {
      note.say("Saved " + Screenshot.writeNew(Path.of(""), "ludus-" + fileName()));
    } catch (IOException e) {
      note.say("The screenshot cannot be saved here: " + e.getMessage());
    }
  }

  /** The game's name, without the slash of a variant. */
  private String fileName() {
    return screen().name().replace('/', '-');
  }

  /** A file is dropped on the window. */
  void drop(Path file) {
    screen().drop(file);
  }

  private void fullScreen(boolean wanted) {
    Lwjgl3Graphics graphics = (Lwjgl3Graphics) Gdx.graphics;
    if (graphics.isFullscreen() == wanted) {
      return;
    }
    if (!wanted) {
      graphics.setWindowedMode(windowWidth, windowHeight);
    } else {
      windowWidth = graphics.getLogicalWidth();
      windowHeight = graphics.getLogicalHeight();
      graphics.setFullscreenMode(graphics.getDisplayMode());
    }
  }

  /** The window has lost the keyboard. */
  void leave() {
    screen().leave();
  }

  /** Keeps the size that the window has now, where it is to open as it was left. */
  private void keepSize() {
    Lwjgl3Graphics graphics = (Lwjgl3Graphics) Gdx.graphics;
    Settings settings = profile.settings();
    if (settings.size() == WindowSize.KEPT && !graphics.isFullscreen()) {
      profile.settings(settings.withLeft(graphics.getLogicalWidth(), graphics.getLogicalHeight()));
    }
  }

  @Override
  public void dispose() {
    keepSize();
    speaker.close();
    for (int i = screens.size() - 1; i >= 0; i--) {
      screens.get(i).close();
    }
    if (brush != null) {
      brush.close();
    }
    meter.report();
  }

  /** The window, as screens know it. */
  private final Host host =
      new Host() {
        @Override
        public void show(Screen screen) {
          screen().leave();
          screens.add(screen);
          enter(screen);
        }

        @Override
        public void back() {
          goBack();
        }

        @Override
        public void help() {
          help = true;
        }

        @Override
        public void note(String text) {
          note.say(text);
        }

        @Override
        public void sound(Tone tone) {
          Settings settings = profile.settings();
          if (tone != null && settings.sound()) {
            speaker.play(tone, (float) settings.volume() / Settings.LOUDEST);
          }
        }

        @Override
        public boolean focused() {
          return ((Lwjgl3Graphics) Gdx.graphics).getWindow().isFocused();
        }

        @Override
        public void fullScreen(boolean wanted) {
          Shell.this.fullScreen(wanted);
        }

        @Override
        public void resize(int width, int height) {
          if (!Gdx.graphics.isFullscreen()) {
            Gdx.graphics.setWindowedMode(width, height);
          }
        }

        @Override
        public Profile profile() {
          return profile;
        }
      };

  /** Turns what gamepads do into the keys that it stands for. */
  private final class PadKeys implements Pads.Listener {
    private final int[][] held = new int[Pads.MOST][PadInput.values().length];

    @Override
    public void down(int pad, PadInput input) {
      held[pad][input.ordinal()] = -1;
      if (help) {
        help = false;
      } else if (input == PadInput.BACK) {
        stepBack();
      } else {
        int key = screen().key(pad, input);
        held[pad][input.ordinal()] = key;
        if (key >= 0) {
          screen().press(key);
        }
      }
    }

    @Override
    public void up(int pad, PadInput input) {
      int key = held[pad][input.ordinal()];
      if (key >= 0) {
        screen().release(key);
      }
    }

    @Override
    public boolean stick(int pad, float height) {
      return screen().stick(pad, help ? 0 : height);
    }
  }

  /** Keyboard and mouse. */
  private final class Input extends InputAdapter {
    private int pointerX = -1;
    private int pointerY = -1;

    @Override
    public boolean keyDown(int key) {
      switch (key) {
        case Keys.F12 -> wanted = true;
        case Keys.F11 -> fullScreen(!Gdx.graphics.isFullscreen());
        case Keys.F1 -> help = !help;
        case Keys.ESCAPE -> stepBack();
        case Keys.Q -> Gdx.app.exit();
        default -> {
          return !help && screen().press(key);
        }
      }
      return true;
    }

    @Override
    public boolean keyUp(int key) {
      screen().release(key);
      return true;
    }

    @Override
    public boolean keyTyped(char character) {
      if (character == '?') {
        help = !help;
      } else if (!help) {
        screen().type(character);
      }
      return true;
    }

    /** A pointer that only happens to lie where the window opens points at nothing. */
    @Override
    public boolean mouseMoved(int x, int y) {
      boolean moved = pointerX >= 0 && (x != pointerX || y != pointerY);
      pointerX = x;
      pointerY = y;
      if (moved) {
        screen().point(brush.pageX(x), brush.pageY(y));
      }
      return true;
    }

    @Override
    public boolean touchDragged(int x, int y, int pointer) {
      return mouseMoved(x, y);
    }

    @Override
    public boolean touchDown(int x, int y, int pointer, int button) {
      if (help) {
        help = false;
      } else if (button == Buttons.RIGHT || button == Buttons.BACK) {
        stepBack();
      } else {
        mouseMoved(x, y);
        return screen().click(brush.pageX(x), brush.pageY(y));
      }
      return true;
    }

    @Override
    public boolean scrolled(float horizontal, float vertical) {
      if (!help) {
        screen().scroll(vertical);
      }
      return true;
    }
  }
}
