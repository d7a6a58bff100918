package ludus.desktop.screen;

import com.badlogic.gdx.Input;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import ludus.desktop.hud.Board;
import ludus.desktop.hud.Brush;
import ludus.desktop.hud.Card;
import ludus.desktop.hud.Face;
import ludus.desktop.hud.Ink;
import ludus.headless.play.KnownPolicies.Entry;

/** A list of the policies at hand, over the board, of which a person takes one. */
final class PolicyChooser {
  private static final float WIDTH = 640;
  private static final float ROW = 48;
  private static final int SHOWN = 10;

  private final CompletableFuture<List<Entry>> entries;
  private int chosen;

  /**
   * @param shelf lists the policies; asked off the window's thread
   */
  PolicyChooser(Supplier<List<Entry>> shelf) {
    entries = CompletableFuture.supplyAsync(shelf);
  }

  private List<Entry> entries() {
    return entries.isDone() && !entries.isCompletedExceptionally() ? entries.join() : List.of();
  }

  /** Whether there is something to choose from by now. */
  boolean ready() {
    return !entries().isEmpty();
  }

  /** The entry that Enter would take, or null while there is none. */
  Entry chosen() {
    return chosen < entries().size() ? entries().get(chosen) : null;
  }

  /** A key goes down that moves the choice; returns whether it is one. */
  boolean press(int key) {
    int n = Math.max(1, entries().size());
    switch (key) {
      case Input.Keys.UP -> chosen = (chosen + n - 1) % n;
      case Input.Keys.DOWN -> chosen = (chosen + 1) % n;
      case Input.Keys.HOME -> chosen = 0;
      case Input.Keys.END -> chosen = n - 1;
      default -> {
        return false;
      }
    }
    return true;
  }

  private float height() {
    return 96 + Math.max(1, Math.min(SHOWN, entries().size())) * ROW;
  }

  private static float left() {
    return Board.MARGIN + (Board.SIZE - WIDTH) / 2;
  }

  private float top() {
    return Board.MARGIN + (Board.SIZE - height()) / 2;
  }

  private int first() {
    return Math.max(0, Math.min(chosen - SHOWN / 2, entries().size() - SHOWN));
  }

  /** A click; returns whether it is on an entry, which is then the chosen one. */
  boolean click(float x, float y) {
    int row = (int) Math.floor((y - top() - 60) / ROW);
    boolean on = x >= left() && x < left() + WIDTH && row >= 0 && row < SHOWN;
    if (on && first() + row < entries().size()) {
      chosen = first() + row;
      return true;
    }
    return false;
  }

  /** Draws it over the board. */
  void draw(Brush brush) {
    float x = left();
    float y = top();
    Card.floating(brush, x, y, WIDTH, height(), Ink.AGENT);
    Card.heading(brush, x, y + 8, WIDTH, "Who plays?", "↑ ↓, Enter, or drop a file on the window");
    List<Entry> all = entries();
    if (all.isEmpty()) {
      brush.text(Face.BODY, "Looking …", x + Card.PAD, y + 90, Ink.MUTED);
    }
    for (int i = first(); i < Math.min(all.size(), first() + SHOWN); i++) {
      row(brush, all.get(i), x + 12, y + 60 + (i - first()) * ROW, i == chosen);
    }
    if (all.size() > SHOWN) {
      String more = "%d of %d".formatted(chosen + 1, all.size());
      brush.text(Face.SMALL, more, x + Card.PAD, y + height() - 14, Ink.MUTED);
    }
  }

  private static void row(Brush brush, Entry entry, float x, float y, boolean chosen) {
    if (chosen) {
      brush.framed(x, y, WIDTH - 24, ROW - 4, 8, 1.5f, Ink.WELL, Ink.AGENT);
    }
    String name = entry.name();
    // Of a long path, the end says most.
    while (brush.width(Face.STRONG, name) > WIDTH - 60) {
      name = "…" + name.substring(2);
    }
    brush.text(chosen ? Face.STRONG : Face.BODY, name, x + 12, y + 19, Ink.TEXT);
    brush.text(Face.SMALL, entry.about(), x + 12, y + 36, Ink.MUTED);
  }
}
