package ludus.desktop.screen;

import com.badlogic.gdx.Input;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import ludus.core.game.GameInfo;
import ludus.core.game.GameProvider;
import ludus.desktop.hud.Brush;
import ludus.desktop.hud.KeyHint;
import ludus.desktop.sound.Tone;
import ludus.headless.play.Contestant;
import ludus.headless.play.Level;
import ludus.headless.play.Match;
import ludus.headless.play.Session;

/**
 * Versus: two sides are chosen, and compete in match after match. This class holds what happens;
 * {@link VersusPanel} draws it.
 */
final class VersusScreen implements Screen {
  /** What the person sees now. */
  enum Phase {
    /** Who plays against whom. */
    SETUP,
    /** The machines are loaded. */
    LOADING,
    COUNTDOWN,
    RUNNING,
    PAUSED,
    /** The match is over. */
    RESULT
  }

  private final GameProvider provider;
  private final Pairing pairing;
  private final Session preview;
  private final Pace pace;
  private final Keepsakes keepsakes;
  private final Series series = new Series();
  private final Countdown countdown = new Countdown();
  private Host host;
  private VersusPanel panel;
  private Phase phase = Phase.SETUP;
  private CompletableFuture<Match> loading;
  private MatchPlay play;
  private boolean hurried; // nobody waits for the machines' own pace any more
  private long seed;

  /**
   * @param provider of the game; {@link Match#game} decides what a match in it is
   * @param right who stands on the right to begin with
   * @param left who stands on the left to begin with
   */
  VersusScreen(GameProvider provider, Contestant right, Contestant left, long seed, Speed speed) {
    this.provider = Match.game(provider);
    this.seed = seed;
    pace = new Pace(speed, false);
    pairing = new Pairing(this.provider.info(), right, left);
    keepsakes = new Keepsakes(this.provider, Path.of(""));
    preview = new Session(this.provider.create(), null);
    preview.reset(seed);
  }

  /** A person against the best machine that there is. */
  VersusScreen(GameProvider provider, long seed) {
    this(provider, Contestant.PERSON, Contestant.machine(null, Level.BEST), seed, Speed.NORMAL);
  }

  @Override
  public String name() {
    return provider.info().name();
  }

  @Override
  public String title() {
    return provider.info().title() + ", versus";
  }

  @Override
  public void host(Host host) {
    this.host = host;
  }

  @Override
  public void open(Brush brush) {
    panel = new VersusPanel(brush, this);
  }

  @Override
  public void advance(float seconds) {
    String news = keepsakes.news();
    if (news != null) {
      host.note(news);
    }
    switch (phase) {
      case LOADING -> receive();
      case COUNTDOWN -> {
        if (countdown.advance(seconds, host)) {
          phase = Phase.RUNNING;
        }
      }
      case RUNNING -> {
        float right = play.match().score(0);
        float left = play.match().score(1);
        play.advance(seconds, hurried ? Speed.MAX : pace.speed());
        hear(play.match().score(0) - right, play.match().score(1) - left);
        if (play.match().ended()) {
          finish();
        }
      }
      default -> {}
    }
  }

  /** Whether the machines are there; a match that cannot be had leads back to the choice. */
  private void receive() {
    if (!loading.isDone()) {
      return;
    }
    try {
      play = new MatchPlay(loading.join());
      panel.arrange();
      begin(seed);
    } catch (CompletionException e) {
      if (!(e.getCause() instanceof IllegalArgumentException)) {
        throw e;
      }
      phase = Phase.SETUP;
      host.note(e.getCause().getMessage());
    } finally {
      loading = null;
    }
  }

  /** At one table the left side's points are the right side's loss. */
  private void hear(float right, float left) {
    if (right >= 1 && play.controls(0) != null || left >= 1 && play.controls(1) != null) {
      host.sound(Tone.GAIN);
    } else if (play.match().shared() && (right >= 1 || left >= 1)) {
      host.sound(Tone.LOSS);
    }
  }

  private void finish() {
    Match match = play.match();
    int leader = match.leader();
    series.add(match);
    phase = Phase.RESULT;
    host.sound(leader >= 0 && match.side(leader).person() ? Tone.WIN : Tone.OVER);
  }

  /** Leaves the choice: new machines, a new series. */
  private void load() {
    dismiss();
    series.clear();
    Contestant right = pairing.side(0);
    Contestant left = pairing.side(1);
    loading = CompletableFuture.supplyAsync(() -> Match.of(provider, right, left));
    phase = Phase.LOADING;
  }

  private void begin(long episode) {
    seed = episode;
    play.begin(episode);
    hurried = false;
    countdown.begin();
    phase = Phase.COUNTDOWN;
  }

