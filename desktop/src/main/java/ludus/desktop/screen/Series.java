package ludus.desktop.screen;

import java.util.ArrayList;
import java.util.List;
import ludus.desktop.hud.Line;
import ludus.headless.play.Match;

/** What came of the matches between the same two sides. */
final class Series {
  private final int[] wins = new int[Match.SIDES];
  private final List<String> results = new ArrayList<>();

  /** Other sides begin anew. */
  void clear() {
    wins[0] = 0;
    wins[1] = 0;
    results.clear();
  }

  /** A match is over. */
  void add(Match match) {
    int leader = match.leader();
    Line result = new Line().addReturn(match.score(1)).add(" : ").addReturn(match.score(0));
    results.add(result.toString());
    if (leader >= 0) {
      wins[leader]++;
    }
  }

  /** How many matches this side has won. */
  int wins(int side) {
    return wins[side];
  }

  /** How many matches were played. */
  int played() {
    return results.size();
  }

  /** The scores of each match, left and right. Not a copy. */
  List<String> results() {
    return results;
  }
}
