package ludus.games.braking;

import ludus.core.draw.Canvas;
import ludus.core.game.Game;
import ludus.core.game.GameInfo;
import ludus.core.random.Rng;

/**
 * Braking: drive towards a place where a vehicle may pull out or stand in the lane, and decide how
 * to slow down.
 *
 * <p><b>Rules.</b> The car ({@link Car}) goes straight ahead at its cruising speed, 13 to 27 m/s,
 * or 8 to 13 m/s on ice. Before it, at a distance that the seed decides, another road crosses.
 * There may be nobody; a vehicle may wait at the side for ever, pull out and stay in the lane, or
 * cross, with or without a pause in the lane; one may stand in the lane from the beginning and
 * stay, or turn off after a while. The road is dry, wet or icy, which one sees but is not told
 * ({@link Road}). A crash can always be avoided by who pays attention ({@link Scenario}); who stops
 * for everything loses time. Inside, the physics takes steps of 1 ms, whatever the sampling rate:
 * tyre force over slip, load, the wheels' own speed, wheel lock, anti-lock brakes ({@link Axle}).
 *
 * <p><b>Actions.</b> The line pressure p, from 0 to 1 (full), is what the foot asks of the brakes;
 * anti-lock may give the wheels less ({@link Pedals}).
 *
 * <ul>
 *   <li>0 forward: keep going. The throttle holds the cruising speed or accelerates to it; p falls
 *       by 4 a second to 0, and the throttle opens when it is there.
 *   <li>1 coast: engine deceleration only. The throttle is closed; p falls by 4 a second to 0. This
 *       is what the car does when nobody touches a pedal.
 *   <li>2 brake: brakes with engine deceleration. p rises by 4 a second to 0.3, or stays where it
 *       is if that is more.
 *   <li>3 brake-hard: more braking force. p rises by 4 a second to 0.3, then by 1.2 a second to 1.
 * </ul>
 *
 * <p>In {@code braking/pedal} the action is a pedal in [−1, 1] with 101 places: a positive value
 * opens the throttle so far (1 is forward), 0 is coast, a negative one moves p by 4 a second
 * towards its magnitude.
 *
 * <p><b>Features.</b> Speed, rim speed of the front and of the rear wheels (m/s), acceleration
 * (m/s²), cruising speed (m/s), distance from the front bumper to the place of the conflict (m,
 * negative beyond it), line pressure, pressure at the front and at the rear brakes (0 to 1),
 * anti-lock lamp (0 or 1), the other vehicle's centre and velocity across the road (m and m/s to
 * the right of the own lane's middle; 15 m if there is none), whether it points along the lane (0
 * or 1). The grip is not among them.
 *
 * <p><b>Reward.</b> 10 for the whole way, given as it is driven; −1 a second; −0.002 m⁻²s⁵ times
 * the squared jerk summed over time ({@link Drive#discomfort}); −20 − v for a collision at v m/s.
 *
 * <p><b>End.</b> The episode terminates when the car has left the place of the conflict behind,
 * when it collides, or when it has stood for 1 s, at most 20 m before a vehicle that will not go
 * away. An env truncates it after 30 s.
 *
 * <p><b>Figures.</b> Collision (0 or 1); impact speed (m/s, if it collided); stopping margin: the
 * gap to the vehicle when the drive ended by standing before it (m, otherwise not a number); time
 * lost: how much later the car came to where it is than a driver who knows the grip, keeps going
 * until the latest safe braking point and brakes with all of it then ({@link LatestBraking}; s,
 * unless it collided; negative where looking ahead was faster). A car that stands at the end of its
 * drive came there when it came to stand; one whose drive has not ended, as at the time limit, is
 * only there now, so that standing about is lost time.
 *
 * <p><b>Variants.</b> {@code braking/10hz}, {@code braking/20hz} and {@code braking/50hz} differ in
 * the ticks per second (plain: 20). {@code braking/test} has other scenarios for the same seeds,
 * and none of the plain game's: the two take their random numbers from different starting states.
 */
