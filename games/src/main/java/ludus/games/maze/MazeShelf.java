package ludus.games.maze;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The hand-made levels of {@code assets/levels/maze}. Its file {@code index.txt} names them, one a
 * line, after what they are for: {@code train}, {@code test}, or {@code own} for those that are
 * only played when they are asked for by name.
 */
final class MazeShelf {
  private static final String FOLDER = "/assets/levels/maze/";

  private final Map<String, String> uses = new LinkedHashMap<>();

  /**
   * Reads the index.
   *
   * @throws IllegalArgumentException if a line of it makes no sense
   */
  MazeShelf() {
    int number = 0;
    for (String line : read("index.txt").split("\\R")) {
      number++;
      String[] words = line.strip().split("\\s+");
      if (line.isBlank() || line.startsWith(";")) {
        continue;
      }
      if (words.length != 2
          || !List.of("train", "test", "own").contains(words[0])
          || !words[1].matches("[a-z0-9][a-z0-9.-]*")
          || List.of("test", "above", "chief", "own").contains(words[1])
          || uses.put(words[1], words[0]) != null) {
        throw new IllegalArgumentException(
            "levels/maze/index.txt, line %d: want 'train', 'test' or 'own' and the name of a level, got '%s'"
                .formatted(number, line));
      }
    }
  }

  /** The names of all levels. */
  List<String> names() {
    return List.copyOf(uses.keySet());
  }

  /** What a level is for. */
  String use(String name) {
    return uses.get(name);
  }

  /** All levels that are there for a use. */
  List<MazeLevel> levels(String use) {
    List<MazeLevel> levels = new ArrayList<>();
    uses.forEach(
        (name, of) -> {
          if (of.equals(use)) {
            levels.add(level(name));
          }
        });
    return Collections.unmodifiableList(levels);
  }

  /**
   * The level of this name.
   *
   * @throws MazeLevelException if its file is no playable level
   */
  MazeLevel level(String name) {
    return MazeLevel.parse(name, read(name + ".txt"));
  }

  private static String read(String file) {
    try (InputStream in = MazeShelf.class.getResourceAsStream(FOLDER + file)) {
      if (in == null) {
        throw new IllegalArgumentException("there is no file levels/maze/" + file);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalArgumentException("cannot read levels/maze/" + file, e);
    }
  }
}
