package ludus.games.maze;

import ludus.core.random.Rng;

/**
 * The state of an episode and the rules that carry it on, tick by tick. {@link Maze} plays one; the
 * expert plays copies to see what would happen. It neither draws nor knows seeds.
 */
final class MazeWorld {
  static final int LIVES = 3;
  static final int PIP_REWARD = 10;
  static final int GHOST_REWARD = 100;
  static final int LIFE_REWARD = -1000;
  private static final int[] FRUIT_REWARD = {100, 300};

  /** How near a ghost must come, in steps. */
  static final int CONTACT = Walker.PITCH / 2;

  /** Ticks from a life's loss to the next life. */
  static final int PAUSE = 48;

  static final int FRUIT_TICKS = 9 * Maze.TICKS_PER_SECOND;

  private final Player player = new Player();
  private final Ghost[] ghosts = new Ghost[Ghost.Mind.values().length];
  private final GhostClock clock = new GhostClock();
  private final Rng rng = new Rng(0);
  private final byte[] contents = new byte[MazeLevel.ROOMS];
  private MazeLevel level;
  private int pipsLeft;
  private int lives;
  private int pause;
  private int fruits;
  private int fruitLeft;
  private int ghostsInRow;
  private int ghostsEaten;
  private int reward;

  MazeWorld() {
    for (Ghost.Mind mind : Ghost.Mind.values()) {
      ghosts[mind.ordinal()] = new Ghost(mind);
    }
  }

  /**
   * Begins an episode.
   *
   * @param dice seed of all that ghosts do at random
   */
  void begin(MazeLevel level, long dice) {
    this.level = level;
    rng.state(dice);
    for (int room = 0; room < MazeLevel.ROOMS; room++) {
      contents[room] = level.content(room);
    }
    pipsLeft = level.pips();
    lives = LIVES;
    fruits = 0;
    fruitLeft = 0;
    ghostsEaten = 0;
    reward = 0;
    beginLife();
  }

  private void beginLife() {
    player.stand(level.start());
    for (Ghost ghost : ghosts) {
      ghost.begin(level);
    }
    clock.begin();
    ghostsInRow = 0;
    pause = 0;
  }

  /** Becomes the same as another world, but for the dice, which get this seed. */
  void copy(MazeWorld other, long dice) {
    level = other.level;
    rng.state(dice);
    player.copy(other.player);
    for (int i = 0; i < ghosts.length; i++) {
      ghosts[i].copy(other.ghosts[i]);
    }
    clock.copy(other.clock);
    System.arraycopy(other.contents, 0, contents, 0, contents.length);
    pipsLeft = other.pipsLeft;
    lives = other.lives;
    pause = other.pause;
    fruits = other.fruits;
    fruitLeft = other.fruitLeft;
    ghostsInRow = other.ghostsInRow;
    ghostsEaten = other.ghostsEaten;
    reward = other.reward;
  }

  /**
   * Lets a tick pass.
   *
   * @param wish a heading for the player, or none to leave its wish as it is
   * @param order a heading for the chaser, or none
   */
  void tick(int wish, int order) {
    reward = 0;
    if (pause > 0) {
      if (--pause == 0) {
        beginLife();
      }
      return;
    }
    passTime();
    if (wish != Heading.NONE) {
      player.wish = wish;
    }
    if (player.tick(level)) {
      eat();
    }
    if (pipsLeft > 0) {
      meetGhosts();
      for (int i = 0; i < ghosts.length && pause == 0; i++) {
        ghosts[i].tick(level, player, clock.hunting(), i == 0 ? order : Heading.NONE, rng);
      }
      meetGhosts();
    }
  }

  private void passTime() {
    if (fruitLeft > 0) {
      fruitLeft--;
    }
    switch (clock.tick()) {
      case CALMED -> {
        for (Ghost ghost : ghosts) {
          ghost.calm();
        }
      }
      case TURNED -> {
        for (Ghost ghost : ghosts) {
          ghost.reverse();
        }
      }
      case NOTHING -> {}
    }
  }

  /** Eats what lies in the player's room. */
  private void eat() {
    int room = player.room;
    if (fruitLeft > 0 && room == level.fruit()) {
      reward += fruitReward();
      fruitLeft = 0;
    }
    byte content = contents[room];
    if (content == MazeLevel.NOTHING) {
      return;
    }
    contents[room] = MazeLevel.NOTHING;
    pipsLeft--;
    reward += PIP_REWARD;
    if (content == MazeLevel.POWER) {
      clock.frighten();
      ghostsInRow = 0;
      for (Ghost ghost : ghosts) {
        ghost.frighten();
      }
    }
    int shares = FRUIT_REWARD.length + 1;
    int eaten = level.pips() - pipsLeft;
    if (fruits < FRUIT_REWARD.length && shares * eaten >= level.pips() * (fruits + 1)) {
      fruits++;
      fruitLeft = FRUIT_TICKS;
    }
  }

  private void meetGhosts() {
    for (int i = 0; i < ghosts.length && pause == 0; i++) {
      Ghost ghost = ghosts[i];
      if (ghost.state != Ghost.State.OUT || ghost.distance(player) > CONTACT) {
        continue;
      }
      if (ghost.isPrey()) {
        reward += ghostReward();
        ghostsInRow++;
        ghostsEaten++;
        ghost.eaten();
      } else {
        reward += LIFE_REWARD;
        lives--;
        pause = PAUSE;
      }
    }
  }

  /** What the last tick earned the player. */
  int reward() {
    return reward;
  }

  /** Whether the level is cleared or the last life lost. */
  boolean over() {
    return pipsLeft == 0 || lives == 0;
  }

  MazeLevel level() {
    return level;
  }

  Player player() {
    return player;
  }

  int ghosts() {
    return ghosts.length;
  }

  Ghost ghost(int i) {
    return ghosts[i];
  }

  GhostClock clock() {
    return clock;
  }

  /** What lies in a room now. */
  byte content(int room) {
    return contents[room];
  }

  int pipsLeft() {
    return pipsLeft;
  }

  /** Lives left, with the one being played. */
  int lives() {
    return lives;
  }

  /** Ticks until the next life begins; 0 while one is played. */
  int pause() {
    return pause;
  }

  /** Ticks for which fruit still lies there; 0 when there is none. */
  int fruitLeft() {
    return fruitLeft;
  }

  /** What the fruit that lies there, or did last, is worth. */
  int fruitReward() {
    return FRUIT_REWARD[Math.max(0, fruits - 1)];
  }

  /** What the next ghost of this fright is worth. */
  int ghostReward() {
    return GHOST_REWARD << ghostsInRow;
  }

  int ghostsEaten() {
    return ghostsEaten;
  }
}
