package ludus.desktop.screen;

import com.badlogic.gdx.Gdx;
import com.badlogic.gdx.Graphics;
import com.badlogic.gdx.backends.lwjgl3.Lwjgl3Application;
import com.badlogic.gdx.backends.lwjgl3.Lwjgl3ApplicationConfiguration;
import com.badlogic.gdx.backends.lwjgl3.Lwjgl3WindowAdapter;
import com.badlogic.gdx.graphics.Color;
import com.badlogic.gdx.graphics.GL20;
import com.badlogic.gdx.graphics.glutils.HdpiMode;
import com.badlogic.gdx.utils.GdxRuntimeException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import ludus.desktop.user.Folders;
import ludus.desktop.user.Profile;
import ludus.desktop.user.Settings;
import ludus.headless.cli.UserException;
import org.lwjgl.glfw.GLFW;

/**
 * Opens a window and stays until it is closed. On macOS the JVM must have been started with {@code
 * -XstartOnFirstThread}.
 *
 * @param width in the system's units, or 0 for a size that suits the screen
 * @param screenshot where a picture of the window goes before it closes by itself, or null
 * @param after seconds until that
 */
public record Window(int width, int height, Path screenshot, float after) {
  private static final int WIDTH = 1280;
  private static final int HEIGHT = 800;
  private static final int LEAST_WIDTH = 640;
  private static final int LEAST_HEIGHT = 400;

  /** A window of the usual size. */
  public static final Window USUAL = new Window(0, 0, null, 0);

  /**
   * Shows a screen, which is closed with the window.
   *
   * @throws UserException if no window can be opened here, or the screen fails for a reason that
   *     the user can do something about
   */
  void show(Screen screen) {
    Shell.Snap snap = screenshot == null ? null : new Shell.Snap(screenshot, after);
    show(new Shell(screen, snap, Profile.in(Folders.ofThisPerson())), "Ludus");
  }

  void show(Shell shell, String title) {
    requireDisplay();
    preferX11();
    PrintStream errors = Lwjgl3ApplicationConfiguration.errorStream;
    // GLFW would print a line of its own beside the sentence that the user gets.
    Lwjgl3ApplicationConfiguration.errorStream = new PrintStream(OutputStream.nullOutputStream());
    try {
      new Lwjgl3Application(shell, configuration(shell, title));
    } catch (GdxRuntimeException | LinkageError e) {
      if (shell.opened()) {
        throw e;
      }
      throw new UserException(
          "no window can be opened here (%s): check the display and the graphics driver (OpenGL 2.0"
                  .formatted(reason(e))
              + " or later), or run under a virtual display such as xvfb-run",
          e);
    } finally {
      Lwjgl3ApplicationConfiguration.errorStream = errors;
    }
  }

  /** GLFW takes long to say so, and some of its versions crash instead. */
  private static void requireDisplay() {
    boolean x11 = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux");
    if (x11 && !set("DISPLAY") && !set("WAYLAND_DISPLAY")) {
      throw new UserException(
          "there is no display: run this on a desktop, or under a virtual one with 'xvfb-run'"
              + " (neither DISPLAY nor WAYLAND_DISPLAY is set)");
    }
  }

  /** Wayland's library complains in its own words where it is asked in vain. */
  private static void preferX11() {
    if (!set("WAYLAND_DISPLAY") && set("DISPLAY")) {
      GLFW.glfwInitHint(GLFW.GLFW_PLATFORM, GLFW.GLFW_PLATFORM_X11);
    }
  }

  private static boolean set(String variable) {
    String value = System.getenv(variable);
    return value != null && !value.isBlank();
  }

  /** Pictures a second that the screen shows. */
  static int rate() {
    int rate = Lwjgl3ApplicationConfiguration.getDisplayMode().refreshRate;
    return rate > 0 ? rate : 60;
  }

  /** Whether the processor draws, in place of a graphics card. Asked when the window is there. */
  static boolean drawnByProcessor() {
    String renderer = Gdx.gl.glGetString(GL20.GL_RENDERER).toLowerCase(Locale.ROOT);
    return Stream.of("llvmpipe", "softpipe", "swiftshader", "swr").anyMatch(renderer::contains);
  }

  private static String reason(Throwable e) {
    String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    String line = message.lines().findFirst().orElse("");
    return line.length() > 160 ? line.substring(0, 160) + "…" : line;
  }

  /** The first that is more than 0. */
  private static int first(int... sizes) {
    return IntStream.of(sizes).filter(size -> size > 0).findFirst().orElseThrow();
  }

  private Lwjgl3ApplicationConfiguration configuration(Shell shell, String title) {
    Lwjgl3ApplicationConfiguration configuration = new Lwjgl3ApplicationConfiguration();
    configuration.setTitle(title);
    configuration.disableAudio(true);
    configuration.setHdpiMode(HdpiMode.Pixels);
    configuration.useVsync(true);
    configuration.setInitialBackgroundColor(new Color(0x0B0E14FF));
    Graphics.DisplayMode mode = Lwjgl3ApplicationConfiguration.getDisplayMode();
    // Where the driver does not wait for the screen, the loop does.
    configuration.setForegroundFPS(rate());
    // Three quarters of a large screen's height, the usual size on others.
    int tall = Math.min(mode.height, Math.max(HEIGHT, mode.height * 3 / 4));
    Settings settings = shell.profile().settings();
    int wide = Math.min(mode.width, tall * WIDTH / HEIGHT);
    configuration.setWindowedMode(
        first(width, Math.min(mode.width, settings.openWidth()), wide),
        first(height, Math.min(mode.height, settings.openHeight()), tall));
    configuration.setWindowSizeLimits(LEAST_WIDTH, LEAST_HEIGHT, -1, -1);
    configuration.setWindowListener(
        new Lwjgl3WindowAdapter() {
          @Override
          public void focusLost() {
            shell.leave();
          }

          @Override
          public void filesDropped(String[] files) {
            for (String file : files) {
              shell.drop(Path.of(file));
            }
          }

          @Override
          public void iconified(boolean isIconified) {
            if (isIconified) {
              shell.leave();
            }
          }
        });
    return configuration;
  }
}
