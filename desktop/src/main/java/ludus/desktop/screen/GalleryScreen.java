package ludus.desktop.screen;

import com.badlogic.gdx.Input;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import ludus.core.game.GameCatalog;
import ludus.core.game.GameProvider;
import ludus.core.mdp.SmallWorld;
import ludus.desktop.hud.Brush;
import ludus.desktop.hud.KeyHint;
import ludus.desktop.sound.Tone;
import ludus.desktop.user.Profile;
import ludus.headless.cli.UserException;
import ludus.headless.table.TableStudy;

/**
 * Home: all games as living pictures, and what can be done with the chosen one. Arrows, mouse and
 * gamepad reach everything. This class holds what happens; {@link GalleryPanel} draws it.
 */
final class GalleryScreen implements Screen {
  /** What can be done with a game. */
  enum Deed {
    WATCH("Watch", Input.Keys.W),
    PLAY("Play", Input.Keys.P),
    VERSUS("Versus", Input.Keys.V),
    TRAIN("Train", Input.Keys.T),
    RESULTS("Results", Input.Keys.R);

    final String label;
    final int key;

    Deed(String label, int key) {
      this.label = label;
      this.key = key;
    }
  }

  /** A part of the page that the arrows move in. */
  enum Zone {
    HEADER,
    GAMES,
    VARIANT,
    DEEDS
  }

  /** How many games stand side by side. */
  static final int COLUMNS = 3;

  private static final int SEEDS = 100_000;

  /** Pictures a second behind the window on a training. */
  private static final int RESTING_RATE = 4;

