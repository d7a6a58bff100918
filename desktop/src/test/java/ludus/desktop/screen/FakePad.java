package ludus.desktop.screen;

import com.badlogic.gdx.controllers.Controller;
import com.badlogic.gdx.controllers.ControllerListener;
import com.badlogic.gdx.controllers.ControllerMapping;
import com.badlogic.gdx.controllers.ControllerPowerLevel;
import java.util.HashSet;
import java.util.Set;

/** A gamepad that tests hold in their hands. */
final class FakePad implements Controller {
  static final int A = 0;
  static final int B = 1;
  static final int START = 6;
  static final int DPAD_UP = 11;
  static final int DPAD_LEFT = 13;

  private static final class Mapping extends ControllerMapping {
    Mapping() {
      super(
          0, 1, 2, 3, A, B, 2, 3, 4, START, 7, 8, 9, 10, UNDEFINED, UNDEFINED, DPAD_UP, 12, 13, 14);
    }
  }

  private final ControllerMapping mapping = new Mapping();
  private final float[] axes = new float[4];
  private final Set<Integer> buttons = new HashSet<>();

  void down(int button) {
    buttons.add(button);
  }

  void up(int button) {
    buttons.remove(button);
  }

  /** Moves the left stick: x to the right, y down, as SDL has it. */
  void stick(float x, float y) {
    axes[0] = x;
    axes[1] = y;
  }

  @Override
  public boolean getButton(int button) {
    return buttons.contains(button);
  }

  @Override
  public float getAxis(int axis) {
    return axes[axis];
  }

  @Override
  public ControllerMapping getMapping() {
    return mapping;
  }

  @Override
  public String getName() {
    return "fake";
  }

  @Override
  public String getUniqueId() {
    return "fake";
  }

  @Override
  public int getMinButtonIndex() {
    return 0;
  }

  @Override
  public int getMaxButtonIndex() {
    return 14;
  }

  @Override
  public int getAxisCount() {
    return axes.length;
  }

  @Override
  public boolean isConnected() {
    return true;
  }

  @Override
  public boolean canVibrate() {
    return false;
  }

  @Override
  public boolean isVibrating() {
    return false;
  }

  @Override
  public void startVibration(int duration, float strength) {}

  @Override
  public void cancelVibration() {}

  @Override
  public boolean supportsPlayerIndex() {
    return false;
  }

  @Override
  public int getPlayerIndex() {
    return PLAYER_IDX_UNSET;
  }

  @Override
  public void setPlayerIndex(int index) {}

  @Override
  public ControllerPowerLevel getPowerLevel() {
    return ControllerPowerLevel.POWER_UNKNOWN;
  }

  @Override
  public void addListener(ControllerListener listener) {}

  @Override
  public void removeListener(ControllerListener listener) {}
}
