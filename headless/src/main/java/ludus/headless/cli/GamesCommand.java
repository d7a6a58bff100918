package ludus.headless.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import ludus.core.game.GameCatalog;
import ludus.core.game.GameInfo;
import ludus.core.game.GameProvider;
import ludus.headless.play.Policies;
import ludus.headless.run.Presets;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code ludus games}. */
@Command(
    name = "games",
    description = "What can be played: actions, players, presets, shipped policies.",
    footer = {"", "Examples:", "  ludus games", "  ludus games --json"})
final class GamesCommand implements Callable<Integer> {
  @Mixin private JsonOption json;

  @Override
  public Integer call() {
    List<Map<String, Object>> games = new ArrayList<>();
    for (GameProvider provider : GameCatalog.load().games()) {
      GameInfo info = provider.info();
      Presets presets = Presets.of(info);
      Map<String, Object> game = new LinkedHashMap<>();
      game.put("name", info.name());
      game.put("title", info.title());
      game.put("version", info.version());
      game.put("summary", info.summary());
      game.put("players", info.players());
      game.put("actions", info.actions());
      game.put("features", info.features());
      game.put("ticks_per_second", info.ticksPerSecond());
      game.put("tick_limit", info.tickLimit());
      game.put("figures", info.figures());
      game.put("variants", provider.variants());
      game.put("presets", presets.names());
      game.put("shipped_policy", Policies.shipped(info));
      games.add(game);
      if (!json.wanted()) {
        print(provider, presets);
      }
    }
    if (json.wanted()) {
      json.print(Map.of("games", games));
    }
    return 0;
  }

  private static void print(GameProvider provider, Presets presets) {
    GameInfo info = provider.info();
    System.out.printf("%-10s %s%n", info.name(), info.summary());
    System.out.printf(
        "%-10s %s; actions: %s; %d ticks a second, %d at most%n",
        "",
        info.players() == 1 ? "1 player" : info.players() + " players",
        String.join(", ", info.actions()),
        info.ticksPerSecond(),
        info.tickLimit());
    provider
        .variants()
        .forEach(
            (name, about) ->
                System.out.printf("%-10s variant %s/%s: %s%n", "", info.name(), name, about));
    for (String preset : presets.names()) {
      System.out.printf("%-10s preset %-10s %s%n", "", preset, presets.about(preset));
    }
    System.out.printf(
        "%-10s %s%n%n",
        "", Policies.shipped(info) ? "a trained policy ships with it" : "no trained policy yet");
  }
}
