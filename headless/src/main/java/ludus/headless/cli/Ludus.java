package ludus.headless.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import ludus.agents.network.BackendException;
import ludus.headless.run.RunException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line's entrance. Exit codes: 0 done, 1 failed, 2 wrong usage. */
@Command(
    name = "ludus",
    description = "A playground where people and learning agents play the same games.",
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "Begin with:",
      "  ludus                      all games in a window, where there is a display",
      "  ludus games                what can be played",
      "  ludus train cartpole       from nothing to a trained agent",
      "  ludus watch cartpole       see it play",
      "",
      "Every command explains itself: ludus COMMAND --help"
    })
public final class Ludus implements Callable<Integer> {
  private static final String HOME = "home";

  @Spec private CommandSpec spec;

  private Ludus() {}

  public static void main(String[] args) {
    System.exit(run(args));
  }

  /** Runs one command and returns its exit code. */
  public static int run(String... args) {
    return commandLine().execute(args);
  }

  private static CommandLine commandLine() {
    CommandLine line = new CommandLine(new Ludus());
    for (Object command : headlessCommands()) {
      line.addSubcommand(command);
    }
    for (CommandPlugin plugin : CommandPlugin.all()) {
      plugin.commands().forEach(line::addSubcommand);
    }
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setParameterExceptionHandler(Ludus::usageError);
    line.setExecutionExceptionHandler(Ludus::failure);
    line.setUsageHelpAutoWidth(true);
    line.setUsageHelpLongOptionsMaxWidth(28);
    addHelp(line);
    return line;
  }

  /** Gives a command and all below it the option {@code --help}. */
  private static void addHelp(CommandLine line) {
    line.getCommandSpec()
        .addOption(
            OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .description("show this help")
                .build());
    line.getSubcommands().values().forEach(Ludus::addHelp);
  }

  private static List<Object> headlessCommands() {
    return List.of(
        new GamesCommand(),
        new TrainCommand(),
        new EvalCommand(),
        new RecordCommand(),
        new ReplayCommand(),
        new TableCommand(),
        new PlotCommand(),
        new BenchCommand(),
        new DoctorCommand());
  }

  /** Who asks for nothing gets the window where there can be one, else what can be asked for. */
  @Override
  public Integer call() {
    CommandLine home = spec.commandLine().getSubcommands().get(HOME);
    if (home != null && hasDisplay()) {
      return home.execute();
    }
    spec.commandLine().usage(System.out);
    return 0;
  }

  /** On Linux and the like a display has a name; elsewhere there is one, or nobody can tell. */
  private static boolean hasDisplay() {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    return system.startsWith("windows")
        || system.startsWith("mac")
        || named("DISPLAY")
        || named("WAYLAND_DISPLAY");
  }

  private static boolean named(String variable) {
    String value = System.getenv(variable);
    return value != null && !value.isBlank();
  }

  /** Wrong usage: one sentence, and where to look. */
  private static int usageError(ParameterException e, String[] args) {
    PrintWriter err = e.getCommandLine().getErr();
    CommandLine command = e.getCommandLine();
    err.println(command.getCommandName() + ": " + oneLine(e.getMessage()));
    if (e instanceof CommandLine.UnmatchedArgumentException unmatched) {
      List<String> near =
          Nearest.to(unmatched.getUnmatched().get(0), Nearest.words(command.getCommandSpec()));
      if (!near.isEmpty()) {
        err.println("Did you mean " + String.join(" or ", near) + "?");
      }
    }
    err.println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
    return 2;
  }

  /** A failure: one sentence where it is foreseen, a stack trace where it is a defect. */
  private static int failure(Exception e, CommandLine command, CommandLine.ParseResult result) {
    PrintWriter err = command.getErr();
    if (e instanceof UserException || e instanceof RunException || e instanceof BackendException) {
      err.println("ludus: " + oneLine(e.getMessage()));
      return 1;
    }
    err.println("ludus: this is a defect in Ludus, please report it with the lines below");
    e.printStackTrace(err);
    return 1;
  }

  private static String oneLine(String message) {
    return message == null ? "failed" : message.replaceAll("\\s*\\R\\s*", " ");
  }
}
