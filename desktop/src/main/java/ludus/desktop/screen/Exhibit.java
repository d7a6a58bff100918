package ludus.desktop.screen;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import ludus.core.game.Expert;
import ludus.core.game.Game;
import ludus.core.game.GameInfo;
import ludus.core.game.GameProvider;
import ludus.headless.play.Marks;
import ludus.headless.play.Pilot;
import ludus.headless.play.Pilots;
import ludus.headless.play.Policies;
import ludus.headless.play.Session;

/**
 * One game in the gallery: it plays by itself, episode after episode, by the policy that ships with
 * it or else by its expert, and one of its variants is chosen. What must be loaded is loaded beside
 * the window's thread, by and by.
 */
final class Exhibit implements AutoCloseable {
  /** Seconds that an episode's last picture stands. */
  private static final float REST = 1.2f;

  /** What comes from the disk. */
  private record Loaded(Pilot pilot, Marks marks) {}

  private final GameProvider provider;
  private final List<String> variants = new ArrayList<>();
  private final Game game;
  private final Session session;
  private final List<Expert> others = new ArrayList<>();
  private final TickClock clock;
  private CompletableFuture<Loaded> loading;
  private Marks marks;
  private boolean trained;
  private int variant;
  private float restLeft;

  Exhibit(GameProvider provider) {
    this.provider = provider;
    variants.add("");
    variants.addAll(provider.variants().keySet());
    game = provider.create();
    session = new Session(game, null);
    session.reset(1);
    clock = new TickClock(session.info().ticksPerSecond());
    for (int player = 1; player < session.info().players(); player++) {
      others.add(provider.expert(game, player));
    }
  }

  /** Has all that it needs loaded. */
  void load(Executor executor) {
    loading =
        CompletableFuture.supplyAsync(
            () -> new Loaded(pilot(), Marks.of(provider.info())), executor);
  }

  /** A shipped policy that this machine cannot run is no reason for a dead picture. */
  private Pilot pilot() {
    try {
      return Pilots.open(null, provider, game);
    } catch (IllegalArgumentException e) {
      return Pilots.open("expert", provider, game);
    }
  }

  /** Lets time pass. */
  void advance(float seconds) {
    if (marks == null) {
      receive();
      return;
    }
    if (session.ended()) {
      restLeft -= seconds;
      if (restLeft <= 0) {
        session.reset(session.seed() + 1);
        clock.drop();
      }
      return;
    }
    clock.advance(seconds, Speed.NORMAL);
    while (!session.ended() && clock.take()) {
      for (int i = 0; i < others.size(); i++) {
        session.personAction(i + 1, others.get(i).act());
      }
      session.tick();
    }
    restLeft = REST;
  }

  private void receive() {
    if (loading == null || !loading.isDone()) {
      return;
    }
    Loaded loaded = loading.join();
    marks = loaded.marks;
    trained = !loaded.pilot.name().equals("expert");
    session.use(loaded.pilot);
    session.manual(false);
    session.reset(1);
  }

  /** The plain game. */
  GameInfo info() {
    return provider.info();
  }

  Session session() {
    return session;
  }

  /** Whether it plays, and its marks are known. */
  boolean ready() {
    return marks != null;
  }

  /** What is measured of the plain game, or null while it is loaded. */
  Marks marks() {
    return marks;
  }

  /** Whether a policy ships with the game. */
  boolean shipped() {
    return Policies.shipped(provider.info());
  }

  /** For people: who plays in the picture. */
  String player() {
    return marks == null ? "loading" : trained ? "trained policy" : "expert";
  }

  /** How many variants there are, the plain game among them. */
  int variants() {
    return variants.size();
  }

  /** Chooses the next variant, or with −1 the one before. */
  void turn(int step) {
    variant = Math.floorMod(variant + step, variants.size());
  }

  /** The name of the chosen variant, "plain" for the game itself. */
  String variant() {
    return variant == 0 ? "plain" : variants.get(variant);
  }

  /** What is special about the chosen variant. */
  String about() {
    return variant == 0
        ? "the game as agents learn it"
        : provider.variants().get(variants.get(variant));
  }

  /** The game or its chosen variant. */
  GameProvider chosen() {
    return variant == 0 ? provider : provider.variant(variants.get(variant));
  }

  @Override
  public void close() {
    if (marks == null && loading != null) {
      loading.thenAccept(loaded -> loaded.pilot.close());
    }
    session.close();
  }
}
