package ludus.desktop.screen;

import com.badlogic.gdx.Input;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import ludus.desktop.hud.Board;
import ludus.desktop.hud.Brush;
import ludus.desktop.hud.Brush.Align;
import ludus.desktop.hud.Card;
import ludus.desktop.hud.Chooser;
import ludus.desktop.hud.Face;
import ludus.desktop.hud.Ink;
import ludus.desktop.hud.KeyCaps;
import ludus.desktop.hud.KeyHint;
import ludus.desktop.hud.Paragraph;
import ludus.desktop.sound.Tone;
import ludus.desktop.user.Settings;
import ludus.desktop.user.WindowSize;

/** What a person may choose. Every change holds at once and is kept at once. */
final class SettingsScreen implements Screen {
  private static final float WIDTH = 820;
  private static final float X = (Brush.WIDTH - WIDTH) / 2;
  private static final float Y = 110;
  private static final float ROW = 64;
  private static final float VALUE = X + 400;
  private static final float HEADING = 84;

  private static final List<KeyHint> HINT_LINE =
      List.of(
          KeyHint.of("choose", "↑", "↓"),
          KeyHint.of("change", "←", "→"),
          KeyHint.of("back", "Esc"),
          KeyHint.of("all keys", "F1"));

  /**
   * One line of the page.
   *
   * @param about what it means, in a few words
   * @param value what is chosen, for people
   * @param change the settings after a step forwards (1) or back (−1)
   */
  private record Choice(
      String name,
      String about,
      Function<Settings, String> value,
      BiFunction<Settings, Integer, Settings> change) {}

  private static final List<Choice> CHOICES =
      List.of(
          new Choice(
              "Window",
              "everything in it grows with it",
              s -> s.size().label(),
              (s, step) -> s.withSize(turned(s.size(), step))),
          new Choice(
              "Full screen",
              "also F11",
              s -> onOff(s.fullScreen()),
              (s, step) -> s.withFullScreen(!s.fullScreen())),
          new Choice(
              "Sound",
              "where the machine has a device for it",
              s -> onOff(s.sound()),
              (s, step) -> s.withSound(!s.sound())),
          new Choice(
              "Volume",
              "of all sounds",
              s -> s.volume() + " of " + Settings.LOUDEST,
              (s, step) ->
                  s.withVolume(Math.max(1, Math.min(Settings.LOUDEST, s.volume() + step)))),
          new Choice(
              "Moving gallery",
              "off: only the chosen game moves",
              s -> onOff(s.living()),
              (s, step) -> s.withLiving(!s.living())));

  private Host host;
  private Brush brush;
  private KeyCaps caps;
  private Paragraph colours;
  private int row;

  private static WindowSize turned(WindowSize size, int step) {
    WindowSize[] all = WindowSize.values();
    return all[Math.floorMod(size.ordinal() + step, all.length)];
  }

  private static String onOff(boolean on) {
    return on ? "on" : "off";
  }

  @Override
  public String name() {
    return "settings";
  }

  @Override
  public String title() {
    return "Settings";
  }

  @Override
  public void host(Host host) {
    this.host = host;
  }

  @Override
  public void open(Brush brush) {
    this.brush = brush;
    caps = new KeyCaps(brush);
  }

  @Override
  public void advance(float seconds) {}

  @Override
  public boolean press(int key) {
    switch (key) {
      case Input.Keys.UP -> row = Math.max(0, row - 1);
      case Input.Keys.DOWN -> row = Math.min(CHOICES.size() - 1, row + 1);
      case Input.Keys.LEFT -> change(-1);
      case Input.Keys.RIGHT, Input.Keys.ENTER, Input.Keys.NUMPAD_ENTER, Input.Keys.SPACE ->
          change(1);
      default -> {
        return false;
      }
    }
    return true;
  }

