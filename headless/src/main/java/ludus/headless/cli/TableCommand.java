package ludus.headless.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import ludus.agents.policy.Policy;
import ludus.core.file.SafeFile;
import ludus.core.game.GameCatalog;
import ludus.core.game.GameProvider;
import ludus.core.mdp.SmallWorld;
import ludus.core.mdp.ValueMap;
import ludus.headless.picture.ValuePicture;
import ludus.headless.play.Policies;
import ludus.headless.table.PolicyTable;
import ludus.headless.table.TableStudy;
import ludus.headless.table.TableText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ludus table GAME}. */
@Command(
    name = "table",
    description = {
      "Show what somebody thinks of every state of a small world: values and greedy actions.",
      "Either of a policy (a table, or a deep network), or of an algorithm that is let loose on the"
          + " world's table for a moment."
    },
    footer = {
      "",
      "Examples:",
      "  ludus table gridworld                        the best values, by value iteration",
      "  ludus table cliff --algo sarsa --out sarsa.png",
      "  ludus table cliff --policy runs/cliff-default-1/policy.ludus --q",
      "",
      "A star marks the greedy way, + a state in which all actions are alike."
    })
final class TableCommand implements Callable<Integer> {
  private static final int ROUNDS = 200;
  private static final int ENV_STEPS = 50_000;

  @Spec private CommandSpec spec;
  @Mixin private GameArgument game;
  @Mixin private JsonOption json;

  @Option(names = "--policy", paramLabel = "FILE", description = "whose values to show")
  private String policy;

  @Option(
      names = "--algo",
      paramLabel = "A",
      description = "what to work them out by (default: value-iteration)")
  private String algorithm;

  @Option(
      names = "--steps",
      paramLabel = "N",
      description = "env steps to learn for, or rounds to plan (default: 50000, 200)")
  private Integer steps;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "1",
      description = "of learning (default: ${DEFAULT-VALUE})")
  private long seed;

  @Option(names = "--q", description = "show the values of actions, too")
  private boolean actions;

  @Option(names = "--out", paramLabel = "FILE.png", description = "draw a picture")
  private Path out;

  @Override
  public Integer call() {
    GameProvider provider = game.find();
    if (policy != null && (algorithm != null || steps != null)) {
      throw usage("--policy shows what was learned: leave out --algo and --steps");
    }
    if (steps != null && (steps < 1 || steps > 100_000_000)) {
      throw usage("--steps must be from 1 to 100000000, was " + steps);
    }
    if (!(provider instanceof SmallWorld world)) {
      throw new UserException(
          "%s has no table of states to look at: choose %s"
              .formatted(provider.info().name(), String.join(", ", smallWorlds())));
    }
    Map<String, Object> report = new LinkedHashMap<>();
    report.put("game", provider.info().name());
    ValueMap map = policy == null ? study(world, report) : interrogate(world, report);
    String who = String.valueOf(report.get(policy == null ? "algorithm" : "policy"));
    if (out != null) {
      draw(map, "%s, %s".formatted(provider.info().title(), who));
      report.put("file", out.toString());
    }
    if (json.wanted()) {
      describe(map, report);
      json.print(report);
      return 0;
    }
    System.out.printf("%s, %s%n%n", provider.info().title(), who);
    System.out.print(TableText.page(map));
    if (actions) {
      System.out.printf("%n%s", TableText.actions(map));
    }
    if (!map.path().isEmpty()) {
      System.out.printf(
          "%nThe greedy way %s.%n",
          map.pathEnds()
              ? "reaches the end in %d moves".formatted(map.path().size() - 1)
              : "goes round in a circle");
    }
    if (out != null) {
      System.out.println(out);
    }
    return 0;
  }

  private ValueMap study(SmallWorld world, Map<String, Object> report) {
    String name = algorithm == null ? "value-iteration" : algorithm;
    List<String> known = TableStudy.algorithms(world);
    if (!known.contains(name)) {
      String question = Nearest.question(name, known);
      throw usage(
          "no table comes from '%s'".formatted(name)
              + (question.isEmpty() ? "; there is " + String.join(", ", known) : question));
    }
    TableStudy study = TableStudy.of(world, name, seed);
    int count = steps != null ? steps : study.plans() ? ROUNDS : ENV_STEPS;
    study.advance(count);
    report.put("algorithm", name);
    report.put("steps", count);
    return study.map();
  }

  private ValueMap interrogate(SmallWorld world, Map<String, Object> report) {
    report.put("policy", policy);
    try (Policy opened = Policies.open(policy, world.info())) {
      if (opened.meaning() == Policy.Meaning.PROBABILITIES) {
        report.put("shows", "probabilities");
      }
      return ValueMap.of(world.mdp(), PolicyTable.of(world, opened));
    } catch (IllegalArgumentException e) {
      throw new UserException(e.getMessage(), e);
    }
  }

  private void draw(ValueMap map, String title) {
    try {
      ValuePicture.save(map, title, actions, out);
    } catch (IOException e) {
      throw new UserException(
          "cannot write %s (%s): make room or choose another --out"
              .formatted(out, SafeFile.reason(e)),
          e);
    }
  }

  private static void describe(ValueMap map, Map<String, Object> report) {
    List<Map<String, Object>> states = new ArrayList<>();
    for (ValueMap.Spot spot : map.spots()) {
      Map<String, Object> state = new LinkedHashMap<>();
      state.put("row", spot.row());
      state.put("column", spot.column());
      state.put("heading", spot.heading());
      state.put("terminal", spot.terminal());
      state.put("value", spot.value());
      state.put("q", spot.q());
      state.put("greedy", spot.greedy().stream().map(map.actions()::get).toList());
      states.add(state);
    }
    report.put("actions", map.actions());
    report.put("states", states);
    report.put("path", map.path());
    report.put("path_ends", map.pathEnds());
  }

  private static List<String> smallWorlds() {
    GameCatalog catalog = GameCatalog.load();
    return catalog.names().stream().filter(n -> catalog.find(n) instanceof SmallWorld).toList();
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
