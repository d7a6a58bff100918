package ludus.desktop.screen;

import com.badlogic.gdx.Gdx;
import com.badlogic.gdx.Input;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import ludus.core.game.Game;
import ludus.core.game.GameProvider;
import ludus.desktop.hud.Brush;
import ludus.desktop.hud.KeyHint;
import ludus.headless.play.KnownPolicies;
import ludus.headless.play.KnownPolicies.Entry;
import ludus.headless.play.Pilot;
import ludus.headless.play.Pilots;
import ludus.headless.play.Session;

/**
 * Watching: one pilot, or two on the same seed, play episode after episode; beside them what they
 * see and think; the person steers time, changes how and who plays, and may take the controls. This
 * class holds what happens; a {@link WatchView} draws it.
 */
final class WatchScreen implements Screen {
  private static final float HINT_SECONDS = 2;

  /** What is chosen where a policy was trained without them (Machado et al. 2018). */
  private static final float STICKY = 0.25f;

  /** Pictures a second beside a training, drawn by a graphics card, or by the processor. */
  private static final int FOLLOWING_RATE = 12;

  private static final int SPARING_RATE = 6;

  private static final Path RUNS = Path.of("runs");

  private final List<Watching> sides;
  private final Time time;
  private final Controls controls;
  private final Keepsakes keepsakes;
  private final RunFollower follower;
  private Host host;
  private WatchView view;
  private int rate;
  private PolicyChooser chooser;
  private float hintLeft;
  private int met;

  /**
   * @param opener finds the pilot for the very game that is played; called once, off the window's
   *     thread, after the first picture
   */
  WatchScreen(GameProvider provider, Function<Game, Pilot> opener, long seed, Speed speed) {
    this(List.of(new Watching(provider, opener, seed)), null, speed, Path.of(""));
  }

  /**
   * @param sides one, or two of the same game and seed
   * @param follower the training whose newest policy plays, or null
   * @param folder where clips and replays go
   */
  WatchScreen(List<Watching> sides, RunFollower follower, Speed speed, Path folder) {
    this.sides = sides;
    this.follower = follower;
    Session session = session();
    controls = new Controls(session.info(), 1);
    time = new Time(sides, controls, speed);
    keepsakes = new Keepsakes(sides.get(0).provider(), folder);
  }

  @Override
  public String name() {
    return session().info().name();
  }

  @Override
  public String title() {
    return session().info().title();
  }

  @Override
  public void host(Host host) {
    this.host = host;
  }

  @Override
  public void open(Brush brush) {
    rate =
        follower == null
            ? Screen.super.rate()
            : Window.drawnByProcessor() ? SPARING_RATE : FOLLOWING_RATE;
    view =
        follower != null
            ? new TrainPanel(brush, this)
            : sides.size() == 2 ? new ComparePanel(brush, this) : new WatchPanel(brush, this);
  }

  /** Beside a training there are few, as it needs the processor more. */
  @Override
  public int rate() {
    return rate;
  }

  @Override
  public void advance(float seconds) {
    if (follower != null) {
      follower.advance(sides.get(0));
    }
    for (Watching side : sides) {
      tell(side.settle());
    }
    tell(keepsakes.news());
    if (!ready()) {
      return;
    }
    int pilots = sides.stream().mapToInt(Watching::pilots).sum();
    if (met != pilots) {
      met = pilots;
      view.piloted();
    }
    hintLeft -= seconds;
    if (chooser == null) {
      time.advance(seconds);
    }
    for (Watching side : sides) {
      side.insight().advance(side.pilots());
    }
  }

  private void tell(String news) {
    if (news != null) {
      host.note(news);
    }
  }

  @Override
  public boolean press(int key) {
    if (!ready()) {
      return false;
    }
    if (chooser != null) {
      return choose(key);
    }
    if (controls.knows(key)) {
      if (session().manual()) {
        controls.press(key);
        return true;
      }
      if (!time.paused() && key != Input.Keys.SPACE) {
        hintLeft = HINT_SECONDS;
        return true;
      }
    }
    switch (key) {
      case Input.Keys.T -> takeOver();
      case Input.Keys.L -> turnInsight();
      case Input.Keys.G -> sides.forEach(s -> s.session().taking(s.session().taking().next()));
      case Input.Keys.K -> sides.forEach(s -> s.session().sticky(otherSticky(s.session())));
      case Input.Keys.O -> openChooser();
      case Input.Keys.C -> copySeed();
      case Input.Keys.F8 -> keepsakes.replay(session().replay());
      case Input.Keys.F9 -> keepsakes.episode(session().replay());
      case Input.Keys.F10 -> keepsakes.clip(sides.get(0).reel());
      default -> {
        return time.press(key);
      }
    }
    return true;
  }

