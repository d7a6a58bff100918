package ludus.games.braking;

import ludus.core.draw.Canvas;
import ludus.core.draw.Palette;
import ludus.core.draw.Shade;

/**
 * The picture: the road from above with the own car at the lower end, between two panels of
 * instruments.
 *
 * <p>So that a vehicle 170 m away and one just before the bumper both show, the way ahead is drawn
 * denser and narrower the farther it is: a point d metres before the bumper lies {@code REACH (√(1
 * + d/NEAR) − 1) / (√(1 + FAR/NEAR) − 1)} above it, and what lies beside the road closes in evenly
 * with the height. Beside and behind the car, the scale stays as it is at the bumper.
 *
 * <p>A dry road is plain; a wet one is dark with bright, mirroring streaks along it; an icy one is
 * pale with dark cracks across. On the left is the speed, with a mark at the cruising speed. On the
 * right are the anti-lock lamp, and below it two bars: the line pressure, and beside it the
 * pressure at the front brakes, which anti-lock makes pulsate.
 */
final class Scene {
  private static final float BUMPER = 70;
  private static final float REACH = 66;
  private static final float NEAR = 3;
  private static final float FAR = 180;
  private static final float SPAN = (float) Math.sqrt(1 + FAR / NEAR) - 1;
  private static final float SCALE = REACH / (2 * NEAR * SPAN);

  // Across: units a metre at the bumper, and how much of it is lost at the top.
  private static final float ACROSS = 3.4f;
  private static final float CLOSING = 0.55f;
  private static final float MIDDLE = 46;

  private static final float PANEL = 10;
  private static final float RIGHT_PANEL = Canvas.SIZE - PANEL;
  private static final float BAR_BOTTOM = 81;

  private static final Shade GRASS = new Shade(0x23402F, 22);
  private static final Shade[] ASPHALT = {
    new Shade(0x6B7078, 95), new Shade(0x3C4654, 55), new Shade(0xA9C7D8, 150)
  };
  private static final Shade[] LINE = {
    new Shade(0xD9DCE0, 150), new Shade(0xAEB6C0, 110), new Shade(0xF4F6F8, 195)
  };
  private static final Shade PUDDLE = new Shade(0x7F9DB9, 125);
  private static final Shade CRACK = new Shade(0x5B87A6, 100);
  private static final Shade CAR = Palette.SKY.withGrey(235);
  private static final Shade GLASS = new Shade(0x12161F, 0);
  private static final Shade OTHER = Palette.ORANGE.withGrey(255);
  private static final Shade PANEL_GROUND = Palette.NIGHT;
  private static final Shade GROOVE = Palette.SLATE.withGrey(45);
  private static final Shade SPEED = Palette.WHITE;
  private static final Shade MARK = Palette.GREEN.withGrey(150);
  private static final Shade ASKED = Palette.MIST.withGrey(170);
  private static final Shade GIVEN = Palette.VERMILION.withGrey(255);
  private static final Shade LAMP = Palette.YELLOW.withGrey(255);

  /** The pattern repeats along the road after this many metres. */
  private static final float PERIOD = 24;

  void draw(Canvas canvas, Drive drive) {
    float travelled = (float) drive.car().travelled();
    int road = drive.scenario().road.ordinal();
    canvas.clear(GRASS);
    roads(canvas, drive, road);
    pattern(canvas, drive.scenario().road, travelled);
    dashes(canvas, LINE[road], travelled);
    if (drive.other().present()) {
      other(canvas, drive.other(), (float) drive.gap());
    }
    car(canvas);
    instruments(canvas, drive);
  }

  /** The height of a point that many metres before the bumper. */
  private static float y(float metres) {
    if (metres < 0) {
      return BUMPER - metres * SCALE;
    }
    return BUMPER - REACH / SPAN * ((float) Math.sqrt(1 + metres / NEAR) - 1);
  }

  /** Units a metre across the road at this height. */
  private static float across(float y) {
    return y > BUMPER ? ACROSS : ACROSS * (1 - CLOSING * (BUMPER - y) / REACH);
  }

  private static void roads(Canvas canvas, Drive drive, int road) {
    float gap = (float) drive.gap();
    float half = (float) drive.other().along() / 2;
    float bottom = y(gap + half - 2.2f);
    float top = Math.min(y(gap + half + 2.2f), bottom - 4);
    canvas.rectangle(PANEL, top, RIGHT_PANEL - PANEL, bottom - top, ASPHALT[road]);

    float left = (float) OtherVehicle.ROAD_LEFT;
    float right = (float) OtherVehicle.LANE_RIGHT;
    strip(canvas, left, right, ASPHALT[road]);
    strip(canvas, left - 0.5f, left, LINE[road]);
    strip(canvas, right, right + 0.5f, LINE[road]);
    // The mouth of the crossing road has no edge lines.
    float k = across((top + bottom) / 2);
    canvas.rectangle(
        MIDDLE + (left - 1.2f) * k, top, (right - left + 2.4f) * k, bottom - top, ASPHALT[road]);
  }

