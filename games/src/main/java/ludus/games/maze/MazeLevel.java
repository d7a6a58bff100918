package ludus.games.maze;

import java.util.Arrays;

/**
 * One maze: {@value #SIDE} × {@value #SIDE} rooms with thin walls between them, numbered row by
 * row.
 *
 * <p>A level is written as a text of {@value #LINES} lines of {@value #LINES} characters.
 * Characters in even lines and even columns (counted from 1) are rooms, those in odd lines and odd
 * columns are the posts at the rooms' corners, the others are the passages between rooms:
 *
 * <ul>
 *   <li>{@code #} a wall, a post, or a room that is solid stone; the border is all walls
 *   <li>a blank is an open passage, or a room with nothing in it
 *   <li>{@code .} a pip, {@code o} a power pip
 *   <li>{@code P} where the player starts: exactly one
 *   <li>{@code G} a room of the ghosts' den: one to four, behind walls and doors
 *   <li>{@code =} in a passage: a door of the den, which only ghosts pass
 *   <li>{@code F} where fruit appears: at most one; without it, where the player starts
 *   <li>a line that begins with {@code ;} is a remark and does not count
 * </ul>
 *
 * <p>A level that {@link #parse} has returned never changes.
 */
public final class MazeLevel {
  /** Rooms in a row, and rows. */
  public static final int SIDE = 10;

  /** Lines of a level's text, and characters in each. */
  public static final int LINES = 2 * SIDE + 1;

  static final int ROOMS = SIDE * SIDE;

  /** What lies in a room at the start. */
  static final byte NOTHING = 0;

  static final byte PIP = 1;
  static final byte POWER = 2;

  private final byte[] exits = new byte[ROOMS];
  private final byte[] doors = new byte[ROOMS];
  private final byte[] contents = new byte[ROOMS];
  private final boolean[] solid = new boolean[ROOMS];
  private final boolean[] den = new boolean[ROOMS];
  private final MazeRoutes routes = new MazeRoutes();
  private String name = "";
  private int start;
  private int fruit;
  private int pips;

  MazeLevel() {}

  /**
   * Reads a level.
   *
   * @param name what to call it
   * @param text as the class comment says; lines may end in any way
   * @throws MazeLevelException if the text is no playable level, with the line and column to blame
   */
  public static MazeLevel parse(String name, String text) {
    return new MazeParser(name, text).level();
  }

  /** What the level is called. */
  public String name() {
    return name;
  }

  /** Pips and power pips together. */
  public int pips() {
    return pips;
  }

  // Building, for the parser and the generator: begin, then all else in any order, then finish.

  /** Forgets everything: no passages, nothing in any room, no den. */
  void begin(String name) {
    this.name = name;
    Arrays.fill(exits, (byte) 0);
    Arrays.fill(doors, (byte) 0);
    Arrays.fill(contents, NOTHING);
    Arrays.fill(solid, false);
    Arrays.fill(den, false);
    start = -1;
    fruit = -1;
  }

  /** Opens the passage between a room and its neighbour. */
  void open(int room, int heading) {
    exits[room] |= (byte) Heading.bit(heading);
    exits[Heading.step(room, heading)] |= (byte) Heading.bit(Heading.opposite(heading));
  }

  /** Puts a door between a room of the den and its neighbour outside, given from either side. */
  void door(int room, int heading) {
    doors[room] |= (byte) Heading.bit(heading);
    doors[Heading.step(room, heading)] |= (byte) Heading.bit(Heading.opposite(heading));
  }

  void put(int room, byte content) {
    contents[room] = content;
  }

  void solid(int room) {
    solid[room] = true;
  }

  void den(int room) {
    den[room] = true;
  }

  void start(int room) {
    start = room;
  }

  void fruit(int room) {
    fruit = room;
  }

  /** Counts the pips and finds all ways. */
  void finish() {
    pips = 0;
    for (byte content : contents) {
      pips += content == NOTHING ? 0 : 1;
    }
    routes.find(this);
  }

  /** The open passages of a room, as a set of headings; doors are not among them. */
  int exits(int room) {
    return exits[room];
  }

  /** The doors of a room, as a set of headings. */
  int doors(int room) {
    return doors[room];
  }

  /** What lies in a room at the start: {@link #NOTHING}, {@link #PIP} or {@link #POWER}. */
  byte content(int room) {
    return contents[room];
  }

  boolean isSolid(int room) {
    return solid[room];
  }

  boolean isDen(int room) {
    return den[room];
  }

  /** The room where the player starts. */
  int start() {
    return start;
  }

  /** The room where fruit appears. */
  int fruit() {
    return fruit < 0 ? start : fruit;
  }

  /** The ways through this level. */
  MazeRoutes routes() {
    return routes;
  }

  /** The n-th room of the den, in reading order, beginning anew after the last. */
  int denRoom(int n) {
    int room = -1;
    for (int i = 0; i <= n; i++) {
      do {
        room = room + 1 == ROOMS ? 0 : room + 1;
      } while (!den[room]);
    }
    return room;
  }

  /** The level as a text that {@link #parse} reads. */
  public String text() {
    StringBuilder text = new StringBuilder();
    for (int line = 0; line < LINES; line++) {
      for (int column = 0; column < LINES; column++) {
        text.append(character(line, column));
      }
      text.append('\n');
    }
    return text.toString();
  }

  private char character(int line, int column) {
    boolean roomLine = line % 2 == 1;
    boolean roomColumn = column % 2 == 1;
    if (roomLine && roomColumn) {
      return character(line / 2 * SIDE + column / 2);
    }
    if (roomLine == roomColumn || line == 0 || column == 0) {
      return '#';
    }
    // The passage above a room or to its left; the lower and right border have none.
    if (line == LINES - 1 || column == LINES - 1) {
      return '#';
    }
    int room = line / 2 * SIDE + column / 2;
    int heading = roomLine ? Heading.LEFT : Heading.UP;
    return Heading.has(exits[room], heading) ? ' ' : Heading.has(doors[room], heading) ? '=' : '#';
  }

  private char character(int room) {
    if (solid[room]) {
      return '#';
    }
    if (den[room]) {
      return 'G';
    }
    if (room == start) {
      return 'P';
    }
    if (room == fruit) {
      return 'F';
    }
    return contents[room] == PIP ? '.' : contents[room] == POWER ? 'o' : ' ';
  }
}