  private void takeOver() {
    if (sides.size() == 1) {
      session().manual(!session().manual());
      controls.clear();
    }
  }

  private void turnInsight() {
    if (sides.stream().anyMatch(side -> side.insight().possible())) {
      sides.forEach(side -> side.insight().turn());
    } else {
      host.note(
          session().pilot().network() == null
              ? "Who plays has no network, so there is nothing to look into"
              : "A table knows nothing of a state but its row, so there is nothing to look into");
    }
  }

  private static float otherSticky(Session session) {
    float trained = session.pilot().options().stickyActions();
    return session.sticky() > 0 ? 0 : trained > 0 ? trained : STICKY;
  }

  private void copySeed() {
    Gdx.app.getClipboard().setContents(Long.toString(session().seed()));
    host.note("Seed %d is in the clipboard".formatted(session().seed()));
  }

  private void openChooser() {
    if (follower == null) {
      chooser = new PolicyChooser(() -> KnownPolicies.of(session().info(), RUNS));
    }
  }

  private boolean choose(int key) {
    switch (key) {
      case Input.Keys.ENTER, Input.Keys.NUMPAD_ENTER -> {
        Entry entry = chooser.chosen();
        if (entry != null) {
          chooser = null;
          swap(entry.choice());
        }
      }
      case Input.Keys.O -> chooser = null;
      default -> {
        return chooser.press(key);
      }
    }
    return true;
  }

  /** Lets another policy play, as {@link Pilots#open} takes it. */
  private void swap(String choice) {
    Watching side = sides.get(0);
    side.swap(game -> Pilots.open(choice, side.provider(), game));
  }

  @Override
  public void drop(Path file) {
    if (follower == null) {
      swap(file.toString());
    }
  }

  @Override
  public boolean click(float x, float y) {
    if (chooser != null && chooser.click(x, y)) {
      return choose(Input.Keys.ENTER);
    }
    return false;
  }

  @Override
  public boolean back() {
    boolean open = chooser != null;
    chooser = null;
    return open;
  }

  @Override
  public void release(int key) {
    controls.release(key);
  }

  @Override
  public void type(char character) {
    if (ready() && chooser == null) {
      time.type(character);
    }
  }

  @Override
  public int key(int pad, PadInput input) {
    return switch (input) {
      case START -> Input.Keys.P;
      case R1 -> Input.Keys.T;
      case L1 -> Input.Keys.N;
      default -> controls.seat(0).keys().key(input);
    };
  }

  @Override
  public boolean stick(int pad, float height) {
    return controls.stick(pad, height);
  }

  @Override
  public void leave() {
    controls.clear();
  }

  @Override
  public void draw(Brush brush) {
    view.draw();
    if (chooser != null) {
      chooser.draw(brush);
    }
  }

  @Override
  public List<KeyHint> hints() {
    return WatchKeys.hints(controls, sides.size() == 1, follower == null);
  }

  @Override
  public void close() {
    if (view != null) {
      view.close();
    }
    sides.forEach(Watching::close);
    if (follower != null) {
      follower.close();
    }
  }

  /** The one or two that are watched. */
  List<Watching> sides() {
    return sides;
  }

  /** The session of the first one. */
  Session session() {
    return sides.get(0).session();
  }

  Sitting sitting() {
    return sides.get(0).sitting();
  }

  WatchView view() {
    return view;
  }

  Time time() {
    return time;
  }

  Insight insight() {
    return sides.get(0).insight();
  }

  /** The training that is followed, or null. */
  RunFollower follower() {
    return follower;
  }

  /** Whether everybody who is to play is there. */
  boolean ready() {
    return sides.stream().allMatch(Watching::ready);
  }

  Speed speed() {
    return time.pace().speed();
  }

  boolean paused() {
    return time.paused();
  }

  /** Counts episodes from 1. */
  int episode() {
    return time.episode();
  }

  /** The list of policies, where it is open, or null. */
  PolicyChooser chooser() {
    return chooser;
  }

  /** Whether somebody has just tried to steer without having the controls. */
  boolean steersInVain() {
    return hintLeft > 0 && !session().manual();
  }

  /** The lever that a person would move, or null where actions are choices. */
  Lever lever() {
    return controls.seat(0).lever();
  }

  /** What the person did in the last tick, or −1. */
  int personAction() {
    return controls.last();
  }
}
