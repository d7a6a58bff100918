package ludus.games.robot;

import ludus.core.random.Rng;

/**
 * Makes levels: a map from one stream of random numbers, and a pose to start from. Maps are made of
 * straight walls and single blocks. One on which too few poses are far from the target (it is
 * walled in, say) is thrown away and another is made with one wall less, so that every level can be
 * solved.
 *
 * <p>Each map falls to one half, training or test, by a hash of its obstacles and its target: no
 * map of the one can ever turn up in the other.
 */
final class RobotLevels {
  /** Streams of an episode's seed. */
  private static final int MAP = 1;

  private static final int START = 2;

  /** The seed that numbered levels are derived from. */
  private static final long NUMBERED = 0x10B07;

  /** Which maps a variant is played on. */
  enum Maps {
    /** No obstacles, and the target in the upper right corner. */
    OPEN,
    TRAINING,
    TEST,
    /** Both halves. */
    ANY
  }

  private final RobotVariant variant;
  private final RobotMap map;
  private final Rng rng = new Rng(0);

  /**
   * @param map which every level is written into
   */
  RobotLevels(RobotVariant variant, RobotMap map) {
    this.variant = variant;
    this.map = map;
  }

  /** Makes the level of an episode and returns the pose that it starts from. */
  int make(long seed) {
    rng.state(Rng.derive(seed, MAP));
    if (variant.maps() == Maps.OPEN) {
      map.target(map.size() - 1);
      map.measure();
    } else {
      if (variant.levels() > 0) {
        rng.state(Rng.derive(NUMBERED, rng.nextInt(variant.levels())));
      }
      draw();
    }
    rng.state(Rng.derive(seed, START));
    int least = leastDistance();
    int pose = rng.nextInt(RobotMap.poses(map.size()));
    while (map.distance(pose) < least) {
      pose = rng.nextInt(RobotMap.poses(map.size()));
    }
    return pose;
  }

  /**
   * The fewest moves that a start is away from the target. Training begins anywhere, because who
   * never begins near the target hardly ever finds it by chance.
   */
  private int leastDistance() {
    return variant.maps() == Maps.OPEN || variant.maps() == Maps.TRAINING ? 1 : farDistance();
  }

  /** What a map must have enough of: poses so many moves away, or more. */
  private int farDistance() {
    return map.size() - 2;
  }

  private void draw() {
    int size = map.size();
    int walls = size * size / 8 + rng.nextInt(size * size / 8);
    do {
      build(walls);
      while (farPoses() < map.cells()) {
        walls = Math.max(0, walls - 1);
        build(walls);
      }
    } while (variant.maps() != Maps.ANY && variant.maps() != half(map));
  }

  private void build(int walls) {
    map.clear();
    for (int i = 0; i < walls; i++) {
      wall();
    }
    map.target(freeCell());
    map.measure();
  }

  /** One straight wall of one to three cells, a single block every third time. */
  private void wall() {
    int row = rng.nextInt(map.size());
    int column = rng.nextInt(map.size());
    int length = 1 + rng.nextInt(3);
    int down = rng.nextInt(2);
    for (int i = 0; i < length; i++) {
      map.block(row + i * down, column + i * (1 - down));
    }
  }

  private int freeCell() {
    int cell = rng.nextInt(map.cells());
    while (map.obstacle(cell)) {
      cell = rng.nextInt(map.cells());
    }
    return cell;
  }

  private int farPoses() {
    int least = farDistance();
    int count = 0;
    for (int pose = 0; pose < RobotMap.poses(map.size()); pose++) {
      count += map.distance(pose) >= least ? 1 : 0;
    }
    return count;
  }

  /** The half that a map falls to: training or test. */
  static Maps half(RobotMap map) {
    long hash = map.target();
    for (int cell = 0; cell < map.cells(); cell++) {
      hash = hash * 31 + (map.obstacle(cell) ? 1 : 0);
    }
    return Rng.derive(hash, map.size()) < 0 ? Maps.TEST : Maps.TRAINING;
  }
}
