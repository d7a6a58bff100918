package ludus.desktop.screen;

import ludus.desktop.hud.Board;
import ludus.desktop.hud.Brush;
import ludus.desktop.hud.Brush.Align;
import ludus.desktop.hud.Card;
import ludus.desktop.hud.Face;
import ludus.desktop.hud.Ink;
import ludus.desktop.hud.Paragraph;

/** A sentence over the board for as long as it takes to read it. */
final class Note {
  private static final float LEAST_SECONDS = 3;

  /** Letters that a person reads in a second, without haste. */
  private static final float LETTERS_A_SECOND = 18;

  private static final float WIDEST = 640;
  private static final float FLOOR = Brush.HEIGHT - Board.MARGIN - 32;

  private String text;
  private Paragraph paragraph;
  private float left;

  /** Says something, in place of what is said still. */
  void say(String sentence) {
    text = sentence;
    paragraph = null;
    left = Math.max(LEAST_SECONDS, sentence.length() / LETTERS_A_SECOND);
  }

  /** What is said now, or null. */
  String text() {
    return text;
  }

  /** Lets time pass. */
  void advance(float seconds) {
    left -= seconds;
    if (left <= 0) {
      text = null;
    }
  }

  /** Draws it at the board's lower edge. */
  void draw(Brush brush) {
    if (text == null) {
      return;
    }
    if (paragraph == null) {
      paragraph = new Paragraph(brush, Face.BODY, text, WIDEST);
    }
    float width = paragraph.width() + 48;
    float height = paragraph.height() + 40;
    float middle = Board.MARGIN + Board.SIZE / 2;
    float y = FLOOR - height;
    Card.floating(brush, middle - width / 2, y, width, height, Ink.GOOD);
    paragraph.draw(brush, middle, y + 25.5f, Ink.TEXT, Align.CENTER);
  }
}
