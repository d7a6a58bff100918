package ludus.desktop.screen;

import com.badlogic.gdx.Input;
import java.util.ArrayList;
import java.util.List;
import ludus.core.game.Game;
import ludus.core.game.GameCatalog;
import ludus.core.game.GameInfo;
import ludus.core.game.GameProvider;
import ludus.desktop.hud.Brush;
import ludus.desktop.hud.KeyHint;
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
  private boolean record;
  private int pads;

  PlayScreen(GameProvider provider, long seed, Speed speed) {
    this(provider, null, seed, speed);
  }

  /**
   * @param opponent who plays the second player, as {@link Pilots#open} takes it; null for a person
   */
  PlayScreen(GameProvider provider, String opponent, long seed, Speed speed) {
    pace = new Pace(speed, false);
    Game game = provider.create();
    session =
        new Session(game, null, opponent == null ? null : Pilots.open(opponent, provider, game, 1));
    session.reset(seed);
    clock = new TickClock(session.info().ticksPerSecond());
    controls = new Controls(session.info(), opponent == null ? session.info().players() : 1);
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
  public void open(Brush brush) {
    panel = new PlayPanel(brush, this);
  }

  @Override
  public void advance(float seconds) {
    switch (phase) {
      case COUNTDOWN -> {
        if (countdown.advance(seconds)) {
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
    controls.act(session);
    session.tick();
    if (session.ended()) {
      record = sitting.episodes() == 0 || session.episodeReturn() > sitting.best();
      sitting.add(session.episodeReturn());
      phase = Phase.RESULT;
    }
  }

  /** Begins an episode: after a countdown, which a game that waits for its player needs not. */
  private void begin(long seed) {
    session.reset(seed);
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
