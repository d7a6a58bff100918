package ludus.games.maze;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;
import ludus.core.random.Rng;
import org.junit.jupiter.api.Test;

/** The rules one by one, in rooms where every tick can be counted by hand. */
class MazeRulesTest {
  private static final int UP = Heading.UP;
  private static final int DOWN = Heading.DOWN;
  private static final int LEFT = Heading.LEFT;
  private static final int RIGHT = Heading.RIGHT;
  private static final int NONE = Heading.NONE;

  /** Ticks from room to room. */
  private static final int STEP = 8;

  private final MazeLevel level = ring();
  private final MazeWorld world = new MazeWorld();

  /**
   * A ring along the border with the start in the upper left corner, and a den of one room in the
   * middle of nowhere, far from it.
   */
  private static MazeLevel ring() {
    MazeLevel level = new MazeLevel();
    level.begin("ring");
    for (int i = 0; i < 9; i++) {
      level.open(i, RIGHT);
      level.open(90 + i, RIGHT);
      level.open(10 * i, DOWN);
      level.open(10 * i + 9, DOWN);
      level.put(i + 1, MazeLevel.PIP);
      level.put(90 + i, MazeLevel.PIP);
    }
    level.den(85);
    level.door(85, DOWN);
    level.start(0);
    level.fruit(20);
    level.finish();
    return level;
  }

  private void begin() {
    world.begin(level, 1);
  }

  private int run(int wish, int ticks) {
    int reward = 0;
    for (int i = 0; i < ticks; i++) {
      world.tick(wish, NONE);
      reward += world.reward();
    }
    return reward;
  }

  /** Puts a ghost into the den for long. */
  private void sleep(int i) {
    world.ghost(i).begin(level);
    world.ghost(i).wait = 10_000;
  }

  private void sleepAll() {
    for (int i = 0; i < 4; i++) {
      sleep(i);
    }
  }

  /** Puts a ghost into the maze. */
  private Ghost place(int i, int room, int heading) {
    Ghost ghost = world.ghost(i);
    ghost.stand(room);
    ghost.heading = heading;
    ghost.state = Ghost.State.OUT;
    return ghost;
  }

  @Test
  void thePlayerStandsUntilItsFirstWish() {
    begin();
    run(NONE, 30);
    assertEquals(0, world.player().x());
    assertEquals(0, world.player().y());
    assertEquals(0, run(RIGHT, STEP - 1));
    assertEquals(112, world.player().x());
    assertEquals(10, run(NONE, 1), "a pip at the middle of the next room");
    assertEquals(128, world.player().x());
  }

  @Test
  void aWishIsKeptUntilItCanBeTaken() {
    begin();
    run(RIGHT, 3);
    run(DOWN, 1);
    assertEquals(RIGHT, world.player().heading);
    run(NONE, 9 * STEP - 4);
    assertEquals(9, world.player().room);
    run(NONE, 1);
    assertEquals(DOWN, world.player().heading);
    assertEquals(16, world.player().y());
  }

  @Test
  void thePlayerTurnsBackAtOnceAndStopsAtAWall() {
    begin();
    run(RIGHT, 3);
    run(LEFT, 1);
    assertEquals(32, world.player().x());
    run(NONE, 2);
    assertEquals(0, world.player().x());
    run(NONE, 10);
    assertEquals(0, world.player().x());
    assertEquals(NONE, world.player().heading);
  }

  @Test
  void ghostsComeOutOneByOne() {
    begin();
    int[] out = new int[4];
    for (int tick = 1; tick <= 600; tick++) {
      world.tick(NONE, NONE);
      for (int i = 0; i < 4; i++) {
        if (out[i] == 0 && world.ghost(i).state == Ghost.State.OUT) {
          out[i] = tick;
          sleep(i); // it has been seen, and the player is to live
        }
      }
    }
    // Sixteen ticks through the door, after 0, 2, 5 and 8 seconds.
    assertEquals(16, out[0]);
    assertEquals(120 + 16, out[1]);
    assertEquals(300 + 16, out[2]);
    assertEquals(480 + 16, out[3]);
  }

  @Test
  void aGhostWalksAtThreeQuartersOfThePlayersSpeed() {
    begin();
    place(0, 99, LEFT);
    run(NONE, 32);
    assertEquals(96, world.ghost(0).room);
    assertEquals(0, world.ghost(0).progress);
  }

