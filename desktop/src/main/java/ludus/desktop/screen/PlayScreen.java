package ludus.desktop.screen;

import com.badlogic.gdx.Input;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import ludus.core.game.Game;
import ludus.core.game.GameCatalog;
import ludus.core.game.GameInfo;
import ludus.core.game.GameProvider;
import ludus.desktop.hud.Brush;
import ludus.desktop.hud.KeyHint;
import ludus.desktop.sound.Tone;
import ludus.desktop.user.Best;
import ludus.desktop.user.BestList;
import ludus.headless.play.Pilots;
import ludus.headless.play.Session;

/**
 * Playing: a person has the controls at every tick. This class holds what happens; {@link
 * PlayPanel} draws it.
 */
final class PlayScreen implements Screen {
  /** What the person sees now. */
  enum Phase {
    /** What the game is about and its keys. */
    CARD,
    /** Three, two, one. */
    COUNTDOWN,
    RUNNING,
    PAUSED,
    /** The episode is over. */
    RESULT
  }

  private final Session session;
  private final TickClock clock;
  private final Controls controls;
  private final Sitting sitting = new Sitting();
  private PlayPanel panel;
  private Phase phase = Phase.CARD;
  private final Pace pace;
  private final Countdown countdown = new Countdown();
  private final Keepsakes keepsakes;
  private final Echo echo = new Echo();
  private Host host;
  private boolean record;
  private boolean slow;
  private int place;
  private int pads;

  PlayScreen(GameProvider provider, long seed, Speed speed) {
    this(provider, null, seed, speed, Path.of(""));
  }

  /**
   * @param opponent who plays the second player, as {@link Pilots#open} takes it; null for a person
   * @param folder where replays and GIFs go
   */
  PlayScreen(GameProvider provider, String opponent, long seed, Speed speed, Path folder) {
    pace = new Pace(speed, false);
    Game game = provider.create();
    session =
        new Session(game, null, opponent == null ? null : Pilots.open(opponent, provider, game, 1));
    session.reset(seed);
    clock = new TickClock(session.info().ticksPerSecond());
    controls = new Controls(session.info(), opponent == null ? session.info().players() : 1);
    keepsakes = new Keepsakes(provider, folder);
  }

  @Override
  public String name() {
    return session.info().name();
  }

  @Override
  public String title() {
    return session.info().title();
  }

  @Override
  public void host(Host host) {
    this.host = host;
  }

  @Override
  public void open(Brush brush) {
    panel = new PlayPanel(brush, this);
  }

  @Override
  public void advance(float seconds) {
    String news = keepsakes.news();
    if (news != null) {
      host.note(news);
    }
    switch (phase) {
      case COUNTDOWN -> {
        if (countdown.advance(seconds, host)) {
          phase = Phase.RUNNING;
          clock.drop();
        }
      }
      case RUNNING -> {
        if (controls.waits()) {
          controls.advance(seconds * pace.factor());
          while (phase == Phase.RUNNING && controls.move()) {
            tick();
          }
          return;
        }
        clock.advance(seconds, pace.speed());
        while (phase == Phase.RUNNING && clock.take()) {
          tick();
        }
      }
      default -> {}
    }
  }

  private void tick() {
    slow |= pace.speed().factor() < 1;
    controls.act(session);
    session.tick();
    host.sound(echo.tick(session, 0));
    if (session.ended()) {
      record = sitting.episodes() == 0 || session.episodeReturn() > sitting.best();
      sitting.add(session.episodeReturn());
      place = enter();
      phase = Phase.RESULT;
      host.sound(place == 1 ? Tone.WIN : Tone.OVER);
    }
  }

  /**
   * Enters the episode in the best list and returns its place there, 0 for none: a game for two has
   * no list, and what was played in slow motion does not count.
   */
  private int enter() {
    if (slow || session.info().players() > 1) {
      return 0;
    }
    return best()
        .enter(
            new Best(
                session.episodeReturn(),
                session.ticks(),
                session.seed(),
                session.info().version(),
                LocalDate.now()));
  }

  /** Begins an episode: after a countdown, which a game that waits for its player needs not. */
  private void begin(long seed) {
    session.reset(seed);
    slow = false;
    place = 0;
    echo.clear();
    controls.clear();
    clock.drop();
    phase = controls.waits() ? Phase.RUNNING : Phase.COUNTDOWN;
    countdown.begin();
  }

