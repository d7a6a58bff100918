package ludus.desktop.screen;

import static org.junit.jupiter.api.Assertions.fail;

import com.badlogic.gdx.Gdx;
import com.badlogic.gdx.Input.Buttons;
import com.badlogic.gdx.InputProcessor;
import com.badlogic.gdx.controllers.Controller;
import com.badlogic.gdx.utils.Array;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import ludus.desktop.WindowedTest;
import ludus.desktop.screen.Keyboard.Key;
import ludus.desktop.user.Profile;

/**
 * A real window in which things happen one after another: a key, then what must come of it within a
 * number of pictures. It is over when the window has closed.
 */
final class Story extends Shell {
  private static final int PATIENCE = 1200;

  private record Step(String what, Runnable deed, BooleanSupplier outcome) {}

  private final List<Step> steps = new ArrayList<>();
  private final Array<Controller> gamepads = new Array<>();
  private Keyboard keyboard;
  private int next;
  private int waited = -1;

  Story(Screen screen) {
    super(screen, null);
  }

  /** A story of a person whose choices and achievements are kept. */
  Story(Screen screen, Profile profile) {
    super(screen, null, profile);
  }

  /** Waits for something. */
  Story until(String what, BooleanSupplier outcome) {
    return then(what, () -> {}, outcome);
  }

  /** Taps a key and waits for what comes of it. */
  Story tap(Key key, String what, BooleanSupplier outcome) {
    return then(what, () -> keyboard.tap(key), outcome);
  }

  /** Holds a key down and waits for what comes of it. */
  Story hold(Key key, String what, BooleanSupplier outcome) {
    return then(what, () -> keyboard.down(key), outcome);
  }

  /** Lets go of a key. */
  Story release(Key key, String what, BooleanSupplier outcome) {
    return then(what, () -> keyboard.up(key), outcome);
  }

  /** Clicks at this place of the page and waits for what comes of it. */
  Story click(float x, float y, String what, BooleanSupplier outcome) {
    return then(what, () -> press(x, y, Buttons.LEFT), outcome);
  }

  /** Clicks with the other button, anywhere. */
  Story rightClick(String what, BooleanSupplier outcome) {
    return then(what, () -> press(0, 0, Buttons.RIGHT), outcome);
  }

  /** The window has the size of the page, so that a pixel is a unit. */
  private static void press(float x, float y, int button) {
    InputProcessor input = Gdx.input.getInputProcessor();
    input.mouseMoved((int) x, (int) y);
    input.touchDown((int) x, (int) y, 0, button);
    input.touchUp((int) x, (int) y, 0, button);
  }

  /** Gives the window a gamepad. */
  Story with(FakePad pad) {
    gamepads.add(pad);
    return this;
  }

  /** Something happens, and what must come of it. */
  Story deed(String what, Runnable deed, BooleanSupplier outcome) {
    return then(what, deed, outcome);
  }

  @Override
  Pads connectPads() {
    return new Pads(gamepads); // those of the machine that tests run on have no say
  }

  /** Waits for so many pictures. */
  Story pictures(int count) {
    return until("pictures", () -> waited >= count);
  }

  /** Looks at the picture just drawn. */
  Story check(Runnable check) {
    return then("", check, () -> true);
  }

  private Story then(String what, Runnable deed, BooleanSupplier outcome) {
    steps.add(new Step(what, deed, outcome));
    return this;
  }

  /** Opens the window; returns when a key of the last steps has closed it. */
  void tell() {
    WindowedTest.assumeDisplay();
    new Window(1280, 800, null, 0).show(this, "Ludus test");
    if (next < steps.size() - 1) {
      fail("the window closed before: " + steps.get(next).what);
    }
  }

  @Override
  public void render() {
    super.render();
    if (keyboard == null) {
      keyboard = Keyboard.find();
    }
    if (next == steps.size()) {
      return;
    }
    Step step = steps.get(next);
    if (waited < 0) {
      step.deed.run();
      waited = 0;
    }
    if (step.outcome.getAsBoolean()) {
      next++;
      waited = -1;
    } else if (++waited > PATIENCE) {
      fail("has not happened: " + step.what);
    }
  }
}
