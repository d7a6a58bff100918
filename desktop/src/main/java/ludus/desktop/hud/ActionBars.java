package ludus.desktop.hud;

import java.util.List;
import ludus.agents.policy.Policy.Meaning;
import ludus.desktop.hud.Brush.Align;

/**
 * What the agent thinks of every action. Probabilities are bars from 0 to 1. Values of actions
 * mostly differ by little against their size, so their bars show how much better or worse than
 * their mean each is, on a scale that follows the largest difference lately seen.
 *
 * <p>The chosen action has an arrow, a frame and bold letters, not only a colour.
 */
public final class ActionBars {
  private static final float ROW = 42;
  private static final float LEAST_ROW = 25;
  private static final float NAME = 112;
  private static final float VALUE = 76;
  private static final float LEAST_REACH = 1e-3f;

  private final List<String> actions;
  private final float[] shown;
  private final Line line = new Line();
  private float reach = LEAST_REACH;

  public ActionBars(List<String> actions) {
    this.actions = actions;
    this.shown = new float[actions.size()];
  }

  /** How high the rows are in all, in units, where so much is free. */
  public float height(float free) {
    return actions.size() * row(free);
  }

  /** How high they should be at least. */
  public float least() {
    return actions.size() * LEAST_ROW;
  }

  private float row(float free) {
    return Math.min(ROW, Math.max(16, free / actions.size()));
  }

  /** The numbers last drawn, one an action. Not a copy. */
  public float[] shown() {
    return shown;
  }

  /**
   * Draws one row an action.
   *
   * @param preferences the numbers, or null where the agent does not think in numbers
   * @param wish the action that the agent has chosen
   * @param person the action that a person takes instead, or −1
   */
  public void draw(
      Brush brush,
      float x,
      float y,
      float width,
      float free,
      float[] preferences,
      Meaning meaning,
      int wish,
      int person) {
    float row = row(free);
    float mean = 0;
    if (preferences != null) {
      mean = take(preferences);
    }
    for (int i = 0; i < shown.length; i++) {
      float top = y + i * row;
      if (i == wish) {
        brush.framed(x - 10, top + 2, width + 20, row - 4, 6, 1.5f, Ink.WELL, Ink.AGENT);
        float middle = top + row / 2;
        brush.triangle(x, middle - 6, x + 9, middle, x, middle + 6, Ink.AGENT);
      }
      row(brush, i, x, top, width, row, i == wish, i == person);
      if (preferences != null) {
        bar(brush, i, x + NAME, top + row / 2, width - NAME - VALUE, meaning, mean, i == wish);
      }
    }
  }

  /** Takes new numbers and follows the size of their differences; returns their mean. */
  private float take(float[] preferences) {
    boolean changed = false;
    float mean = 0;
    for (int i = 0; i < shown.length; i++) {
      changed |= shown[i] != preferences[i];
      shown[i] = preferences[i];
      mean += shown[i] / shown.length;
    }
    float largest = LEAST_REACH;
    for (float value : shown) {
      largest = Math.max(largest, Math.abs(value - mean));
    }
    // Up at once, down by half in some two seconds of play.
    reach = Math.max(largest, changed ? reach * 0.995f : reach);
    return mean;
  }

  private void row(
      Brush brush,
      int action,
      float x,
      float y,
      float width,
      float height,
      boolean wish,
      boolean person) {
    float base = y + height / 2 + 5;
    brush.text(
        wish ? Face.STRONG : Face.BODY,
        actions.get(action),
        x + 18,
        base,
        wish ? Ink.TEXT : Ink.SOFT);
    if (person) {
      float middle = y + height / 2;
      float right = x + NAME - 8;
      brush.rounded(right - 34, middle - 9, 34, 18, 9, Ink.PERSON);
      brush.text(Face.SMALL, "you", right - 17, middle + 4.5f, Ink.GROUND, Align.CENTER);
    }
  }

  private void bar(
      Brush brush,
      int action,
      float x,
      float middle,
      float span,
      Meaning meaning,
      float mean,
      boolean wish) {
    float color = wish ? Ink.AGENT : Ink.MUTED;
    brush.rounded(x, middle - 5, span, 10, 5, Ink.TRACK);
    float value = shown[action];
    line.clear();
    if (meaning == Meaning.PROBABILITIES) {
      float share = Math.max(0, Math.min(1, value));
      brush.rounded(x, middle - 5, Math.max(2, span * share), 10, 5, color);
      line.add(100 * value, 1).add(" %");
    } else {
      float part = Math.max(-1, Math.min(1, (value - mean) / reach)) * span / 2;
      float zero = x + span / 2;
      brush.rectangle(Math.min(zero, zero + part), middle - 5, Math.abs(part), 10, color);
      brush.rectangle(zero - 0.5f, middle - 9, 1, 18, Ink.SOFT);
      line.add(value, Math.abs(value) < 100 ? 3 : 2);
    }
    brush.text(
        wish ? Face.STRONG : Face.BODY,
        line,
        x + span + VALUE,
        middle + 5,
        wish ? Ink.TEXT : Ink.SOFT,
        Align.RIGHT);
  }
}
