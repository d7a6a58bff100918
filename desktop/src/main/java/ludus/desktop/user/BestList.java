package ludus.desktop.user;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import ludus.core.file.SafeFile;
import ludus.core.game.GameInfo;

/**
 * A person's best episodes of one game, highest return first, in a file of their own: a line each,
 * {@code return,ticks,seed,version,day}. Only episodes of the game's present version are compared;
 * those of others stay in the file.
 */
public final class BestList {
  /** How many places there are. */
  public static final int PLACES = 10;

  private static final String REMARK = "# return,ticks,seed,version of the game,day";
  private static final Comparator<Best> ORDER =
      Comparator.comparingDouble(Best::result).reversed().thenComparing(Best::day);

  private final Path path; // null where nothing is kept
  private final int version;
  private final List<String> complaints;
  private final List<Best> places = new ArrayList<>();
  private final List<Best> foreign = new ArrayList<>();
  private boolean damaged;

  /**
   * Reads the list.
   *
   * @param path where it is kept, or null for nowhere
   * @param complaints receives a sentence about a file that cannot be read or written
   */
  BestList(Path path, GameInfo game, List<String> complaints) {
    this.path = path;
    this.version = game.version();
    this.complaints = complaints;
    if (path != null) {
      read();
    }
  }

  private void read() {
    try {
      for (String line : new String(Files.readAllBytes(path), StandardCharsets.UTF_8).split("\n")) {
        if (!line.isBlank() && !line.startsWith("#")) {
          read(line);
        }
      }
    } catch (NoSuchFileException e) {
      return; // nobody has played yet
    } catch (IOException e) {
      damage(SafeFile.reason(e));
    }
    places.sort(ORDER);
  }

  private void read(String line) {
    try {
      add(Best.parse(line));
    } catch (IllegalArgumentException e) {
      damage("it has a line that is no result");
    }
  }

  private void add(Best best) {
    (best.version() == version ? places : foreign).add(best);
  }

  private void damage(String what) {
    if (!damaged) {
      damaged = true;
      complaints.add(
          "The best list %s is damaged: %s; the rest of it counts"
              .formatted(path.getFileName(), what));
    }
  }

  /** The best episodes, the best first. Not a copy. */
  public List<Best> places() {
    return places;
  }

  /**
   * Enters an episode and keeps the list.
   *
   * @return its place, 1 for the best, or 0 where it is not among the best
   */
  public int enter(Best best) {
    add(best);
    places.sort(ORDER);
    int place = places.indexOf(best) + 1;
    if (places.size() > PLACES) {
      places.subList(PLACES, places.size()).clear();
    }
    if (place < 1 || place > PLACES) {
      return 0;
    }
    write();
    return place;
  }

  private void write() {
    if (path == null) {
      return;
    }
    StringBuilder text = new StringBuilder(REMARK).append('\n');
    places.forEach(best -> text.append(best.line()).append('\n'));
    foreign.forEach(best -> text.append(best.line()).append('\n'));
    try {
      Files.createDirectories(path.toAbsolutePath().getParent());
      if (damaged) {
        KeptAside.copy(path);
        damaged = false;
      }
      SafeFile.write(path, out -> out.write(text.toString().getBytes(StandardCharsets.UTF_8)));
    } catch (IOException e) {
      complaints.add("The best list cannot be kept: " + SafeFile.reason(e));
    }
  }
}