  private void change(int step) {
    Settings before = host.profile().settings();
    Settings after = CHOICES.get(row).change.apply(before, step);
    host.profile().settings(after);
    host.fullScreen(after.fullScreen());
    host.sound(Tone.GAIN);
    if (after.size() != before.size() && after.size().width() > 0 && !after.fullScreen()) {
      host.resize(after.size().width(), after.size().height());
    }
  }

  private int rowAt(float x, float y) {
    int at = (int) Math.floor((y - Y - HEADING) / ROW);
    return x >= X && x < X + WIDTH && at >= 0 && at < CHOICES.size() ? at : -1;
  }

  @Override
  public void point(float x, float y) {
    int at = rowAt(x, y);
    row = at < 0 ? row : at;
  }

  @Override
  public boolean click(float x, float y) {
    if (rowAt(x, y) < 0) {
      return false;
    }
    row = rowAt(x, y);
    change(x >= VALUE - 30 && x < VALUE + 20 ? -1 : 1);
    return true;
  }

  @Override
  public void scroll(float notches) {
    row = Math.max(0, Math.min(CHOICES.size() - 1, row + (int) Math.signum(notches)));
  }

  @Override
  public void release(int key) {}

  @Override
  public void type(char character) {}

  @Override
  public int key(int pad, PadInput input) {
    return switch (input) {
      case LEFT -> Input.Keys.LEFT;
      case RIGHT, A -> Input.Keys.RIGHT;
      case UP -> Input.Keys.UP;
      case DOWN -> Input.Keys.DOWN;
      default -> -1;
    };
  }

  @Override
  public void leave() {}

  @Override
  public void draw(Brush brush) {
    if (colours == null) {
      String text =
          "All colours are those of Okabe and Ito, which stay apart for people with any common"
              + " colour blindness; what matters also differs in shape or in words.";
      colours = new Paragraph(brush, Face.SMALL, text, WIDTH - 2 * Card.PAD);
    }
    Settings settings = host.profile().settings();
    float height = HEADING + CHOICES.size() * ROW + 74;
    Card.empty(brush, X, Y, WIDTH, height);
    brush.text(Face.TITLE, "Settings", X + Card.PAD + 10, Y + 54, Ink.TEXT);
    for (int i = 0; i < CHOICES.size(); i++) {
      line(CHOICES.get(i), settings, Y + HEADING + i * ROW, i == row);
    }
    colours.draw(brush, X + Card.PAD + 10, Y + height - 38, Ink.MUTED, Align.LEFT);
    brush.text(
        Face.SMALL,
        "Kept in " + host.profile().place(),
        X + Card.PAD + 10,
        Y + height + 26,
        Ink.MUTED);
    float pen = X + Card.PAD + 10;
    for (int i = 0; i < HINT_LINE.size(); i++) {
      pen = caps.hint(pen, Brush.HEIGHT - Board.MARGIN - 6, HINT_LINE.get(i));
    }
  }

  private void line(Choice choice, Settings settings, float y, boolean chosen) {
    if (chosen) {
      float edge = Ink.PERSON;
      brush.framed(X + 10, y + 4, WIDTH - 20, ROW - 8, 10, 2, Ink.TRACK, edge);
    }
    float x = X + Card.PAD + 10;
    brush.text(chosen ? Face.STRONG : Face.BODY, choice.name, x, y + 29, Ink.TEXT);
    brush.text(Face.SMALL, choice.about, x, y + 48, Ink.MUTED);
    float base = y + 38;
    String value = choice.value.apply(settings);
    Chooser.draw(brush, VALUE - 22, base, value, chosen);
  }

  @Override
  public List<KeyHint> hints() {
    List<KeyHint> hints = new ArrayList<>();
    hints.add(KeyHint.of("choose", "↑", "↓"));
    hints.add(KeyHint.of("change", "←", "→", "Enter"));
    return hints;
  }

  @Override
  public void close() {}

  /** The place of the chosen line. */
  int row() {
    return row;
  }
}
