package ludus.desktop;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.badlogic.gdx.ApplicationAdapter;
import com.badlogic.gdx.Gdx;
import com.badlogic.gdx.backends.lwjgl3.Lwjgl3Application;
import com.badlogic.gdx.backends.lwjgl3.Lwjgl3ApplicationConfiguration;
import org.lwjgl.glfw.GLFW;

/** What tests need that only run where a window can be opened. */
public final class WindowedTest {
  private WindowedTest() {}

  /** Skips the test where there is no display. */
  public static void assumeDisplay() {
    boolean linux = System.getProperty("os.name").startsWith("Linux");
    assumeTrue(
        !linux || System.getenv("DISPLAY") != null || System.getenv("WAYLAND_DISPLAY") != null,
        "no display: the window's tests are skipped (start Xvfb and set DISPLAY to run them)");
    // GLFW on macOS wants the process's first thread, which a test never is.
    assumeTrue(
        !System.getProperty("os.name").startsWith("Mac"),
        "the window's tests need the first thread on macOS: skipped");
  }

  /** Runs once with a window that nobody sees, and closes it. */
  public static void withGl(Runnable test) {
    assumeDisplay();
    if (System.getenv("WAYLAND_DISPLAY") == null && System.getenv("DISPLAY") != null) {
      GLFW.glfwInitHint(GLFW.GLFW_PLATFORM, GLFW.GLFW_PLATFORM_X11);
    }
    Lwjgl3ApplicationConfiguration configuration = new Lwjgl3ApplicationConfiguration();
    configuration.setInitialVisible(false);
    configuration.disableAudio(true);
    new Lwjgl3Application(
        new ApplicationAdapter() {
          @Override
          public void create() {
            test.run();
            Gdx.app.exit();
          }
        },
        configuration);
  }
}
