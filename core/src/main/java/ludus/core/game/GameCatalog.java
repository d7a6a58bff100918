package ludus.core.game;

import java.util.Collection;
import java.util.Collections;
import java.util.ServiceLoader;
import java.util.SortedMap;
import java.util.TreeMap;

/** The games on the class path, by name. */
public final class GameCatalog {
  private final SortedMap<String, GameProvider> games = new TreeMap<>();

  private GameCatalog(Iterable<GameProvider> providers) {
    for (GameProvider provider : providers) {
      String name = provider.info().name();
      if (games.put(name, provider) != null) {
        throw new IllegalStateException("two games call themselves " + name);
      }
    }
  }

  /** The games that {@link ServiceLoader} finds. */
  public static GameCatalog load() {
    return new GameCatalog(ServiceLoader.load(GameProvider.class));
  }

  /** Just these games. */
  public static GameCatalog of(GameProvider... providers) {
    return new GameCatalog(java.util.List.of(providers));
  }

  /** All games, by name. */
  public Collection<GameProvider> games() {
    return Collections.unmodifiableCollection(games.values());
  }

  /** The names of all games. */
  public Collection<String> names() {
    return Collections.unmodifiableSet(games.keySet());
  }

  /**
   * The game of this name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public GameProvider find(String name) {
    GameProvider provider = games.get(name);
    if (provider == null) {
      throw new IllegalArgumentException("unknown game '%s'".formatted(name));
    }
    return provider;
  }
}
