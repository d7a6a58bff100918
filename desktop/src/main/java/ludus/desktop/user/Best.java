package ludus.desktop.user;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;

/**
 * One place of a best list.
 *
 * @param result the episode's return
 * @param ticks how long the episode was
 * @param seed its seed
 * @param version of the game
 * @param day when it was played
 */
public record Best(double result, int ticks, long seed, int version, LocalDate day) {
  /** The day for people: 2026-11-20. */
  public String dayText() {
    return day.toString();
  }

  /** As a line of the file. */
  String line() {
    return "%s,%d,%d,%d,%s".formatted(result, ticks, seed, version, day);
  }

  /**
   * Reads a line.
   *
   * @throws IllegalArgumentException if it is none
   */
  static Best parse(String line) {
    String[] words = line.trim().split(",");
    if (words.length != 5) {
      throw new IllegalArgumentException(line);
    }
    try {
      double result = Double.parseDouble(words[0]);
      int ticks = Integer.parseInt(words[1]);
      if (Double.isNaN(result) || Double.isInfinite(result) || ticks < 0) {
        throw new IllegalArgumentException(line);
      }
      long seed = Long.parseLong(words[2]);
      return new Best(result, ticks, seed, Integer.parseInt(words[3]), LocalDate.parse(words[4]));
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(line, e);
    }
  }
}
