package ludus.games.maze;

import ludus.core.draw.Canvas;
import ludus.core.draw.Palette;
import ludus.core.draw.Shade;

/**
 * The picture of {@link Maze}: walls 2 units thick, rooms of 6 × 6 between them, everything that
 * stands still on whole pixels. Each ghost has a grey and an outline of its own: the chaser is a
 * block, the ambusher a pointed house, the shy one a dome, the wanderer a bowl; frightened ones are
 * white squares with a dark heart that flashes near the end, eaten ones a pair of eyes. Only the
 * player is a white disc with a mouth.
 *
 * <p>Seen from the player, it is always in the middle and the maze moves round it. What lies beyond
 * a border is the opposite side of the same maze, so that all of it is always to be seen, as if it
 * were wound round a tyre; nobody passes the border, which has a shade of its own. Seen from above,
 * the maze lies still.
 */
final class MazePicture {
  /** How the maze is looked at. */
  enum View {
    /** The maze lies still and the player moves. */
    ABOVE,
    /** The player is in the middle and the maze moves. */
    PLAYER
  }

  private static final int SIDE = MazeLevel.SIDE;
  private static final int PITCH = Walker.PITCH / Walker.FINE;
  private static final int WALL = 2;
  private static final int MARGIN = 1;
  private static final int INNER = PITCH - WALL;

  /** What the clock and the lives take of the picture seen from the player. */
  private static final int STRIP = 3;

  /** The middle of the first room. */
  private static final int MIDDLE = MARGIN + WALL + INNER / 2;

  private static final int WIDE = SIDE * PITCH + WALL;
  private static final float BODY = INNER / 2f;

  private static final int BLINK = 16;

  private static final Shade GROUND = Palette.NIGHT;
  private static final Shade WALLS = Palette.BLUE.withGrey(85);
  private static final Shade BORDER = Palette.MIST.withGrey(110);
  private static final Shade STONE = new Shade(0x0D2B45, 40);
  private static final Shade DOOR = Palette.MIST.withGrey(140);
  private static final Shade FOOD = new Shade(0xE8DCC8, 200);
  private static final Shade POWER = Palette.WHITE;
  private static final Shade PLAYER = Palette.YELLOW.withGrey(255);
  private static final Shade[] GHOSTS = {
    Palette.VERMILION.withGrey(215),
    Palette.PINK.withGrey(185),
    Palette.SKY.withGrey(155),
    Palette.GREEN.withGrey(125)
  };
  private static final Shade PUPIL = Palette.NIGHT;
  private static final Shade FRIGHT = Palette.WHITE;
  private static final Shade AFRAID = Palette.BLUE.withGrey(30);
  private static final Shade PALE = Palette.MIST.withGrey(150);
  private static final Shade EYES = Palette.WHITE;
  private static final Shade FRUIT = Palette.ORANGE.withGrey(170);
  private static final Shade HUNT = Palette.VERMILION.withGrey(205);
  private static final Shade SCATTER = Palette.GREEN.withGrey(140);
  private static final Shade LIFE = Palette.YELLOW.withGrey(255);

  private final MazeWorld world;
  private final View view;
  private final EndlessCanvas endless = new EndlessCanvas(SIDE * PITCH);
  private final MazeWalls walls = new MazeWalls(MARGIN, WALL, PITCH);

  MazePicture(MazeWorld world, View view) {
    this.world = world;
    this.view = view;
  }

  /** Prepares to draw this level. */
  void show(MazeLevel level) {
    walls.build(level);
  }

  void draw(Canvas canvas) {
    canvas.clear(GROUND);
    if (view == View.ABOVE) {
      drawMaze(canvas);
      drawClock(canvas, MARGIN);
      drawLives(canvas, MARGIN + SIDE * PITCH);
      drawInhabitants(canvas);
      return;
    }
    float half = Canvas.SIZE / 2f;
    Canvas maze = endless.on(canvas, half - x(world.player()), half - y(world.player()));
    drawMaze(maze);
    maze.rectangle(MARGIN, MARGIN, SIDE * PITCH, WALL, BORDER);
    maze.rectangle(MARGIN, MARGIN, WALL, SIDE * PITCH, BORDER);
    drawInhabitants(maze);
    canvas.rectangle(0, 0, Canvas.SIZE, STRIP, GROUND);
    drawClock(canvas, 0);
    canvas.rectangle(0, Canvas.SIZE - STRIP, Canvas.SIZE, STRIP, GROUND);
    drawLives(canvas, Canvas.SIZE - WALL);
  }

  private static float x(Walker walker) {
    return MIDDLE + (float) walker.x() / Walker.FINE;
  }

  private static float y(Walker walker) {
    return MIDDLE + (float) walker.y() / Walker.FINE;
  }

  private void drawMaze(Canvas canvas) {
    walls.draw(canvas, STONE, WALLS, DOOR);
    drawFood(canvas);
  }

  private void drawInhabitants(Canvas canvas) {
    if (world.pause() == 0) {
      for (int i = world.ghosts() - 1; i >= 0; i--) {
        drawGhost(canvas, world.ghost(i), GHOSTS[i]);
      }
    }
    drawPlayer(canvas);
  }

