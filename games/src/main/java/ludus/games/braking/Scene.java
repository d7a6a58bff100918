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
 * <p>A dry road is grey and plain; a wet one dark, with paler streaks along it; an icy one pale,
 * with dark cracks across. On the left is the speed, with a mark at the cruising speed. On the
 * right is the anti-lock lamp, and below it two bars: the line pressure, and beside it the pressure
 * at the front brakes, which anti-lock makes pulsate.
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
  private static final float BAR_BOTTOM = 82;
  private static final float SPEED_BAR = 78;
  private static final float PRESSURE_BAR = 66;

  private static final Shade GRASS = new Shade(0x23402F, 22);
  private static final Shade[] ASPHALT = {
    new Shade(0x6B7078, 95), new Shade(0x3C4654, 55), new Shade(0xA9C7D8, 150)
  };
  private static final Shade[] LINE = {
    new Shade(0xD9DCE0, 150), new Shade(0xAEB6C0, 110), new Shade(0xF4F6F8, 195)
  };
  private static final Shade PUDDLE = new Shade(0x6C86A0, 92);
  private static final Shade CRACK = new Shade(0x5B87A6, 100);
  private static final Shade CAR = Palette.SKY.withGrey(215);
  private static final Shade GLASS = Palette.NIGHT;
  private static final Shade OTHER = Palette.ORANGE.withGrey(255);
  private static final Shade PANEL_GROUND = Palette.SLATE.withGrey(45);
  private static final Shade DARK = Palette.NIGHT;
  private static final Shade SPEED = Palette.WHITE;
  private static final Shade MARK = Palette.GREEN.withGrey(150);
  private static final Shade ASKED = Palette.MIST.withGrey(170);
  private static final Shade GIVEN = Palette.VERMILION.withGrey(255);
  private static final Shade LAMP = Palette.YELLOW.withGrey(255);

  private static final float DASH = 12;

  /** The pattern repeats along the road after this many metres. */
  private static final float PERIOD = 28;

  void draw(Canvas canvas, Drive drive) {
    float travelled = (float) drive.car().travelled();
    int road = drive.scenario().road.ordinal();
    canvas.clear(PANEL_GROUND);
    canvas.rectangle(PANEL, 0, RIGHT_PANEL - PANEL, Canvas.SIZE, GRASS);
    roads(canvas, drive, road);
    pattern(canvas, drive.scenario().road, travelled);
    lines(canvas, LINE[road], travelled, (float) drive.gap());
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
    street(canvas, ASPHALT[road]);
  }

  private static void street(Canvas canvas, Shade shade) {
    float from = (float) OtherVehicle.ROAD_LEFT;
    float to = (float) OtherVehicle.LANE_RIGHT;
    float k = across(0);
    float x = MIDDLE + from * ACROSS;
    float end = MIDDLE + to * ACROSS;
    canvas.quad(MIDDLE + from * k, 0, MIDDLE + to * k, 0, end, BUMPER, x, BUMPER, shade);
    canvas.rectangle(x, BUMPER, end - x, Canvas.SIZE - BUMPER, shade);
  }

  /** The dashes between the lanes, and posts beside the road. */
  private static void lines(Canvas canvas, Shade shade, float travelled, float gap) {
    float middle = -(float) OtherVehicle.LANE_RIGHT;
    float left = (float) OtherVehicle.ROAD_LEFT - 0.4f;
    float right = (float) OtherVehicle.LANE_RIGHT + 0.4f;
    float first = -(travelled % DASH) - DASH;
    for (float at = first; at < 90; at += DASH) {
      patch(canvas, middle - 0.3f, middle + 0.3f, at, at + 5, shade);
      if (at + 8 < gap - 2 || at + 6 > gap + 5) { // not on the crossing road
        patch(canvas, left - 0.6f, left, at + 6, at + 8, shade);
        patch(canvas, right, right + 0.6f, at + 6, at + 8, shade);
      }
    }
  }

  private static void pattern(Canvas canvas, Road road, float travelled) {
    if (road == Road.DRY) {
      return;
    }
    float first = -(travelled % PERIOD) - PERIOD;
    for (float at = first; at < 70; at += PERIOD) {
      if (road == Road.WET) {
        patch(canvas, -4.6f, -3.8f, at, at + 12, PUDDLE);
        patch(canvas, -1.1f, -0.4f, at + 8, at + 20, PUDDLE);
        patch(canvas, 0.6f, 1.3f, at + 16, at + 30, PUDDLE);
      } else {
        patch(canvas, -4.9f, -2.7f, at + 3, at + 4.2f, CRACK);
        patch(canvas, -1.2f, 0.9f, at + 8, at + 9.2f, CRACK);
        patch(canvas, -4.2f, -2.3f, at + 13, at + 14.2f, CRACK);
        patch(canvas, -0.5f, 1.5f, at + 18, at + 19.2f, CRACK);
        patch(canvas, -1.4f, 0.2f, at + 25, at + 26.2f, CRACK);
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

  private static void other(Canvas canvas, OtherVehicle other, float gap) {
    float bottom = y(gap);
    float top = Math.min(y(gap + (float) other.along()), bottom - 4);
    float k = across(bottom);
    float width = (float) other.across() * k;
    float x = MIDDLE + (float) other.place() * k - width / 2;
    float tall = bottom - top;
    beside(canvas, x, top, width, tall, OTHER);
    if (!other.lengthwise()) {
      beside(canvas, x + width / 2 - 2, top + 1, 4, tall - 2, GLASS);
    } else if (tall > 6) { // farther away, glass would leave little to see
      beside(canvas, x + 1, bottom - 3, width - 2, 1.5f, GLASS);
    }
  }

  /** A rectangle between the panels: what reaches beyond is cut off. */
  private static void beside(
      Canvas canvas, float x, float y, float width, float height, Shade shade) {
    float left = Math.max(PANEL, x);
    canvas.rectangle(left, y, Math.min(RIGHT_PANEL, x + width) - left, height, shade);
  }

  private static void car(Canvas canvas) {
    float width = (float) Car.WIDTH * ACROSS;
    float length = (float) Car.LENGTH * SCALE;
    float x = MIDDLE - width / 2;
    canvas.rectangle(x - 1, BUMPER, width + 2, length + 1, GLASS); // a rim, for pale roads
    canvas.rectangle(x, BUMPER, width, length, CAR);
    canvas.rectangle(x + 1, BUMPER + 2, width - 2, 2, GLASS);
  }

  private static void instruments(Canvas canvas, Drive drive) {
    Car car = drive.car();
    float scale = SPEED_BAR / StoppingDistance.FASTEST;
    bar(canvas, 2, 5, (float) car.speed() * scale, SPEED);
    float mark = BAR_BOTTOM - (float) drive.scenario().speed * scale;
    canvas.rectangle(7, mark, 3, 2, MARK);

    canvas.rectangle(RIGHT_PANEL + 1, 2, 8, 8, car.antiLockActive() ? LAMP : DARK);
    canvas.rectangle(RIGHT_PANEL + 3, 4, 4, 4, PANEL_GROUND);
    canvas.rectangle(RIGHT_PANEL + 1, BAR_BOTTOM - PRESSURE_BAR - 2, 8, 2, DARK);
    bar(canvas, RIGHT_PANEL + 1, 4, PRESSURE_BAR * (float) drive.pedals().line(), ASKED);
    bar(canvas, RIGHT_PANEL + 5, 4, PRESSURE_BAR * (float) car.front().pressure(), GIVEN);
  }

  private static void bar(Canvas canvas, float x, float width, float tall, Shade shade) {
    canvas.rectangle(x, BAR_BOTTOM - tall, width, tall, shade);
  }
}
