package ludus.games.maze;

/** The player: walks on until a wall, and takes the wished turn as soon as there is one. */
final class Player extends Walker {
  /** Steps a tick: 60 units, seven and a half rooms a second. */
  static final int SPEED = 16;

  int wish;

  @Override
  void stand(int room) {
    super.stand(room);
    wish = Heading.NONE;
  }

  void copy(Player other) {
    copyPlace(other);
    wish = other.wish;
  }

  /** Walks for one tick; returns whether this brought it to the middle of a room. */
  boolean tick(MazeLevel level) {
    if (progress == 0) {
      turn(level);
    } else if (wish == Heading.opposite(heading)) {
      turnBack();
    }
    if (heading == Heading.NONE) {
      return false;
    }
    progress += SPEED;
    if (progress < PITCH) {
      return false;
    }
    room = Heading.step(room, heading);
    progress = 0;
    turn(level);
    return true;
  }

  /** In the middle of a room: takes the wished exit, or goes straight on, or stands. */
  private void turn(MazeLevel level) {
    int exits = level.exits(room);
    if (wish != Heading.NONE && Heading.has(exits, wish)) {
      heading = wish;
    } else if (heading != Heading.NONE && !Heading.has(exits, heading)) {
      heading = Heading.NONE;
    }
  }
}