  @Test
  void aGhostThatIsNearTakesALifeAndEverybodyStartsAnew() {
    begin();
    run(RIGHT, 2 * STEP);
    Ghost ghost = place(0, 6, LEFT);
    // 4 rooms apart, 28 steps nearer each tick, contact at 64: (512 − 64) / 28 = 16 ticks.
    int reward = run(NONE, 15);
    assertEquals(10, reward);
    assertEquals(3, world.lives());
    assertEquals(-1000 + 10, run(NONE, 1));
    assertEquals(2, world.lives());
    assertTrue(ghost.distance(world.player()) <= 64);
    int left = world.pipsLeft();
    assertEquals(0, run(RIGHT, 48));
    assertEquals(0, world.pause());
    assertEquals(0, world.player().x());
    assertEquals(left, world.pipsLeft(), "what was eaten stays eaten");
    assertEquals(Ghost.State.WAITING, world.ghost(0).state);
    assertEquals(NONE, world.player().wish);
  }

  @Test
  void theThirdLifeIsTheLast() {
    begin();
    for (int life = 0; life < 3; life++) {
      assertFalse(world.over());
      place(0, 0, RIGHT);
      assertEquals(-1000, run(NONE, 1));
      if (life < 2) {
        run(NONE, MazeWorld.PAUSE);
      }
    }
    assertTrue(world.over());
  }

  @Test
  void aPowerPipFrightensForSixSecondsAndGhostsDoubleInWorth() {
    MazeLevel power = ring();
    power.put(1, MazeLevel.POWER);
    power.finish();
    world.begin(power, 1);
    for (int i = 0; i < 4; i++) {
      place(i, 5, LEFT);
    }
    assertEquals(10, run(RIGHT, STEP));
    for (int i = 0; i < 4; i++) {
      assertTrue(world.ghost(i).isPrey());
      assertEquals(RIGHT, world.ghost(i).heading, "it turned back");
      world.ghost(i).stand(3 + i);
      world.ghost(i).heading = RIGHT;
    }
    // Pips at 2 to 9, and the ghosts at half the player's speed: all are caught on the way.
    int reward = 0;
    for (int tick = 0; tick < 8 * STEP; tick++) {
      reward += run(RIGHT, 1);
    }
    reward += run(DOWN, 10 * STEP);
    assertEquals(8 * 10 + 100 + 200 + 400 + 800, reward);
    assertEquals(4, world.ghostsEaten());
    assertEquals(3, world.lives());
    assertEquals(360 - 18 * STEP, world.clock().fright());
  }

  @Test
  void theRowOfGhostsBeginsAnewWithEachPowerPip() {
    MazeLevel power = ring();
    power.put(1, MazeLevel.POWER);
    power.put(2, MazeLevel.POWER);
    power.finish();
    world.begin(power, 1);
    run(RIGHT, STEP - 1);
    place(0, 4, LEFT);
    place(1, 4, LEFT);
    run(RIGHT, 1);
    world.ghost(0).stand(1);
    world.ghost(0).heading = RIGHT;
    assertEquals(100, run(RIGHT, 1));
    assertEquals(200, world.ghostReward());
    assertEquals(10, run(RIGHT, STEP - 1));
    assertEquals(100, world.ghostReward());
  }

  @Test
  void anEatenGhostRunsHomeAndComesBackUnafraid() {
    MazeLevel power = ring();
    power.put(1, MazeLevel.POWER);
    power.finish();
    world.begin(power, 1);
    Ghost ghost = place(0, 93, RIGHT);
    run(RIGHT, STEP);
    assertTrue(ghost.frightened);
    ghost.eaten();
    ghost.stand(93);
    ghost.heading = RIGHT;
    assertFalse(ghost.hunts());
    // Two rooms to the door and one through it, 32 steps a tick.
    run(NONE, 12);
    assertEquals(Ghost.State.LEAVING, ghost.state);
    run(NONE, 16);
    assertEquals(Ghost.State.OUT, ghost.state);
    assertFalse(ghost.frightened);
    assertTrue(world.clock().fright() > 0);
  }

