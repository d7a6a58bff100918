package ludus.desktop.screen;

import com.badlogic.gdx.Application;
import com.badlogic.gdx.Gdx;
import com.badlogic.gdx.controllers.Controller;
import com.badlogic.gdx.controllers.ControllerMapping;
import com.badlogic.gdx.controllers.Controllers;
import com.badlogic.gdx.utils.Array;

/**
 * The gamepads that are connected, asked once a picture. What is connected later counts too, and
 * one that is pulled out lets go of everything. It knows nothing of keys and games.
 */
final class Pads {
  /** How many are listened to. */
  static final int MOST = 2;

  /** How far the stick must go to count as pressed, and how far back to count as let go. */
  static final float PRESS = 0.55f;

  static final float RELEASE = 0.4f;

  /** How far from its middle the stick may stand by itself. */
  static final float DEAD = 0.15f;

  private static final PadInput[] INPUTS = PadInput.values();

  /** Who is told what happens. */
  interface Listener {
    void down(int pad, PadInput input);

    void up(int pad, PadInput input);

    /**
     * The stick stands at this height, from −1 (down) to 1 (up).
     *
     * @return whether up and down are then not to be told as inputs
     */
    boolean stick(int pad, float height);
  }

  private final Array<Controller> controllers;
  private final boolean[][] held = new boolean[MOST][INPUTS.length];
  private final boolean[] present = new boolean[MOST];

  /**
   * @param controllers kept, not copied: gamepads come and go in it
   */
  Pads(Array<Controller> controllers) {
    this.controllers = controllers;
  }

  /** Those of this machine; none where its driver cannot be used. */
  static Pads find() {
    int level = Gdx.app.getLogLevel();
    Gdx.app.setLogLevel(Application.LOG_NONE);
    try {
      Pads pads = new Pads(Controllers.getControllers());
      Gdx.app.setLogLevel(Math.min(level, Application.LOG_ERROR)); // it also says when it ends
      return pads;
    } catch (RuntimeException | LinkageError e) { // whatever its native library stumbles over
      Gdx.app.setLogLevel(level);
      return new Pads(new Array<>());
    }
  }

  /** How many are connected and listened to. */
  int connected() {
    return Math.min(MOST, controllers.size);
  }

  /** Tells the listener what has changed. */
  void poll(Listener listener) {
    for (int pad = 0; pad < MOST; pad++) {
      Controller controller = pad < controllers.size ? controllers.get(pad) : null;
      boolean there = controller != null && controller.isConnected();
      boolean analogue = there && listener.stick(pad, height(controller));
      for (int i = 0; i < INPUTS.length; i++) {
        boolean now = there && pressed(controller, INPUTS[i], held[pad][i], analogue);
        if (now != held[pad][i]) {
          held[pad][i] = now;
          if (now) {
            listener.down(pad, INPUTS[i]);
          } else {
            listener.up(pad, INPUTS[i]);
          }
        }
      }
      if (present[pad] && !there) {
        listener.stick(pad, 0);
      }
      present[pad] = there;
    }
  }

  private static float height(Controller controller) {
    int axis = controller.getMapping().axisLeftY;
    float height = axis == ControllerMapping.UNDEFINED ? 0 : -controller.getAxis(axis);
    return Math.abs(height) < DEAD ? 0 : height;
  }

  private static boolean pressed(
      Controller controller, PadInput input, boolean held, boolean analogue) {
    ControllerMapping map = controller.getMapping();
    return switch (input) {
      case LEFT ->
          button(controller, map.buttonDpadLeft) || tilt(controller, map.axisLeftX, held) < 0;
      case RIGHT ->
          button(controller, map.buttonDpadRight) || tilt(controller, map.axisLeftX, held) > 0;
      case UP ->
          button(controller, map.buttonDpadUp)
              || !analogue && tilt(controller, map.axisLeftY, held) < 0;
      case DOWN ->
          button(controller, map.buttonDpadDown)
              || !analogue && tilt(controller, map.axisLeftY, held) > 0;
      case A -> button(controller, map.buttonA);
      case X -> button(controller, map.buttonX);
      case Y -> button(controller, map.buttonY);
      case L1 -> button(controller, map.buttonL1);
      case R1 -> button(controller, map.buttonR1);
      case START -> button(controller, map.buttonStart);
      case BACK -> button(controller, map.buttonBack) || button(controller, map.buttonB);
    };
  }

  private static boolean button(Controller controller, int button) {
    return button != ControllerMapping.UNDEFINED && controller.getButton(button);
  }

  /** −1 or 1 where the stick is far enough from its middle, else 0. */
  private static int tilt(Controller controller, int axis, boolean held) {
    float value = axis == ControllerMapping.UNDEFINED ? 0 : controller.getAxis(axis);
    float bound = held ? RELEASE : PRESS;
    return value > bound ? 1 : value < -bound ? -1 : 0;
  }
}