  private void drawClock(Canvas canvas, int y) {
    GhostClock clock = world.clock();
    if (clock.fright() > 0) {
      bar(canvas, y, (float) clock.fright() / GhostClock.FRIGHT, FRIGHT);
    } else {
      float share = clock.length() == 0 ? 1 : (float) clock.left() / clock.length();
      bar(canvas, y, share, clock.hunting() ? HUNT : SCATTER);
    }
  }

  private static void bar(Canvas canvas, int y, float share, Shade shade) {
    canvas.rectangle(MARGIN, y, share * WIDE, WALL, shade);
  }

  private void drawLives(Canvas canvas, int y) {
    for (int i = 0; i < world.lives() - 1; i++) {
      canvas.rectangle(MARGIN + WALL + i * PITCH, y, INNER, WALL, LIFE);
    }
  }

  private void drawFood(Canvas canvas) {
    for (int room = 0; room < MazeLevel.ROOMS; room++) {
      int content = world.content(room);
      if (content != MazeLevel.NOTHING) {
        int x = MIDDLE + room % SIDE * PITCH;
        int y = MIDDLE + room / SIDE * PITCH;
        if (content == MazeLevel.PIP) {
          canvas.rectangle(x - 1, y - 1, 2, 2, FOOD);
        } else {
          canvas.rectangle(x - 2, y - 2, 4, 4, POWER);
        }
      }
    }
    int left = world.fruitLeft();
    if (left > 0 && (left >= GhostClock.WARNING || shows(left))) {
      int x = MIDDLE + world.level().fruit() % SIDE * PITCH;
      int y = MIDDLE + world.level().fruit() / SIDE * PITCH;
      canvas.quad(x, y - BODY, x + BODY, y, x, y + BODY, x - BODY, y, FRUIT);
    }
  }

  /** Whether something that flashes is to be seen now. */
  private static boolean shows(int left) {
    return left % BLINK < BLINK / 2;
  }

  private void drawGhost(Canvas canvas, Ghost ghost, Shade shade) {
    float x = x(ghost);
    float y = y(ghost);
    if (ghost.state == Ghost.State.EATEN) {
      canvas.rectangle(x - BODY, y - 1, 2, 2, EYES);
      canvas.rectangle(x + BODY - 2, y - 1, 2, 2, EYES);
      return;
    }
    if (ghost.frightened) {
      canvas.rectangle(x - BODY, y - BODY, 2 * BODY, 2 * BODY, FRIGHT);
      int left = world.clock().fright();
      boolean pale = left < GhostClock.WARNING && !shows(left);
      canvas.rectangle(x - 2, y - 2, 4, 4, pale ? PALE : AFRAID);
      return;
    }
    switch (ghost.mind) {
      case CHASER -> canvas.rectangle(x - BODY, y - BODY, 2 * BODY, 2 * BODY, shade);
      case AMBUSHER -> {
        canvas.quad(x, y - BODY, x + BODY, y, x, y + BODY, x - BODY, y, shade);
        canvas.rectangle(x - BODY, y, 2 * BODY, BODY, shade);
      }
      case SHY -> {
        canvas.circle(x, y, BODY, shade);
        canvas.rectangle(x - BODY, y, 2 * BODY, BODY, shade);
      }
      case WANDERER -> {
        canvas.circle(x, y, BODY, shade);
        canvas.rectangle(x - BODY, y - BODY, 2 * BODY, BODY, shade);
      }
    }
    drawEyes(canvas, ghost, x, y);
  }

  /** Two eyes that look where the ghost goes. */
  private static void drawEyes(Canvas canvas, Ghost ghost, float x, float y) {
    float eyeX = x + Heading.dx(ghost.heading);
    float eyeY = y + Heading.dy(ghost.heading);
    canvas.rectangle(eyeX - 2, eyeY - 1, 1.5f, 2, PUPIL);
    canvas.rectangle(eyeX + 0.5f, eyeY - 1, 1.5f, 2, PUPIL);
  }

  /**
   * A disc with a mouth towards the wish, which closes between two rooms; it shrinks when caught.
   */
  private void drawPlayer(Canvas canvas) {
    Player player = world.player();
    float x = x(player);
    float y = y(player);
    float radius = BODY;
    if (world.pause() > 0) {
      radius *= (float) world.pause() / MazeWorld.PAUSE;
    }
    canvas.circle(x, y, radius, PLAYER);
    if (player.wish != Heading.NONE && world.pause() == 0) {
      float dx = Heading.dx(player.wish);
      float dy = Heading.dy(player.wish);
      float open = 1 + (float) Math.abs(2 * player.progress - Walker.PITCH) / Walker.PITCH;
      float lipX = x + BODY * dx;
      float lipY = y + BODY * dy;
      canvas.quad(
          x - dx * 0.5f,
          y - dy * 0.5f,
          lipX - dy * open,
          lipY + dx * open,
          lipX,
          lipY,
          lipX + dy * open,
          lipY - dx * open,
          GROUND);
    }
  }
}