  @Test
  void frightEndsAfterSixSecondsAndGhostsInTheDenKnowNone() {
    MazeLevel power = ring();
    power.put(1, MazeLevel.POWER);
    power.finish();
    world.begin(power, 1);
    sleepAll();
    Ghost ghost = place(0, 95, RIGHT);
    run(RIGHT, STEP);
    assertTrue(ghost.frightened);
    assertFalse(world.ghost(3).frightened);
    assertEquals(GhostClock.FRIGHT, world.clock().fright());
    ghost.stand(95);
    ghost.heading = RIGHT;
    run(LEFT, 1);
    for (int tick = 1; tick < 360; tick++) {
      assertTrue(ghost.frightened, "at tick " + tick);
      ghost.stand(95);
      ghost.heading = RIGHT;
      run(NONE, 1);
    }
    assertFalse(ghost.frightened);
  }

  @Test
  void ghostsScatterAndHuntInTurnAndTurnBackEachTime() {
    begin();
    GhostClock clock = world.clock();
    int[] lengths = {420, 1200, 420, 1200, 300, 1200, 300};
    clock.begin();
    for (int turn = 0; turn < lengths.length; turn++) {
      for (int tick = 1; tick < lengths[turn]; tick++) {
        assertEquals(turn % 2 == 1, clock.hunting());
        assertEquals(GhostClock.Event.NOTHING, clock.tick());
      }
      assertEquals(GhostClock.Event.TURNED, clock.tick());
    }
    for (int tick = 0; tick < 10_000; tick++) {
      assertEquals(GhostClock.Event.NOTHING, clock.tick());
      assertTrue(clock.hunting());
    }
    begin();
    sleepAll();
    run(NONE, 419);
    Ghost ghost = place(0, 98, LEFT);
    ghost.progress = 60;
    run(NONE, 1);
    assertEquals(RIGHT, ghost.heading);
    assertEquals(97, ghost.room);
    assertEquals(128 - 60 + 12, ghost.progress);
  }

  @Test
  void theClockStandsStillDuringFright() {
    GhostClock clock = new GhostClock();
    clock.begin();
    clock.frighten();
    for (int tick = 1; tick < 360; tick++) {
      assertEquals(GhostClock.Event.NOTHING, clock.tick());
    }
    assertEquals(GhostClock.Event.CALMED, clock.tick());
    assertEquals(420, clock.left());
  }

  @Test
  void fruitAppearsTwiceForNineSeconds() {
    MazeLevel fruity = ring();
    fruity.fruit(1);
    fruity.put(1, MazeLevel.NOTHING);
    fruity.finish();
    assertEquals(17, fruity.pips());
    world.begin(fruity, 1);
    // Of 17 pips the sixth makes a third; it lies in room 7.
    run(RIGHT, 6 * STEP);
    assertEquals(0, world.fruitLeft());
    run(RIGHT, STEP);
    assertEquals(540, world.fruitLeft());
    assertEquals(100, world.fruitReward());
    assertEquals(100, run(LEFT, 6 * STEP));
    assertEquals(0, world.fruitLeft());
  }

  @Test
  void fruitThatNobodyEatsGoes() {
    begin();
    run(RIGHT, 6 * STEP);
    assertEquals(540, world.fruitLeft());
    world.player().stand(6);
    sleepAll();
    run(NONE, 539);
    assertEquals(1, world.fruitLeft());
    run(NONE, 1);
    assertEquals(0, world.fruitLeft());
  }

  @Test
  void theLastPipEndsTheEpisode() {
    MazeLevel one = new MazeLevel();
    one.begin("one");
    for (int i = 0; i < 9; i++) {
      one.open(i, RIGHT);
    }
    one.put(2, MazeLevel.PIP);
    one.den(19);
    one.door(19, UP);
    one.start(0);
    one.finish();
    world.begin(one, 1);
    assertEquals(0, run(RIGHT, 2 * STEP - 1));
    assertFalse(world.over());
    assertEquals(10, run(RIGHT, 1));
    assertTrue(world.over());
  }

  /** A full grid of rooms, so that every ghost can always choose. */
  private static MazeLevel open() {
    MazeLevel level = new MazeLevel();
    level.begin("open");
    for (int room = 0; room < 100; room++) {
      if (room != 44) {
        level.put(room, MazeLevel.PIP);
        for (int h = DOWN; h <= RIGHT; h += 2) {
          if (Heading.inside(room, h) && Heading.step(room, h) != 44) {
            level.open(room, h);
          }
        }
      }
    }
    level.den(44);
    level.door(44, UP);
    level.start(0);
    level.put(0, MazeLevel.NOTHING);
    level.finish();
    return level;
  }

