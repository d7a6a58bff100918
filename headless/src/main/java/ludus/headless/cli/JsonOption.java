package ludus.headless.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import ludus.headless.run.Yaml;
import picocli.CommandLine.Option;

/**
 * The option {@code --json}, to be mixed into a command: exactly one JSON object on standard
 * output, everything else on standard error.
 */
public final class JsonOption {
  @Option(names = "--json", description = "print one JSON object on standard output")
  private boolean wanted;

  /** Whether it was given. */
  public boolean wanted() {
    return wanted;
  }

  /** Prints the object. */
  public void print(Object value) {
    try {
      System.out.println(Yaml.json().writeValueAsString(value));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e); // only plain values are printed
    }
  }
}