  /** A strip along the road, from the bottom of the picture to its top. */
  private static void strip(Canvas canvas, float from, float to, Shade shade) {
    float k = across(0);
    canvas.quad(
        MIDDLE + from * k,
        0,
        MIDDLE + to * k,
        0,
        MIDDLE + to * ACROSS,
        BUMPER,
        MIDDLE + from * ACROSS,
        BUMPER,
        shade);
    float x = MIDDLE + from * ACROSS;
    canvas.rectangle(x, BUMPER, (to - from) * ACROSS, Canvas.SIZE - BUMPER, shade);
  }

  private static void dashes(Canvas canvas, Shade shade, float travelled) {
    float middle = -(float) OtherVehicle.LANE_RIGHT;
    float first = -(travelled % 12) - 12;
    for (float at = first; at < 120; at += 12) {
      patch(canvas, middle - 0.3f, middle + 0.3f, at, at + 5, shade);
    }
  }

  private static void pattern(Canvas canvas, Road road, float travelled) {
    if (road == Road.DRY) {
      return;
    }
    float first = -(travelled % PERIOD) - PERIOD;
    for (float at = first; at < 110; at += PERIOD) {
      if (road == Road.WET) {
        patch(canvas, -4.6f, -3.7f, at, at + 9, PUDDLE);
        patch(canvas, -1.0f, -0.2f, at + 8, at + 17, PUDDLE);
        patch(canvas, 0.5f, 1.3f, at + 17, at + 23, PUDDLE);
        patch(canvas, -3.2f, -2.4f, at + 12, at + 20, PUDDLE);
      } else {
        crack(canvas, -4.9f, -2.6f, at + 1, at + 6);
        crack(canvas, -0.9f, 1.4f, at + 9, at + 4);
        crack(canvas, -4.2f, -2.2f, at + 18, at + 13);
        crack(canvas, -1.2f, 0.9f, at + 15, at + 21);
      }
    }
  }

  /** A rectangle on the road: metres right of the lane's middle, metres before the bumper. */
  private static void patch(
      Canvas canvas, float left, float right, float near, float far, Shade shade) {
    float bottom = y(near);
    float top = y(far);
    float k = across((top + bottom) / 2);
    canvas.rectangle(MIDDLE + left * k, top, (right - left) * k, bottom - top, shade);
  }

  private static void crack(Canvas canvas, float left, float right, float near, float far) {
    float y1 = y(near);
    float y2 = y(far);
    canvas.segment(MIDDLE + left * across(y1), y1, MIDDLE + right * across(y2), y2, 1.2f, CRACK);
  }

  private static void other(Canvas canvas, OtherVehicle other, float gap) {
    float bottom = y(gap);
    float top = Math.min(y(gap + (float) other.along()), bottom - 3);
    float k = across(bottom);
    float width = (float) other.across() * k;
    float x = MIDDLE + (float) other.place() * k - width / 2;
    canvas.rectangle(x, top, width, bottom - top, OTHER);
    float tall = bottom - top;
    if (other.lengthwise()) {
      canvas.rectangle(x + width * 0.15f, top + tall * 0.3f, width * 0.7f, tall * 0.3f, GLASS);
    } else {
      canvas.rectangle(x + width * 0.3f, top + tall * 0.2f, width * 0.4f, tall * 0.6f, GLASS);
    }
  }

  private static void car(Canvas canvas) {
    float width = (float) Car.WIDTH * ACROSS;
    float length = (float) Car.LENGTH * SCALE;
    float x = MIDDLE - width / 2;
    canvas.rectangle(x, BUMPER, width, length, CAR);
    canvas.rectangle(x + 1, BUMPER + 2, width - 2, 2, GLASS);
  }

  private static void instruments(Canvas canvas, Drive drive) {
    Car car = drive.car();
    canvas.rectangle(0, 0, PANEL, Canvas.SIZE, PANEL_GROUND);
    canvas.rectangle(RIGHT_PANEL, 0, PANEL, Canvas.SIZE, PANEL_GROUND);

    float scale = 78f / StoppingDistance.FASTEST;
    bar(canvas, 2, 4, 78, 78, GROOVE);
    bar(canvas, 2, 4, 78, (float) car.speed() * scale, SPEED);
    float mark = BAR_BOTTOM - (float) drive.scenario().speed * scale;
    canvas.rectangle(6, mark, 4, 2, MARK);

    canvas.rectangle(RIGHT_PANEL + 1, 3, 8, 8, car.antiLockActive() ? LAMP : GROOVE);
    canvas.rectangle(RIGHT_PANEL + 3, 5, 4, 4, PANEL_GROUND);
    bar(canvas, RIGHT_PANEL + 1, 3, 66, 66, GROOVE);
    bar(canvas, RIGHT_PANEL + 1, 3, 66, 66 * (float) drive.pedals().line(), ASKED);
    bar(canvas, RIGHT_PANEL + 5, 4, 66, 66, GROOVE);
    bar(canvas, RIGHT_PANEL + 5, 4, 66, 66 * (float) car.front().pressure(), GIVEN);
  }

  private static void bar(
      Canvas canvas, float x, float width, float most, float tall, Shade shade) {
    canvas.rectangle(x, BAR_BOTTOM - Math.min(most, tall), width, Math.min(most, tall), shade);
  }
}
