package ludus.games.maze;

/**
 * Somebody who walks from room to room: in {@code room}, or {@code progress} on the way from there
 * to the next room in the direction of {@code heading}. Lengths are in steps of 1/16 unit of the
 * picture; rooms are {@value #PITCH} apart.
 */
class Walker {
  /** From the middle of a room to that of the next: 8 units of the picture. */
  static final int PITCH = 128;

  /** Steps to one unit of the picture. */
  static final int FINE = 16;

  int room;
  int heading;
  int progress;

  /** Stands in the middle of a room. */
  void stand(int room) {
    this.room = room;
    heading = Heading.NONE;
    progress = 0;
  }

  /** Becomes the same as another walker. */
  final void copyPlace(Walker other) {
    room = other.room;
    heading = other.heading;
    progress = other.progress;
  }

  /** From the middle of the first column, growing to the right. */
  final int x() {
    return room % MazeLevel.SIDE * PITCH + Heading.dx(heading) * progress;
  }

  /** From the middle of the first row, growing downwards. */
  final int y() {
    return room / MazeLevel.SIDE * PITCH + Heading.dy(heading) * progress;
  }

  /** The room that this walker comes to next; the one it stands in, where it stands. */
  final int next() {
    return heading == Heading.NONE ? room : Heading.step(room, heading);
  }

  /** The nearer one of the two rooms that it is between. */
  final int nearest() {
    return 2 * progress < PITCH ? room : next();
  }

  /** Turns on the spot, wherever that is. */
  final void turnBack() {
    if (heading != Heading.NONE) {
      room = Heading.step(room, heading);
      heading = Heading.opposite(heading);
      progress = PITCH - progress;
    }
  }

  /** Along the passages, while both are in the same passage or at its ends. */
  final int distance(Walker other) {
    return Math.abs(x() - other.x()) + Math.abs(y() - other.y());
  }
}
