package ludus.desktop.hud;

import java.util.List;
import ludus.core.game.GameInfo.Feature;
import ludus.desktop.hud.Brush.Align;

/**
 * The features as the agent gets them: name, a mark between the least and the greatest value, the
 * number and its unit.
 */
public final class FeatureBars {
  private static final float ROW = 34;
  private static final float NAME = 150;
  private static final float VALUE = 92;

  private final List<Feature> features;
  private final Line line = new Line();

  public FeatureBars(List<Feature> features) {
    this.features = features;
  }

  /** How high the rows are in all, in units, where so much is free. */
  public float height(float free) {
    return features.size() * row(free);
  }

  private float row(float free) {
    return Math.min(ROW, Math.max(15, free / features.size()));
  }

  /** Draws one row a feature. */
  public void draw(Brush brush, float x, float y, float width, float free, float[] values) {
    float row = row(free);
    for (int i = 0; i < features.size(); i++) {
      row(brush, features.get(i), x, y + i * row, width, row, values[i]);
    }
  }

  private void row(
      Brush brush, Feature feature, float x, float y, float width, float height, float value) {
    float base = y + height / 2 + 5;
    brush.text(Face.SMALL, feature.name(), x, base, Ink.SOFT);
    float left = x + NAME;
    float span = width - NAME - VALUE - 12;
    float middle = y + height / 2;
    brush.rounded(left, middle - 3, span, 6, 3, Ink.TRACK);
    float zero = at(feature, Math.max(feature.low(), Math.min(feature.high(), 0)));
    float here = at(feature, value);
    float from = left + span * Math.min(zero, here);
    brush.rounded(from, middle - 3, span * Math.abs(here - zero), 6, 3, Ink.AGENT);
    brush.rectangle(left + span * zero - 0.5f, middle - 6, 1, 12, Ink.MUTED);
    brush.circle(left + span * here, middle, 6, Ink.TEXT);
    line.clear().add(value, decimals(feature)).add(" ");
    float unit = brush.width(Face.SMALL, UNIT_ROOM);
    brush.text(Face.STRONG, line, x + width - unit, base, Ink.TEXT, Align.RIGHT);
    brush.text(Face.SMALL, feature.unit(), x + width - unit, base, Ink.MUTED);
  }

  private static final String UNIT_ROOM = "rad/s";

  private static int decimals(Feature feature) {
    float range = feature.high() - feature.low();
    return range < 3 ? 3 : range < 100 ? 2 : range < 1000 ? 1 : 0;
  }

  private static float at(Feature feature, float value) {
    float share = (value - feature.low()) / (feature.high() - feature.low());
    return Math.max(0, Math.min(1, share));
  }
}
