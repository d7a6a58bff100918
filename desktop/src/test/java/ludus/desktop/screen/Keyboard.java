package ludus.desktop.screen;

import com.badlogic.gdx.Gdx;
import com.badlogic.gdx.Input;
import com.badlogic.gdx.backends.lwjgl3.Lwjgl3Graphics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.lwjgl.glfw.GLFW;
import org.lwjgl.glfw.GLFWCharCallback;
import org.lwjgl.glfw.GLFWKeyCallback;

/**
 * Types on the window's keyboard: through the X server with xdotool where nobody else can be hit
 * (on a display without a window manager, as Xvfb is), else by calling what GLFW would call.
 */
abstract class Keyboard {
  /** What a test needs of a key: its name for X, its number and its character for GLFW. */
  enum Key {
    SPACE("space", GLFW.GLFW_KEY_SPACE, ' '),
    PERIOD("period", GLFW.GLFW_KEY_PERIOD, '.'),
    PLUS("plus", GLFW.GLFW_KEY_EQUAL, '+'),
    MINUS("minus", GLFW.GLFW_KEY_MINUS, '-'),
    A("a", GLFW.GLFW_KEY_A, 'a'),
    D("d", GLFW.GLFW_KEY_D, 'd'),
    W("w", GLFW.GLFW_KEY_W, 'w'),
    S("s", GLFW.GLFW_KEY_S, 's'),
    N("n", GLFW.GLFW_KEY_N, 'n'),
    R("r", GLFW.GLFW_KEY_R, 'r'),
    T("t", GLFW.GLFW_KEY_T, 't'),
    Q("q", GLFW.GLFW_KEY_Q, 'q'),
    P("p", GLFW.GLFW_KEY_P, 'p'),
    K("k", GLFW.GLFW_KEY_K, 'k'),
    V("v", GLFW.GLFW_KEY_V, 'v'),
    C("c", GLFW.GLFW_KEY_C, 'c'),
    G("g", GLFW.GLFW_KEY_G, 'g'),
    L("l", GLFW.GLFW_KEY_L, 'l'),
    O("o", GLFW.GLFW_KEY_O, 'o'),
    COMMA("comma", GLFW.GLFW_KEY_COMMA, ','),
    BACKSPACE("BackSpace", GLFW.GLFW_KEY_BACKSPACE, '\0'),
    F8("F8", GLFW.GLFW_KEY_F8, '\0'),
    F9("F9", GLFW.GLFW_KEY_F9, '\0'),
    F10("F10", GLFW.GLFW_KEY_F10, '\0'),
    ENTER("Return", GLFW.GLFW_KEY_ENTER, '\0'),
    ESCAPE("Escape", GLFW.GLFW_KEY_ESCAPE, '\0'),
    F1("F1", GLFW.GLFW_KEY_F1, '\0'),
    LEFT("Left", GLFW.GLFW_KEY_LEFT, '\0'),
    RIGHT("Right", GLFW.GLFW_KEY_RIGHT, '\0'),
    UP("Up", GLFW.GLFW_KEY_UP, '\0'),
    DOWN("Down", GLFW.GLFW_KEY_DOWN, '\0');

    final String name;
    final int code;
    final char character;

    private static final Map<Integer, Key> OF_GAMES =
        Map.of(
            Input.Keys.LEFT, LEFT,
            Input.Keys.RIGHT, RIGHT,
            Input.Keys.UP, UP,
            Input.Keys.DOWN, DOWN,
            Input.Keys.A, A,
            Input.Keys.D, D,
            Input.Keys.W, W,
            Input.Keys.S, S,
            Input.Keys.SPACE, SPACE);

    /** The key of this number in libGDX. */
    static Key of(int key) {
      if (!OF_GAMES.containsKey(key)) {
        throw new IllegalArgumentException("tests have no key " + Input.Keys.toString(key));
      }
      return OF_GAMES.get(key);
    }

    Key(String name, int code, char character) {
      this.name = name;
      this.code = code;
      this.character = character;
    }
  }

  abstract void down(Key key);

  abstract void up(Key key);

  void tap(Key key) {
    down(key);
    up(key);
  }

  /** The best there is here. Call it when the window is open. */
  static Keyboard find() {
    return xdotool("getmouselocation") && !xdotool("getactivewindow") ? new X() : new Glfw();
  }

  private static boolean xdotool(String... words) {
    String[] command = new String[words.length + 1];
    command[0] = "xdotool";
    System.arraycopy(words, 0, command, 1, words.length);
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static final class X extends Keyboard {
    @Override
    void down(Key key) {
      type("keydown", key);
    }

    @Override
    void up(Key key) {
      type("keyup", key);
    }

    @Override
    void tap(Key key) {
      type("key", key);
    }

    private void type(String how, Key key) {
      if (!xdotool(how, key.name)) {
        throw new UncheckedIOException(new IOException("xdotool " + how + " " + key.name));
      }
    }
  }

  private static final class Glfw extends Keyboard {
    private final long window = ((Lwjgl3Graphics) Gdx.graphics).getWindow().getWindowHandle();

    @Override
    void down(Key key) {
      send(key, GLFW.GLFW_PRESS);
      GLFWCharCallback callback = GLFW.glfwSetCharCallback(window, null);
      GLFW.glfwSetCharCallback(window, callback);
      if (key.character != '\0') {
        callback.invoke(window, key.character);
      }
    }

    @Override
    void up(Key key) {
      send(key, GLFW.GLFW_RELEASE);
    }

    private void send(Key key, int action) {
      GLFWKeyCallback callback = GLFW.glfwSetKeyCallback(window, null);
      GLFW.glfwSetKeyCallback(window, callback);
      callback.invoke(window, key.code, 0, action, 0);
    }
  }
}
