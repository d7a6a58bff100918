package ludus.desktop.screen;

import java.util.List;
import ludus.desktop.hud.Board;
import ludus.desktop.hud.Brush;
import ludus.desktop.hud.Brush.Align;
import ludus.desktop.hud.Card;
import ludus.desktop.hud.Face;
import ludus.desktop.hud.Ink;
import ludus.desktop.hud.KeyHint;
import ludus.desktop.hud.KeyTable;
import ludus.desktop.hud.Paragraph;

/** What a game is about and its keys, over the board before the first episode. */
final class StartCard {
  private static final float LEAST_WIDTH = 480;

  private final Brush brush;
  private final Paragraph rules;
  private final KeyTable table;
  private final String pad;

  /**
   * @param buttons what a gamepad's buttons do in this game
   */
  StartCard(Brush brush, String rules, KeyTable table, List<KeyHint> buttons) {
    this.brush = brush;
    this.rules = new Paragraph(brush, Face.BODY, rules, LEAST_WIDTH - 64);
    this.table = table;
    StringBuilder words = new StringBuilder("Gamepad: stick or cross");
    for (KeyHint button : buttons) {
      words.append(" · ").append(button.caps().get(0)).append(' ').append(button.meaning());
    }
    pad = words.append(" · Start pauses · B quits").toString();
  }

  /** Draws it in the middle of the board. */
  void draw(String title, boolean withPad) {
    float width = Math.max(LEAST_WIDTH, table.width() + 64);
    float height = 186 + rules.height() + table.height() + (withPad ? 30 : 0);
    float x = Board.MARGIN + (Board.SIZE - width) / 2;
    float y = Board.MARGIN + (Board.SIZE - height) / 2;
    float middle = x + width / 2;
    Card.floating(brush, x, y, width, height, Ink.PERSON);
    brush.text(Face.TITLE, title, middle, y + 54, Ink.TEXT, Align.CENTER);
    rules.draw(brush, middle, y + 86, Ink.SOFT, Align.CENTER);
    table.draw(middle - table.width() / 2, y + 112 + rules.height(), Ink.PERSON);
    if (withPad) {
      brush.text(Face.SMALL, pad, middle, y + height - 68, Ink.MUTED, Align.CENTER);
    }
    String begin = withPad ? "Press Enter, or A, to begin" : "Press Enter to begin";
    brush.text(Face.STRONG, begin, middle, y + height - 30, Ink.PERSON, Align.CENTER);
  }
}
