package ludus.desktop.screen;

import com.badlogic.gdx.Input;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import ludus.core.game.GameInfo;
import ludus.desktop.hud.Brush;
import ludus.desktop.hud.KeyHint;
import ludus.desktop.user.BestList;
import ludus.headless.play.Marks;
import ludus.headless.run.RunException;
import ludus.headless.run.RunView;

/**
 * What has been achieved in a game: by chance, the expert and the policy that ships with it, by the
 * trainings in the folder {@code runs}, and by the person. This class holds what is shown; {@link
 * ResultsPanel} draws it.
 */
final class ResultsScreen implements Screen {
  private static final Path RUNS = Path.of("runs");

  /**
   * A training's curve.
   *
   * @param name of its folder
   * @param rows of its metrics
   */
  record Run(String name, List<Map<String, Double>> rows) {}

  private final GameInfo info;
  private final Marks marks;
  private final CompletableFuture<List<Run>> loading;
  private Host host;
  private ResultsPanel panel;
  private int run;

  ResultsScreen(GameInfo info, Marks marks) {
    this(info, marks, RUNS);
  }

  /**
   * @param runs the folder that trainings lie in, which need not exist
   */
  ResultsScreen(GameInfo info, Marks marks, Path runs) {
    this.info = info;
    this.marks = marks;
    loading = CompletableFuture.supplyAsync(() -> read(info, runs));
  }

  /** The trainings of this game that have measured something, the newest first. */
  private static List<Run> read(GameInfo info, Path runs) {
    if (!Files.isDirectory(runs)) {
      return List.of();
    }
    List<Run> found = new ArrayList<>();
    try (Stream<Path> folders = Files.list(runs)) {
      List<Path> newest =
          folders
              .filter(folder -> folder.getFileName().toString().startsWith(info.family() + "-"))
              .sorted(Comparator.comparing((Path f) -> f.toFile().lastModified()).reversed())
              .toList();
      for (Path folder : newest) {
        try {
          List<Map<String, Double>> rows = RunView.of(folder).rows();
          if (!rows.isEmpty()) {
            found.add(new Run(folder.getFileName().toString(), rows));
          }
        } catch (RunException e) {
          continue; // a folder that holds no run has nothing to show
        }
      }
    } catch (IOException e) {
      return found;
    }
    return found;
  }

  @Override
  public String name() {
    return info.name();
  }

  @Override
  public String title() {
    return info.title() + ", results";
  }

  @Override
  public void host(Host host) {
    this.host = host;
  }

  @Override
  public void open(Brush brush) {
    panel = new ResultsPanel(brush, this);
  }

  @Override
  public void advance(float seconds) {}

  @Override
  public boolean press(int key) {
    int count = Math.max(1, runs().size());
    switch (key) {
      case Input.Keys.RIGHT, Input.Keys.ENTER, Input.Keys.TAB -> run = (run + 1) % count;
      case Input.Keys.LEFT -> run = Math.floorMod(run - 1, count);
      default -> {
        return false;
      }
    }
    return true;
  }

  @Override
  public boolean click(float x, float y) {
    return press(Input.Keys.RIGHT);
  }

  @Override
  public void release(int key) {}

  @Override
  public void type(char character) {}

  @Override
  public int key(int pad, PadInput input) {
    return switch (input) {
      case LEFT -> Input.Keys.LEFT;
      case RIGHT, A -> Input.Keys.RIGHT;
      default -> -1;
    };
  }

  @Override
  public void leave() {}

  @Override
  public void draw(Brush brush) {
    panel.draw();
  }

  @Override
  public List<KeyHint> hints() {
    List<KeyHint> hints = new ArrayList<>();
    hints.add(KeyHint.of("another training's curve", "←", "→"));
    return hints;
  }

  @Override
  public void close() {}

  GameInfo info() {
    return info;
  }

  Marks marks() {
    return marks;
  }

  BestList best() {
    return host.profile().best(info);
  }

  /** The trainings that were found; none until they are read. */
  List<Run> runs() {
    return loading.isDone() ? loading.join() : List.of();
  }

  /** The place of the one whose curve is shown. */
  int run() {
    return run;
  }
}
