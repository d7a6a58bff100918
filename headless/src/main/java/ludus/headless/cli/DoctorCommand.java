package ludus.headless.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import javax.sound.sampled.AudioSystem;
import ludus.agents.network.Backend;
import ludus.agents.network.BackendException;
import ludus.headless.run.Machine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code ludus doctor}. */
@Command(
    name = "doctor",
    description =
        "Tell what this machine offers: Java, cores, tensor backend, GPU, display, sound.",
    footer = {"", "Examples:", "  ludus doctor", "  ludus doctor --json"})
final class DoctorCommand implements Callable<Integer> {
  static final String CARDS =
      "the profile cuda serves NVIDIA cards of compute capability 3.7 to 8.9 (Kepler to Ada);"
          + " it cannot run on Hopper or Blackwell";

  @Mixin private JsonOption json;

  @Override
  public Integer call() {
    Map<String, Object> report = new LinkedHashMap<>(Machine.describe());
    int exit = 0;
    try {
      Backend backend = Backend.load();
      report.put("backend", backend.name());
      report.put("cpu_level", backend.simd());
      report.put("blas", backend.blas());
      report.put("fast_path", backend.cuda() ? "not used" : Backend.fastPath());
      report.put("one_dnn", backend.oneDnn() ? "on" : "off");
      report.put("threads", backend.threads());
      report.put("gpu", backend.cuda() ? backend.gpu() : "not used; " + CARDS);
    } catch (BackendException e) {
      report.put("backend", e.getMessage());
      report.put("gpu", CARDS);
      exit = 1;
    }
    report.put("display", display());
    report.put("window", windowed() ? "installed" : "not installed");
    report.put("sound", sound());
    if (json.wanted()) {
      json.print(report);
    } else {
      report.forEach((name, value) -> System.out.printf("%-10s %s%n", name, value));
    }
    return exit;
  }

  private static String display() {
    String os = System.getProperty("os.name");
    if (os.startsWith("Windows") || os.startsWith("Mac")) {
      return "the system's own";
    }
    String x = System.getenv("DISPLAY");
    String wayland = System.getenv("WAYLAND_DISPLAY");
    if (x == null && wayland == null) {
      return "none: DISPLAY is not set, so watch and play cannot open a window";
    }
    return x == null ? "Wayland " + wayland : "X11 " + x;
  }

  private static boolean windowed() {
    return ServiceLoader.load(CommandPlugin.class).findFirst().isPresent();
  }

  private static String sound() {
    try {
      int mixers = AudioSystem.getMixerInfo().length;
      return mixers == 0 ? "no device" : mixers + " devices";
    } catch (LinkageError | RuntimeException e) {
      return "no device";
    }
  }
}
