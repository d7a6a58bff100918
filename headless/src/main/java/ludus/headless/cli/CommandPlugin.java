package ludus.headless.cli;

import java.util.List;

/**
 * Commands that another module adds to the command line, found by {@link java.util.ServiceLoader}:
 * the window's, so that this module needs no window.
 */
public interface CommandPlugin {
  /** New instances of classes that are picocli commands; making them starts nothing. */
  List<Object> commands();
}
