package ludus.desktop.screen;

import com.badlogic.gdx.Input;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import ludus.agents.policy.PolicyFileException;
import ludus.core.game.Expert;
import ludus.core.game.Game;
import ludus.core.game.GameProvider;
import ludus.desktop.hud.Brush;
import ludus.desktop.hud.KeyHint;
import ludus.headless.cli.UserException;
import ludus.headless.play.Pilot;
import ludus.headless.play.Session;

/**
 * Watching: a pilot plays episode after episode, beside it what it sees and thinks; the person
 * steers time and may take the controls. This class holds what happens; {@link WatchPanel} draws
 * it.
 */
final class WatchScreen implements Screen {
  /** Seconds that an episode's result stands at normal speed, and at least. */
  private static final float RESULT_SECONDS = 1.5f;

  private static final float LEAST_RESULT_SECONDS = 0.3f;

  private static final float HINT_SECONDS = 2;

  /** Nanoseconds that ticks may take between two pictures: the rest of a picture's time is ours. */
  private static final long TICK_BUDGET = 11_000_000;

  private final Session session;
  private final TickClock clock;
  private final Controls controls;
  private final List<Expert> others = new ArrayList<>();
  private final Sitting sitting = new Sitting();
  private final Function<Game, Pilot> opener;
  private final Game game;
  private CompletableFuture<Pilot> loading;
  private boolean ready;
  private WatchPanel panel;

  private Speed speed;
  private boolean paused;
  private int episode = 1;
  private float resultLeft;
  private float hintLeft;

  /**
   * @param opener finds the pilot for the very game that is played; called once, off the window's
   *     thread, after the first picture
   */
  WatchScreen(GameProvider provider, Function<Game, Pilot> opener, long seed, Speed speed) {
    this.opener = opener;
    this.speed = speed;
    game = provider.create();
    session = new Session(game, null);
    session.reset(seed);
    clock = new TickClock(session.info().ticksPerSecond());
    controls = new Controls(session.info(), 1);
    for (int player = 1; player < session.info().players(); player++) {
      others.add(provider.expert(game, player));
    }
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
    panel = new WatchPanel(brush, this);
  }

  @Override
  public void advance(float seconds) {
    if (!ready) {
      load();
      return;
    }
    hintLeft -= seconds;
    if (paused) {
      return;
    }
    if (session.ended()) {
      resultLeft -= seconds;
      if (resultLeft <= 0) {
        begin(session.seed() + 1);
      }
      return;
    }
    if (session.manual() && controls.waits()) {
      controls.advance(seconds * (speed.isMax() ? 1 : (float) speed.factor()));
      while (!session.ended() && controls.move()) {
        tick();
      }
      return;
    }
    clock.advance(seconds, speed);
    long end = System.nanoTime() + TICK_BUDGET;
    while (!session.ended() && clock.take()) {
      tick();
      if (System.nanoTime() > end) {
        clock.drop();
        break;
      }
    }
  }

  /** Begins to load the pilot, and looks whether it is there. */
  private void load() {
    if (loading == null) {
      loading = CompletableFuture.supplyAsync(() -> opener.apply(game));
    }
    if (!loading.isDone()) {
      return;
    }
    Pilot pilot;
    try {
      pilot = loading.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof IllegalArgumentException
          || e.getCause() instanceof PolicyFileException) {
        throw new UserException(e.getCause().getMessage(), e.getCause());
      }
      throw e;
    }
    session.use(pilot);
    session.manual(false);
    session.reset(session.seed());
    ready = true;
    panel.piloted();
  }

  private void tick() {
    if (session.manual()) {
      controls.act(session);
    }
    for (int i = 0; i < others.size(); i++) {
      session.personAction(i + 1, others.get(i).act());
    }
    session.tick();
    if (session.ended()) {
      sitting.add(session.episodeReturn());
      clock.drop();
      double wait = speed.isMax() ? 0 : RESULT_SECONDS / Math.max(1, speed.factor());
      resultLeft = (float) Math.max(LEAST_RESULT_SECONDS, wait);
    }
  }

  /** Begins another episode. */
  private void begin(long seed) {
    if (seed != session.seed()) {
      episode++;
    }
    session.reset(seed);
    clock.drop();
    controls.clear();
  }

  /** Lets a single tick pass while time stands still. */
  private void step() {
    if (!paused) {
      paused = true;
    } else if (session.ended()) {
      begin(session.seed() + 1);
    } else {
      tick();
    }
  }

  @Override
  public boolean press(int key) {
    if (!ready) {
      return false;
    }
    if (controls.knows(key)) {
      if (session.manual()) {
        controls.press(key);
        return true;
      }
      if (!paused && key != Input.Keys.SPACE) {
        hintLeft = HINT_SECONDS;
        return true;
      }
    }
    switch (key) {
      case Input.Keys.SPACE, Input.Keys.P -> paused = !paused;
      case Input.Keys.RIGHT -> step();
      case Input.Keys.N, Input.Keys.ENTER, Input.Keys.NUMPAD_ENTER -> begin(session.seed() + 1);
      case Input.Keys.R -> begin(session.seed());
      case Input.Keys.T -> takeOver();
      case Input.Keys.NUMPAD_ADD -> speed = speed.faster();
      case Input.Keys.NUMPAD_SUBTRACT -> speed = speed.slower();
      default -> {
        return false;
      }
    }
    return true;
  }

  private void takeOver() {
    session.manual(!session.manual());
    controls.clear();
  }

  @Override
  public void release(int key) {
    controls.release(key);
  }

  @Override
  public void type(char character) {
    switch (character) {
      case '+', '=' -> speed = speed.faster();
      case '-', '_' -> speed = speed.slower();
      case '.' -> {
        if (ready) {
          step();
        }
      }
      default -> {}
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
    panel.draw();
  }

  @Override
  public List<KeyHint> hints() {
    List<KeyHint> hints = new ArrayList<>();
    hints.add(KeyHint.of("pause, go on", "Space", "P"));
    hints.add(KeyHint.of("one tick forward, when paused", ".", "→"));
    hints.add(KeyHint.of("faster, slower", "+", "−"));
    hints.add(KeyHint.of("next episode", "N", "Enter"));
    hints.add(KeyHint.of("this episode again", "R"));
    hints.add(KeyHint.of("take the controls, give them back", "T"));
    for (KeyHint hint : controls.seat(0).hints()) {
      hints.add(new KeyHint(hint.caps(), hint.meaning() + ", when you have the controls"));
    }
    return hints;
  }

  @Override
  public void close() {
    if (panel != null) {
      panel.close();
    }
    session.close();
  }

  Session session() {
    return session;
  }

  WatchPanel panel() {
    return panel;
  }

  Sitting sitting() {
    return sitting;
  }

  /** Whether the pilot is there. */
  boolean ready() {
    return ready;
  }

  Speed speed() {
    return speed;
  }

  boolean paused() {
    return paused;
  }

  /** Counts episodes from 1. */
  int episode() {
    return episode;
  }

  /** Whether somebody has just tried to steer without having the controls. */
  boolean steersInVain() {
    return hintLeft > 0 && !session.manual();
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