  @Override
  public boolean press(int key) {
    if (controls.knows(key)) {
      switch (phase) {
        case CARD -> begin(session.seed());
        case COUNTDOWN, RUNNING -> controls.press(key);
        default -> {} // who still steers when the game is over does not mean to begin another
      }
      return true;
    }
    switch (key) {
      case Input.Keys.ENTER, Input.Keys.NUMPAD_ENTER, Input.Keys.SPACE -> enter(key);
      case Input.Keys.P -> pause();
      case Input.Keys.R -> begin(session.seed());
      case Input.Keys.N -> begin(session.seed() + 1);
      case Input.Keys.F8 -> keepsakes.replay(session.replay());
      case Input.Keys.F9 -> keepsakes.episode(session.replay());
      default -> {
        return pace.press(key);
      }
    }
    return true;
  }

  private void enter(int key) {
    switch (phase) {
      case CARD -> begin(session.seed());
      case RESULT -> begin(session.seed() + 1);
      case COUNTDOWN -> countdown.skip();
      case PAUSED -> pause();
      case RUNNING -> {
        if (key == Input.Keys.SPACE) {
          pause();
        }
      }
      default -> {}
    }
  }

  private void pause() {
    if (phase == Phase.PAUSED) {
      phase = Phase.RUNNING;
      clock.drop();
    } else if (phase == Phase.RUNNING) {
      phase = Phase.PAUSED;
    }
  }

  @Override
  public void release(int key) {
    controls.release(key);
  }

  @Override
  public void type(char character) {
    pace.type(character);
  }

  @Override
  public void pads(int count) {
    pads = count;
  }

  @Override
  public int key(int pad, PadInput input) {
    boolean playing = phase == Phase.RUNNING || phase == Phase.COUNTDOWN;
    if (input == PadInput.START) {
      return playing || phase == Phase.PAUSED ? Input.Keys.P : Input.Keys.ENTER;
    }
    if (input == PadInput.A && !playing) {
      return Input.Keys.ENTER;
    }
    return seat(pad).keys().key(input);
  }

  /** Where the one with this gamepad sits; with more gamepads than players some share a seat. */
  private Seat seat(int pad) {
    return controls.seat(Math.min(pad, controls.persons() - 1));
  }

  @Override
  public boolean stick(int pad, float height) {
    return controls.stick(pad, height);
  }

  @Override
  public void leave() {
    controls.clear();
    if (phase == Phase.RUNNING) {
      phase = Phase.PAUSED;
    }
  }

  @Override
  public void draw(Brush brush) {
    panel.draw();
  }

  @Override
  public List<KeyHint> hints() {
    List<KeyHint> hints = new ArrayList<>();
    for (int player = 0; player < controls.persons(); player++) {
      for (KeyHint hint : controls.seat(player).hints()) {
        String who = controls.persons() == 1 ? "" : "player " + (player + 1) + ": ";
        hints.add(new KeyHint(hint.caps(), who + hint.meaning()));
      }
    }
    hints.add(KeyHint.of("begin; play again", "Enter"));
    hints.add(
        controls.knows(Input.Keys.SPACE)
            ? KeyHint.of("pause, go on", "P")
            : KeyHint.of("pause, go on", "Space", "P"));
    hints.add(KeyHint.of("faster, slower", "+", "−"));
    hints.add(KeyHint.of("the same start again", "R"));
    hints.add(KeyHint.of("the next start", "N"));
    hints.add(KeyHint.of("keep: replay (a demonstration too), GIF", "F8", "F9"));
    return hints;
  }

  @Override
  public void close() {
    session.close();
  }

  Session session() {
    return session;
  }

  Sitting sitting() {
    return sitting;
  }

  Phase phase() {
    return phase;
  }

  Pace pace() {
    return pace;
  }

  /** Whether the last episode was the best of this sitting. */
  boolean record() {
    return record;
  }

  /** The person's best episodes of this game. */
  BestList best() {
    return host.profile().best(session.info());
  }

  /** The place of the last episode in the best list, or 0 where it has none. */
  int place() {
    return place;
  }

  /** The number to show while counting down: 3, 2, 1. */
  int count() {
    return countdown.count();
  }

  /** The game in a sentence, and what is special about this variant of it. */
  String rules() {
    GameInfo info = session.info();
    GameCatalog catalog = GameCatalog.load();
    if (info.name().equals(info.family()) || !catalog.names().contains(info.name())) {
      return info.summary();
    }
    String word = info.name().substring(info.family().length() + 1);
    String about = catalog.find(info.family()).variants().get(word);
    return "%s Here: %s.".formatted(info.summary(), about);
  }

  /** How many gamepads are connected. */
  int pads() {
    return pads;
  }

  Controls controls() {
    return controls;
  }
}
