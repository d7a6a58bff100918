package ludus.games.robot;

import ludus.core.game.Expert;

/** Takes a shortest way to the target, found by breadth-first search over poses. */
final class RobotExpert implements Expert {
  private final Robot game;

  RobotExpert(Robot game) {
    this.game = game;
  }

  @Override
  public int act() {
    RobotMap map = game.map();
    int best = Robot.LEFT;
    for (int action = Robot.RIGHT; action <= Robot.FORWARD; action++) {
      if (map.distance(map.next(game.pose(), action)) < map.distance(map.next(game.pose(), best))) {
        best = action;
      }
    }
    return best;
  }
}
