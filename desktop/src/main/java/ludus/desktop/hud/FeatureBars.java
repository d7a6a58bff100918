package ludus.desktop.hud;

import java.util.List;
import ludus.core.game.GameInfo.Feature;
import ludus.desktop.hud.Brush.Align;

/**
 * The features as the agent gets them: name, a mark between the least and the greatest value, the
 * number and its unit. Where there are more than there is room for, the rest are small cells, the
 * brighter the greater their value. What moves a decision is lit: the strongest feature lately seen
 * in full.
 */
public final class FeatureBars {
  private static final float ROW = 34;
  private static final float LEAST_ROW = 20;
  private static final float NAME = 150;
  private static final float VALUE = 70;
  private static final float CELL = 12;
  private static final float CELL_GAP = 2;
  private static final float MORE = 24;

  /** How opaque full light is. */
  private static final float STRENGTH = 0.6f;

  /** What is left of the strongest light from one map to the next. */
  private static final float FADING = 0.9f;

  private final List<Feature> features;
  private final Line line = new Line();
  private int rows;
  private float row;
  private float unitRoom;
  private float[] shown;
  private float peak;

  public FeatureBars(List<Feature> features) {
    this.features = features;
  }

  /** How high all is, in units, where so much is free. */
  public float height(float width, float free) {
    row = Math.min(ROW, free / features.size());
    rows = features.size();
    if (row >= LEAST_ROW) {
      return rows * row;
    }
    row = LEAST_ROW;
    rows = Math.min(rows, Math.max(0, (int) ((free - MORE) / row)));
    while (rows > 0 && rows * row + MORE + cells(width) > free) { // each row less is a cell more
      rows--;
    }
    return rows * row + MORE + cells(width);
  }

  /** How high the cells are, of which there are at most as many as features. */
  private float cells(float width) {
    int inARow = inARow(width);
    return (features.size() - rows + inARow - 1) / inARow * (CELL + CELL_GAP);
  }

  private static int inARow(float width) {
    return (int) ((width + CELL_GAP) / (CELL + CELL_GAP));
  }

  /**
   * Draws them.
   *
   * @param map how much each moves the decision, or null to show none of that; an array that is
   *     shown already is taken to be unchanged
   */
  public void draw(
      Brush brush, float x, float y, float width, float free, float[] values, float[] map) {
    height(width, free);
    follow(map);
    unitRoom = 0;
    for (int i = 0; i < rows; i++) {
      unitRoom = Math.max(unitRoom, brush.width(Face.SMALL, features.get(i).unit()));
    }
    for (int i = 0; i < rows; i++) {
      if (map != null) {
        brush.rounded(x - 8, y + i * row + 1, width + 16, row - 2, 6, light(map[i]));
      }
      row(brush, features.get(i), x, y + i * row, width, row, values[i]);
    }
    if (rows == features.size()) {
      return;
    }
    float top = y + rows * row;
    line.clear().add("and ").add(features.size() - rows).add(" more: brighter is greater");
    brush.text(Face.SMALL, line, x, top + 15, Ink.MUTED);
    top += MORE;
    int inARow = inARow(width);
    for (int i = rows; i < features.size(); i++) {
      int k = i - rows;
      float left = x + k % inARow * (CELL + CELL_GAP);
      float cell = top + k / inARow * (CELL + CELL_GAP);
      if (map != null) {
        float wide = CELL + 2 * CELL_GAP;
        brush.rectangle(left - CELL_GAP, cell - CELL_GAP, wide, wide, light(map[i]));
      }
      brush.rectangle(left, cell, CELL, CELL, Ink.TRACK);
      float share = at(features.get(i), values[i]);
      brush.rectangle(left, cell, CELL, CELL, Ink.withAlpha(Ink.AGENT, share));
    }
  }

  private void follow(float[] map) {
    if (map == null || map == shown) {
      return;
    }
    shown = map;
    peak *= FADING;
    for (float value : map) {
      peak = Math.max(peak, value);
    }
  }

  private float light(float value) {
    return Ink.withAlpha(Ink.SALIENT, peak > 0 ? STRENGTH * Math.min(1, value / peak) : 0);
  }

  /** The map that is shown, or null before the first. */
  public float[] shown() {
    return shown;
  }

  private void row(
      Brush brush, Feature feature, float x, float y, float width, float height, float value) {
    float base = y + height / 2 + 5;
    brush.text(Face.SMALL, feature.name(), x, base, Ink.SOFT);
    float left = x + NAME;
    float span = width - NAME - VALUE - unitRoom;
    float middle = y + height / 2;
    brush.rounded(left, middle - 3, span, 6, 3, Ink.TRACK);
    float zero = at(feature, Math.max(feature.low(), Math.min(feature.high(), 0)));
    float here = at(feature, value);
    float from = left + span * Math.min(zero, here);
    brush.rounded(from, middle - 3, span * Math.abs(here - zero), 6, 3, Ink.AGENT);
    brush.rectangle(left + span * zero - 0.5f, middle - 6, 1, 12, Ink.MUTED);
    brush.circle(left + span * here, middle, 6, Ink.TEXT);
    line.clear().add(value, decimals(feature)).add(" ");
    float unit = unitRoom;
    brush.text(Face.STRONG, line, x + width - unit, base, Ink.TEXT, Align.RIGHT);
    brush.text(Face.SMALL, feature.unit(), x + width - unit, base, Ink.MUTED);
  }

  private static int decimals(Feature feature) {
    float range = feature.high() - feature.low();
    return range < 3 ? 3 : range < 100 ? 2 : range < 1000 ? 1 : 0;
  }

  private static float at(Feature feature, float value) {
    float share = (value - feature.low()) / (feature.high() - feature.low());
    return Math.max(0, Math.min(1, share));
  }
}
