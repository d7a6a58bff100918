package ludus.games.maze;

import java.util.ArrayList;
import java.util.List;

/** Reads the text of a level and refuses what cannot be played, by line and column. */
final class MazeParser {
  private static final int SIDE = MazeLevel.SIDE;
  private static final int LINES = MazeLevel.LINES;
  private static final int MOST_DEN_ROOMS = 4;

  private final String name;
  private final List<String> rows = new ArrayList<>();
  // The line of the text that each row is on, from 1.
  private final List<Integer> lines = new ArrayList<>();
  private int textLines;

  MazeParser(String name, String text) {
    this.name = name;
    String[] all = text.replace("\uFEFF", "").split("\\R", -1);
    for (String line : all) {
      textLines++;
      if (!line.startsWith(";")) {
        rows.add(line.stripTrailing());
        lines.add(textLines);
      }
    }
    while (!rows.isEmpty() && rows.get(rows.size() - 1).isEmpty()) {
      rows.remove(rows.size() - 1);
      lines.remove(lines.size() - 1);
    }
  }

  MazeLevel level() {
    checkCharacters();
    checkSize();
    checkWalls();
    MazeLevel level = new MazeLevel();
    level.begin(name);
    readRooms(level);
    readPassages(level);
    checkMarks();
    level.finish();
    checkWays(level);
    return level;
  }

  private void checkCharacters() {
    for (int row = 0; row < rows.size(); row++) {
      for (int column = 0; column < rows.get(row).length(); column++) {
        char c = rows.get(row).charAt(column);
        if ("#.oPGF= ".indexOf(c) < 0) {
          String shown = c > ' ' && c < 127 ? "'" + c + "'" : "U+%04X".formatted((int) c);
          throw wrong(
              row, column, shown + " is unknown: a maze is made of # . o P G F = and blanks");
        }
      }
    }
  }

  private void checkSize() {
    for (int row = 0; row < Math.min(LINES, rows.size()); row++) {
      int width = rows.get(row).length();
      if (width != LINES) {
        throw wrong(
            row,
            Math.min(width, LINES),
            "the line has %d characters, %d are wanted".formatted(width, LINES));
      }
    }
    if (rows.size() > LINES) {
      throw wrong(LINES, 0, "the maze has %d lines, %d are wanted".formatted(rows.size(), LINES));
    }
    if (rows.size() < LINES) {
      throw new MazeLevelException(
          name,
          rows.isEmpty() ? 1 : lines.get(rows.size() - 1) + 1,
          1,
          "the maze has %d lines, %d are wanted".formatted(rows.size(), LINES));
    }
  }

  private void checkWalls() {
    for (int row = 0; row < LINES; row++) {
      for (int column = 0; column < LINES; column++) {
        char c = at(row, column);
        boolean border = row == 0 || column == 0 || row == LINES - 1 || column == LINES - 1;
        boolean roomRow = row % 2 == 1;
        boolean roomColumn = column % 2 == 1;
        if (border && c != '#') {
          throw wrong(row, column, "the border is open: it is all #");
        }
        if (!roomRow && !roomColumn && c != '#') {
          throw wrong(row, column, "this is a corner between rooms, which is always #");
        }
        if (roomRow != roomColumn && "# =".indexOf(c) < 0) {
          throw wrong(
              row,
              column,
              "'%c' is in a passage: rooms lie in even lines and even columns".formatted(c));
        }
        if (roomRow && roomColumn && c == '=') {
          throw wrong(row, column, "this door fills a room: doors lie between two rooms");
        }
      }
    }
  }

  private void readRooms(MazeLevel level) {
    boolean started = false;
    boolean fruit = false;
    int dens = 0;
    for (int room = 0; room < MazeLevel.ROOMS; room++) {
      switch (at(room)) {
        case '#' -> level.solid(room);
        case '.' -> level.put(room, MazeLevel.PIP);
        case 'o' -> level.put(room, MazeLevel.POWER);
        case 'P' -> {
          if (started) {
            throw wrong(room, "this is a second start P, one is wanted");
          }
          started = true;
          level.start(room);
        }
        case 'F' -> {
          if (fruit) {
            throw wrong(room, "this is a second place F for fruit, one is enough");
          }
          fruit = true;
          level.fruit(room);
        }
        case 'G' -> {
          if (++dens > MOST_DEN_ROOMS) {
            throw wrong(room, "the den has a fifth room G, four are the most");
          }
          level.den(room);
        }
        default -> {}
      }
    }
  }

  private void readPassages(MazeLevel level) {
    for (int room = 0; room < MazeLevel.ROOMS; room++) {
      for (int heading = Heading.DOWN; heading <= Heading.RIGHT; heading += 2) {
        if (!Heading.inside(room, heading)) {
          continue;
        }
        int row = room / SIDE * 2 + 1 + Heading.dy(heading);
        int column = room % SIDE * 2 + 1 + Heading.dx(heading);
        char passage = at(row, column);
        int next = Heading.step(room, heading);
        if (passage != '#' && (level.isSolid(room) || level.isSolid(next))) {
          throw wrong(row, column, "this passage leads into solid stone");
        }
        boolean edge = level.isDen(room) != level.isDen(next);
        if (passage == ' ' && edge) {
          throw wrong(row, column, "the den is open here: its way out is a door =");
        }
        if (passage == '=' && !edge) {
          throw wrong(row, column, "this door does not lead out of the den");
        }
        if (passage == ' ') {
          level.open(room, heading);
        } else if (passage == '=') {
          level.door(room, heading);
        }
      }
    }
  }

  private void checkMarks() {
    if (find("P") < 0) {
      throw new MazeLevelException(name, lines.get(0), 1, "there is no start: one room is P");
    }
    if (find("G") < 0) {
      throw new MazeLevelException(
          name, lines.get(0), 1, "there is no den: one to four rooms are G");
    }
    if (find(".o") < 0) {
      throw new MazeLevelException(
          name, lines.get(0), 1, "there is nothing to eat: rooms with a pip are .");
    }
  }

  /** The first room with one of these characters, or −1. */
  private int find(String characters) {
    for (int room = 0; room < MazeLevel.ROOMS; room++) {
      if (characters.indexOf(at(room)) >= 0) {
        return room;
      }
    }
    return -1;
  }

  private void checkWays(MazeLevel level) {
    for (int room = 0; room < MazeLevel.ROOMS; room++) {
      if (level.isSolid(room)) {
        continue;
      }
      if (level.isDen(room)) {
        if (level.routes().outward(room) == Heading.NONE) {
          throw wrong(room, "no way leads out of this room of the den: a door is =");
        }
      } else if (level.routes().distance(level.start(), room) == MazeRoutes.FAR) {
        String what = ".o".indexOf(at(room)) >= 0 ? "this pip" : "this room";
        throw wrong(room, what + " cannot be reached from the start");
      } else if (level.exits(room) == 0) {
        throw wrong(room, "the start has no way out");
      }
    }
  }

  private char at(int row, int column) {
    return rows.get(row).charAt(column);
  }

  private char at(int room) {
    return at(room / SIDE * 2 + 1, room % SIDE * 2 + 1);
  }

  private MazeLevelException wrong(int room, String problem) {
    return wrong(room / SIDE * 2 + 1, room % SIDE * 2 + 1, problem);
  }

  private MazeLevelException wrong(int row, int column, String problem) {
    return new MazeLevelException(name, lines.get(row), column + 1, problem);
  }
}
