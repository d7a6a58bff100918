package ludus.desktop.screen;

/** What a person can do with a gamepad: the stick or the cross, and its buttons. */
enum PadInput {
  LEFT,
  RIGHT,
  UP,
  DOWN,
  A,
  X,
  Y,
  L1,
  R1,
  START,
  /** The back button, or B. */
  BACK
}