  private final Path runs;
  private final List<Exhibit> exhibits = new ArrayList<>();
  private final ExecutorService loader =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread thread = new Thread(task, "gallery");
            thread.setDaemon(true);
            return thread;
          });
  private Host host;
  private GalleryPanel panel;
  private Zone zone = Zone.GAMES;
  private int game;
  private int deed;
  private int header;
  private boolean begun;
  private Training training;

  GalleryScreen(GameCatalog catalog) {
    this(catalog, Path.of("runs"));
  }

  /**
   * @param runs the folder that trainings go into
   */
  GalleryScreen(GameCatalog catalog, Path runs) {
    this.runs = runs;
    // The small worlds stand behind the games; the shipped order is by name.
    catalog.games().stream()
        .sorted(Comparator.comparing((GameProvider p) -> p instanceof SmallWorld))
        .forEach(provider -> exhibits.add(new Exhibit(provider)));
  }

  @Override
  public String name() {
    return "home";
  }

  @Override
  public String title() {
    return "Home";
  }

  @Override
  public void host(Host host) {
    this.host = host;
  }

  @Override
  public void open(Brush brush) {
    panel = new GalleryPanel(brush, this);
  }

  @Override
  public void advance(float seconds) {
    if (!begun) {
      begun = true;
      // What needs no tensor library is there at once.
      exhibits.stream()
          .sorted(Comparator.comparing(Exhibit::shipped))
          .forEach(exhibit -> exhibit.load(loader));
    }
    if (training != null) {
      train();
    }
    if (resting()) {
      return;
    }
    if (profile().settings().living()) {
      for (int i = 0; i < exhibits.size(); i++) {
        exhibits.get(i).advance(seconds);
      }
    } else {
      chosen().advance(seconds);
    }
  }

  @Override
  public boolean press(int key) {
    switch (key) {
      case Input.Keys.LEFT -> move(-1, 0);
      case Input.Keys.RIGHT -> move(1, 0);
      case Input.Keys.UP -> move(0, -1);
      case Input.Keys.DOWN -> move(0, 1);
      case Input.Keys.ENTER, Input.Keys.NUMPAD_ENTER, Input.Keys.SPACE -> enter();
      case Input.Keys.TAB, Input.Keys.RIGHT_BRACKET -> chosen().turn(1);
      case Input.Keys.LEFT_BRACKET -> chosen().turn(-1);
      case Input.Keys.S -> openSettings();
      default -> {
        for (Deed d : Deed.values()) {
          if (d.key == key) {
            run(d);
            return true;
          }
        }
        return false;
      }
    }
    return true;
  }

  private void move(int x, int y) {
    host.sound(Tone.MOVE);
    switch (zone) {
      case HEADER -> {
        header = Math.max(0, Math.min(GalleryPanel.HEADERS - 1, header + x));
        zone = y > 0 ? Zone.GAMES : zone;
      }
      case GAMES -> moveInGames(x, y);
      case VARIANT -> {
        if (x != 0) {
          chosen().turn(x);
        } else {
          zone = y > 0 ? Zone.DEEDS : Zone.HEADER;
        }
      }
      case DEEDS -> {
        if (y < 0) {
          zone = chosen().variants() > 1 ? Zone.VARIANT : Zone.HEADER;
        } else if (deed + x < 0) {
          zone = Zone.GAMES;
        } else {
          deed = Math.min(Deed.values().length - 1, deed + x);
        }
      }
    }
  }

  private void moveInGames(int x, int y) {
    int column = game % COLUMNS + x;
    int next = game + x + y * COLUMNS;
    if (x > 0 && (column == COLUMNS || next >= exhibits.size())) {
      zone = Zone.DEEDS;
      deed = 0;
    } else if (next < 0 && y < 0) {
      zone = Zone.HEADER;
    } else if (column >= 0 && next >= 0 && next < exhibits.size()) {
      game = next;
    }
  }

  private void enter() {
    host.sound(Tone.TAKE);
    switch (zone) {
      case GAMES -> {
        zone = Zone.DEEDS;
        deed = 0;
      }
      case VARIANT -> zone = Zone.DEEDS;
      case DEEDS -> run(Deed.values()[deed]);
      case HEADER -> {
        if (header == GalleryPanel.SETTINGS) {
          openSettings();
        } else {
          host.help();
        }
      }
    }
  }

  /**
   * Begins to train, or to learn a small world's table; one training at a time. The gallery goes on
   * beside it.
   */
  private void train(GameProvider provider, long seed) {
    if (provider instanceof SmallWorld world) {
      String algorithm = TableStudy.algorithms(world).get(0);
      host.show(new TableScreen(world, algorithm, seed, Speed.NORMAL));
    } else if (training == null) {
      try {
        training = Training.begin(provider.info(), runs);
        host.note("The training begins …");
      } catch (UserException e) {
        host.note(e.getMessage());
      }
    } else {
      host.note(
          "%s is being trained already: close its window first".formatted(training.game().title()));
    }
  }

  /** Looks after the training: it is shown when there is one, and ends when that window closes. */
  private void train() {
    if (training.left()) {
      String folder = training.folder().toString();
      host.note(
          training.running()
              ? "Training stops here; it goes on with: ludus train %s --resume %s"
                  .formatted(training.game().name(), folder)
              : "What was learned lies in " + folder);
      dismiss();
    } else if (training.show()) {
      host.note("The training opens a window of its own; it ends when that is closed");
    } else if (!training.shown() && !training.running()) {
      host.note(training.failure());
      dismiss();
    }
  }

  private void dismiss() {
    training.close();
    training = null;
  }

  /** Behind the window on a training the gallery leaves the processor to it. */
  @Override
  public int rate() {
    return resting() ? RESTING_RATE : Screen.super.rate();
  }

  private boolean resting() {
    return training != null && training.shown() && !host.focused();
  }

  private void openSettings() {
    host.show(new SettingsScreen());
  }

  private void run(Deed d) {
    deed = d.ordinal();
    GameProvider provider = chosen().chosen();
    long any = 1 + Math.floorMod(System.nanoTime() / 1000, SEEDS);
    switch (d) {
      case WATCH -> host.show(Screens.watching(provider, null, any, Speed.NORMAL));
      case PLAY -> host.show(new PlayScreen(provider, any, Speed.NORMAL));
      case VERSUS -> host.show(new VersusScreen(provider, any));
      case TRAIN -> train(provider, any);
      case RESULTS -> {
        if (chosen().ready()) {
          host.show(new ResultsScreen(chosen().info(), chosen().marks()));
        }
      }
    }
  }

  @Override
  public boolean back() {
    if (zone == Zone.GAMES) {
      return false;
    }
    zone = Zone.GAMES;
    return true;
  }

  @Override
  public void point(float x, float y) {
    GalleryPanel.Spot spot = panel.spot(x, y);
    if (spot != null && spot.zone() != Zone.GAMES) {
      focus(spot);
    }
  }

  private void focus(GalleryPanel.Spot spot) {
    zone = spot.zone();
    switch (zone) {
      case HEADER -> header = spot.index();
      case GAMES -> game = spot.index();
      case DEEDS -> deed = spot.index();
      case VARIANT -> {}
    }
  }

  @Override
  public boolean click(float x, float y) {
    GalleryPanel.Spot spot = panel.spot(x, y);
    if (spot == null) {
      return false;
    }
    boolean again = zone == Zone.GAMES && spot.zone() == Zone.GAMES && game == spot.index();
    focus(spot);
    switch (zone) {
      case GAMES -> {
        if (again) {
          run(Deed.WATCH);
        }
      }
      case VARIANT -> chosen().turn(spot.index());
      default -> enter();
    }
    return true;
  }

  @Override
  public void scroll(float notches) {
    int next = game + COLUMNS * (int) Math.signum(notches);
    if (next >= 0 && next < exhibits.size()) {
      zone = Zone.GAMES;
      game = next;
    }
  }

  @Override
  public void release(int key) {}

  @Override
  public void type(char character) {}

  @Override
  public int key(int pad, PadInput input) {
    return switch (input) {
      case LEFT -> Input.Keys.LEFT;
      case RIGHT -> Input.Keys.RIGHT;
      case UP -> Input.Keys.UP;
      case DOWN -> Input.Keys.DOWN;
      case A -> Input.Keys.ENTER;
      case X -> Input.Keys.P;
      case Y -> Input.Keys.V;
      case L1 -> Input.Keys.LEFT_BRACKET;
      case R1 -> Input.Keys.RIGHT_BRACKET;
      case START -> Input.Keys.S;
      case BACK -> -1;
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
    hints.add(KeyHint.of("choose", "←", "→", "↑", "↓"));
    hints.add(KeyHint.of("take what is chosen", "Enter"));
    for (Deed d : Deed.values()) {
      hints.add(KeyHint.of(d.label.toLowerCase(Locale.ROOT), KeyHint.cap(d.key)));
    }
    hints.add(KeyHint.of("another variant", "Tab"));
    hints.add(KeyHint.of("settings", "S"));
    return hints;
  }

  @Override
  public void close() {
    loader.shutdownNow();
    if (training != null) {
      dismiss();
    }
    exhibits.forEach(Exhibit::close);
  }

  List<Exhibit> exhibits() {
    return exhibits;
  }

  Exhibit chosen() {
    return exhibits.get(game);
  }

  Zone zone() {
    return zone;
  }

  /** The place of the chosen game. */
  int game() {
    return game;
  }

  /** The place of the deed that Enter would do. */
  int deed() {
    return deed;
  }

  int header() {
    return header;
  }

  Profile profile() {
    return host.profile();
  }
}