  @Override
  public boolean press(int key) {
    if (phase == Phase.SETUP) {
      if (pairing.press(key)) {
        load();
      }
      return true;
    }
    if (phase == Phase.LOADING) {
      return false;
    }
    if (play.knows(key) && (phase == Phase.RUNNING || phase == Phase.COUNTDOWN)) {
      play.press(key);
      return true;
    }
    switch (key) {
      case Input.Keys.ENTER, Input.Keys.NUMPAD_ENTER -> enter();
      case Input.Keys.P, Input.Keys.SPACE -> pause();
      case Input.Keys.R -> begin(seed);
      case Input.Keys.N -> begin(seed + 1);
      case Input.Keys.F8 -> keepReplay(play.match());
      default -> {
        return pace.press(key);
      }
    }
    return true;
  }

  /** In a race each side has an episode of its own. */
  private void keepReplay(Match match) {
    if (match.shared()) {
      keepsakes.replay(match.table(0).replay());
    } else {
      keepsakes.race(match.table(0).replay(), match.table(1).replay());
    }
  }

  private void enter() {
    switch (phase) {
      case COUNTDOWN -> countdown.skip();
      case PAUSED -> pause();
      case RESULT -> begin(seed + 1);
      case RUNNING -> hurried = !play.personPlays();
      default -> {}
    }
  }

  private void pause() {
    if (phase == Phase.PAUSED) {
      phase = Phase.RUNNING;
      play.clear();
    } else if (phase == Phase.RUNNING) {
      phase = Phase.PAUSED;
    }
  }

  @Override
  public boolean back() {
    if (phase == Phase.SETUP) {
      return false;
    }
    phase = Phase.SETUP;
    dismiss();
    return true;
  }

  /** Lets go of the match that was played or loaded. */
  private void dismiss() {
    if (loading != null) {
      loading.thenAccept(Match::close);
      loading = null;
    }
    if (play != null) {
      play.close();
      play = null;
    }
  }

  @Override
  public boolean click(float x, float y) {
    if (phase != Phase.SETUP) {
      enter();
      return true;
    }
    if (pairing.click(x, y)) {
      load();
    }
    return true;
  }

  @Override
  public void point(float x, float y) {
    if (phase == Phase.SETUP) {
      pairing.point(x, y);
    }
  }

  @Override
  public void release(int key) {
    if (play != null) {
      play.release(key);
    }
  }

  @Override
  public void type(char character) {
    pace.type(character);
  }

  @Override
  public int key(int pad, PadInput input) {
    boolean running = phase == Phase.RUNNING || phase == Phase.COUNTDOWN;
    if (input == PadInput.START) {
      return running || phase == Phase.PAUSED ? Input.Keys.P : Input.Keys.ENTER;
    }
    Controls hands = running ? hands(pad) : null;
    if (hands != null) {
      return hands.seat(0).keys().key(input);
    }
    return switch (input) {
      case LEFT -> Input.Keys.LEFT;
      case RIGHT -> Input.Keys.RIGHT;
      case UP -> Input.Keys.UP;
      case DOWN -> Input.Keys.DOWN;
      case A -> Input.Keys.ENTER;
      default -> -1;
    };
  }

  /** The first gamepad is the right person's, the second the left one's where there are two. */
  private Controls hands(int pad) {
    Controls right = play.controls(0);
    Controls left = play.controls(1);
    return left != null && (right == null || pad > 0) ? left : right;
  }

  @Override
  public boolean stick(int pad, float height) {
    Controls hands = play == null ? null : hands(pad);
    return hands != null && hands.stick(0, height);
  }

  @Override
  public void leave() {
    if (play != null) {
      play.clear();
      phase = phase == Phase.RUNNING && play.personPlays() ? Phase.PAUSED : phase;
    }
  }

  @Override
  public void draw(Brush brush) {
    panel.draw();
  }

  @Override
  public List<KeyHint> hints() {
    List<KeyHint> hints = new ArrayList<>();
    hints.add(KeyHint.of("choose who plays", "←", "→", "↑", "↓"));
    hints.add(KeyHint.of("begin; see how machines end; the next", "Enter"));
    hints.add(KeyHint.of("pause, go on", "P"));
    hints.add(KeyHint.of("the same start again", "R"));
    hints.add(KeyHint.of("the next start", "N"));
    hints.add(KeyHint.of("faster, slower", "+", "−"));
    hints.add(KeyHint.of("keep the replay", "F8"));
    return hints;
  }

  @Override
  public void close() {
    dismiss();
    preview.close();
  }

  GameInfo info() {
    return provider.info();
  }

  Phase phase() {
    return phase;
  }

  /** The match and the hands in it, or null while it is chosen or loaded. */
  MatchPlay play() {
    return play;
  }

  /** The start, for those who still choose. */
  Session preview() {
    return preview;
  }

  Pairing pairing() {
    return pairing;
  }

  /** Who stands on this side, or is to stand there. */
  Contestant side(int side) {
    return play == null ? pairing.side(side) : play.match().side(side);
  }

  Series series() {
    return series;
  }

  Pace pace() {
    return pace;
  }

  Countdown countdown() {
    return countdown;
  }
}
