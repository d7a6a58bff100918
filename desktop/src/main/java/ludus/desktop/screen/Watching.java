package ludus.desktop.screen;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import ludus.agents.policy.PolicyFileException;
import ludus.core.game.Expert;
import ludus.core.game.Game;
import ludus.core.game.GameProvider;
import ludus.headless.cli.UserException;
import ludus.headless.play.Pilot;
import ludus.headless.play.Session;

/**
 * One pilot at play, as it is watched: its session, what became of its episodes, and the pilot
 * itself, which is loaded off the window's thread and may be changed while it plays. It knows no
 * clock and no keys.
 */
final class Watching implements AutoCloseable {
  private final GameProvider provider;
  private final Game game;
  private final Session session;
  private final List<Expert> others = new ArrayList<>();
  private final Sitting sitting = new Sitting();
  private final Traces traces = new Traces();
  private final Reel reel;
  private final Insight insight;
  private Function<Game, Pilot> first;
  private CompletableFuture<Pilot> loading;
  private boolean ready;
  private int pilots;

  /**
   * @param opener finds the pilot for the very game that is played; called off the window's thread
   */
  Watching(GameProvider provider, Function<Game, Pilot> opener, long seed) {
    this.provider = provider;
    game = provider.create();
    session = new Session(game, null);
    session.reset(seed);
    reel = new Reel(session.info());
    insight = new Insight(session);
    for (int player = 1; player < session.info().players(); player++) {
      others.add(provider.expert(game, player));
    }
    first = opener;
  }

  /** Begins to load another pilot; the present one plays until it is there. */
  void swap(Function<Game, Pilot> opener) {
    if (loading != null && !loading.isDone()) {
      loading.thenAccept(Pilot::close);
    }
    loading = CompletableFuture.supplyAsync(() -> opener.apply(game));
  }

  /**
   * Looks whether a pilot has arrived, and gives it the controls.
   *
   * @return why it cannot be used, for a person, or null; the one before plays on
   * @throws UserException for the same reason where there is no one before
   */
  String settle() {
    if (first != null) {
      swap(first);
      first = null;
    }
    if (loading == null || !loading.isDone()) {
      return null;
    }
    CompletableFuture<Pilot> done = loading;
    loading = null;
    try {
      take(done.join());
      return null;
    } catch (CompletionException e) {
      Throwable cause = e.getCause();
      if (!(cause instanceof IllegalArgumentException || cause instanceof PolicyFileException)) {
        throw e;
      }
      if (!ready) {
        throw new UserException(cause.getMessage(), cause);
      }
      return cause.getMessage();
    }
  }

  private void take(Pilot pilot) {
    session.use(pilot);
    if (!ready) {
      session.manual(false);
      session.reset(session.seed());
    }
    ready = true;
    pilots++;
  }

  /** Lets a tick pass. */
  void tick() {
    for (int i = 0; i < others.size(); i++) {
      session.personAction(i + 1, others.get(i).act());
    }
    int before = session.ticks();
    session.tick();
    if (session.ticks() > before) {
      traces.add(session);
      reel.add(session);
    }
    if (session.ended()) {
      sitting.add(session.episodeReturn());
    }
  }

  /** Begins the episode of this seed. */
  void begin(long seed) {
    session.reset(seed);
    traces.clear();
  }

  /** Goes back to this tick of the episode. */
  void rewind(int tick) {
    if (session.ended()) {
      sitting.forget();
    }
    session.rewind(Math.max(0, tick));
    traces.rewind(session.ticks());
  }

  Session session() {
    return session;
  }

  GameProvider provider() {
    return provider;
  }

  Sitting sitting() {
    return sitting;
  }

  Traces traces() {
    return traces;
  }

  /** The last seconds that were watched. */
  Reel reel() {
    return reel;
  }

  /** What moves the pilot's decisions. */
  Insight insight() {
    return insight;
  }

  /** Whether there is a pilot. */
  boolean ready() {
    return ready;
  }

  /** Whether another pilot is on its way. */
  boolean loading() {
    return loading != null;
  }

  /** How many pilots there were up to now. */
  int pilots() {
    return pilots;
  }

  @Override
  public void close() {
    if (loading != null) {
      loading.thenAccept(Pilot::close);
    }
    insight.close();
    session.close();
  }
}
