package ludus.core.game;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
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
    return new GameCatalog(List.of(providers));
  }

  /** All games, by name. */
  public Collection<GameProvider> games() {
    return Collections.unmodifiableCollection(games.values());
  }

  /** The names of all games and of their variants. */
  public Collection<String> names() {
    List<String> names = new ArrayList<>();
    games.forEach(
        (name, provider) -> {
          names.add(name);
          provider.variants().keySet().forEach(variant -> names.add(name + "/" + variant));
        });
    return names;
  }

  /**
   * The game of this name, or a variant named {@code game/variant}.
   *
   * @throws IllegalArgumentException if there is none
   */
  public GameProvider find(String name) {
    int slash = name.indexOf('/');
    GameProvider provider = games.get(slash < 0 ? name : name.substring(0, slash));
    if (provider != null && slash >= 0) {
      String variant = name.substring(slash + 1);
      provider = provider.variants().containsKey(variant) ? provider.variant(variant) : null;
    }
    if (provider == null) {
      throw new IllegalArgumentException("unknown game '%s'".formatted(name));
    }
    return provider;
  }
}