  /** Where a ghost turns that comes to a room with this heading, the player being elsewhere. */
  private int turn(
      Ghost.Mind mind, int room, int heading, int player, int facing, boolean hunting) {
    Player p = new Player();
    p.stand(player);
    p.heading = facing;
    Ghost ghost = new Ghost(mind);
    ghost.state = Ghost.State.OUT;
    ghost.stand(Heading.step(room, Heading.opposite(heading)));
    ghost.heading = heading;
    ghost.progress = Walker.PITCH - 1;
    ghost.tick(open(), p, hunting, NONE, new Rng(1));
    assertEquals(room, ghost.room);
    return ghost.heading;
  }

  @Test
  void theChaserGoesForThePlayer() {
    assertEquals(DOWN, turn(Ghost.Mind.CHASER, 27, LEFT, 87, NONE, true));
    assertEquals(LEFT, turn(Ghost.Mind.CHASER, 27, LEFT, 20, NONE, true));
    assertEquals(UP, turn(Ghost.Mind.CHASER, 27, LEFT, 7, NONE, true));
    // Never back: the player behind it makes it turn aside, up before down.
    assertEquals(UP, turn(Ghost.Mind.CHASER, 27, LEFT, 29, NONE, true));
  }

  @Test
  void theAmbusherGoesAheadOfThePlayer() {
    // The player in column 3 of the same row walks right: three rooms ahead is column 6.
    assertEquals(LEFT, turn(Ghost.Mind.AMBUSHER, 88, LEFT, 83, RIGHT, true));
    assertEquals(RIGHT, turn(Ghost.Mind.AMBUSHER, 85, RIGHT, 83, RIGHT, true));
    assertEquals(LEFT, turn(Ghost.Mind.AMBUSHER, 85, UP, 83, NONE, true));
  }

  @Test
  void theShyOneLosesHeartWhenNear() {
    assertEquals(UP, turn(Ghost.Mind.SHY, 55, UP, 5, NONE, true), "five rooms away it comes");
    assertEquals(LEFT, turn(Ghost.Mind.SHY, 55, UP, 15, NONE, true), "four away it goes home");
  }

  @Test
  void theWandererTurnsAtRandom() {
    Set<Integer> turns = new HashSet<>();
    for (int seed = 0; seed < 50; seed++) {
      Player p = new Player();
      p.stand(0);
      Ghost ghost = new Ghost(Ghost.Mind.WANDERER);
      ghost.state = Ghost.State.OUT;
      ghost.stand(66);
      ghost.heading = LEFT;
      ghost.progress = Walker.PITCH - 1;
      ghost.tick(open(), p, true, NONE, new Rng(seed));
      turns.add(ghost.heading);
    }
    assertEquals(Set.of(UP, DOWN, LEFT), turns);
  }

  @Test
  void scatteringEachGoesToItsCorner() {
    assertEquals(UP, turn(Ghost.Mind.CHASER, 29, UP, 90, NONE, false));
    assertEquals(LEFT, turn(Ghost.Mind.AMBUSHER, 2, UP, 99, NONE, false));
    assertEquals(DOWN, turn(Ghost.Mind.SHY, 70, LEFT, 9, NONE, false));
    assertEquals(RIGHT, turn(Ghost.Mind.WANDERER, 96, DOWN, 0, NONE, false));
  }

  @Test
  void theChiefSendsTheChaserAlsoBack() {
    MazeLevel grid = open();
    for (int order = 0; order < 4; order++) {
      world.begin(grid, 1);
      Ghost chaser = place(0, 67, LEFT);
      chaser.progress = Walker.PITCH - 1;
      world.tick(NONE, order);
      assertEquals(order, chaser.heading);
    }
    world.begin(grid, 1);
    Ghost ambusher = place(1, 67, LEFT);
    ambusher.progress = Walker.PITCH - 1;
    world.tick(NONE, RIGHT);
    assertNotEquals(RIGHT, ambusher.heading);
  }

  @Test
  void aCopyGoesOnAsTheOriginalDoes() {
    begin();
    run(RIGHT, 100);
    MazeWorld copy = new MazeWorld();
    copy.copy(world, 1);
    for (int tick = 0; tick < 300 && !world.over(); tick++) {
      world.tick(LEFT, NONE);
      copy.tick(LEFT, NONE);
      assertEquals(world.reward(), copy.reward());
      assertEquals(world.player().x(), copy.player().x());
      assertEquals(world.ghost(0).y(), copy.ghost(0).y());
      assertEquals(world.pipsLeft(), copy.pipsLeft());
    }
  }
}
