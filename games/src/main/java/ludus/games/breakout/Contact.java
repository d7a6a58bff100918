package ludus.games.breakout;

/** What a flying ball meets. */
enum Contact {
  /** Nothing: the time was up first. */
  NONE,
  SIDE,
  CEILING,
  BRICK,
  /** The ball's lower edge has come down to the top of the paddle, wherever the paddle is. */
  PADDLE_LINE,
  /** The ball has left the picture. */
  FLOOR
}