public final class Braking implements Game {
  static final float PROGRESS = 10;
  static final float PER_SECOND = -1;
  static final float PER_DISCOMFORT = -0.002f;
  static final float COLLISION = -20;
  static final float PER_IMPACT_SPEED = -1;

  private static final long STREAM = 0xB4A4E;

  private final Variant variant;
  private final GameInfo info;
  private final int stepsPerTick;
  private final Rng rng = new Rng(0);
  private final Scenario scenario = new Scenario();
  private final Drive drive = new Drive(scenario);
  private final LatestBraking latest = new LatestBraking(scenario);
  private final Scene scene = new Scene();
  private boolean running;
  private float reward;

  Braking(Variant variant) {
    this.variant = variant;
    this.info = variant.info();
    this.stepsPerTick = (int) Math.round(1 / (Car.STEP * variant.ticksPerSecond()));
  }

  @Override
  public GameInfo info() {
    return info;
  }

  @Override
  public void reset(long seed) {
    // The lowest bit keeps the starting states of training and evaluation apart.
    rng.state(Rng.derive(seed, STREAM) << 1 | (variant.unseen() ? 1 : 0));
    scenario.draw(rng);
    begin();
  }

  /** Begins an episode in the scenario as it now is; {@link #reset} and tests use it. */
  void begin() {
    drive.begin();
    running = true;
    reward = 0;
  }

  @Override
  public void tick(int[] actions) {
    if (!running || terminated()) {
      throw new IllegalStateException("the episode has ended or not begun: reset the game first");
    }
    int action = info.checkAction(actions[0]);
    double travelled = drive.car().travelled();
    double time = drive.time();
    double discomfort = drive.discomfort();
    for (int i = 0; i < stepsPerTick && !terminated(); i++) {
      if (variant.pedal()) {
        drive.pedals().pedal(Variant.PEDAL.value(action, Variant.LEVELS));
      } else {
        drive.pedals().act(action);
      }
      drive.step();
    }
    double earned = PROGRESS * (drive.car().travelled() - travelled) / drive.course();
    earned += PER_SECOND * (drive.time() - time);
    earned += PER_DISCOMFORT * (drive.discomfort() - discomfort);
    if (drive.end() == Drive.End.COLLIDED) {
      earned += COLLISION + PER_IMPACT_SPEED * drive.car().speed();
    }
    reward = (float) earned;
  }

  @Override
  public float reward(int player) {
    return reward;
  }

  @Override
  public boolean terminated() {
    return drive.end() != Drive.End.UNDER_WAY;
  }

  @Override
  public void features(int player, float[] out) {
    Car car = drive.car();
    OtherVehicle other = drive.other();
    out[0] = (float) car.speed();
    out[1] = (float) car.front().rimSpeed();
    out[2] = (float) car.rear().rimSpeed();
    out[3] = (float) car.acceleration();
    out[4] = (float) scenario.speed;
    out[5] = (float) drive.gap();
    out[6] = (float) drive.pedals().line();
    out[7] = (float) car.front().pressure();
    out[8] = (float) car.rear().pressure();
    out[9] = car.antiLockActive() ? 1 : 0;
    out[10] = (float) other.place();
    out[11] = (float) other.velocity();
    out[12] = other.lengthwise() ? 1 : 0;
  }

  @Override
  public void figures(float[] out) {
    boolean collided = drive.end() == Drive.End.COLLIDED;
    boolean stood = drive.end() == Drive.End.STOOD;
    out[0] = collided ? 1 : 0;
    out[1] = collided ? (float) drive.car().speed() : Float.NaN;
    out[2] = stood ? (float) drive.gap() : Float.NaN;
    out[3] = collided ? Float.NaN : (float) timeLost();
  }

  private double timeLost() {
    double there = drive.end() == Drive.End.STOOD ? drive.arrival() : drive.time();
    return there - latest.arrival(drive.car().travelled());
  }

  @Override
  public void draw(Canvas canvas, int player) {
    scene.draw(canvas, drive);
  }

  @Override
  public void close() {
    running = false;
  }

  Scenario scenario() {
    return scenario;
  }

  Drive drive() {
    return drive;
  }
}
