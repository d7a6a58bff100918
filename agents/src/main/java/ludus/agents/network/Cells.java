package ludus.agents.network;

import java.util.List;

/**
 * Which cell of a grid over the first features an observation lies in, as so many numbers of which
 * one is 1 and the others are 0. A linear layer on that is a table with a row for each cell ("state
 * aggregation", Sutton and Barto 2018, section 9.3). Later features are not looked at.
 *
 * @param spans how each of the first features is cut up
 */
public record Cells(List<Span> spans) implements NetworkSpec.Layer {
  /**
   * @throws IllegalArgumentException if there is no span, or there are too many cells
   */
  public Cells {
    spans = List.copyOf(spans);
    long count = spans.isEmpty() ? 0 : 1;
    for (Span span : spans) {
      count *= span.parts();
      if (count > 1 << 22) {
        break;
      }
    }
    if (count < 1 || count > 1 << 22) {
      throw new IllegalArgumentException(
          "cells cut 1 or more features into at most %,d cells".formatted(1 << 22));
    }
  }

  /** How many cells there are. */
  public int count() {
    int count = 1;
    for (Span span : spans) {
      count *= span.parts();
    }
    return count;
  }

  /** The cell of the observation that begins at {@code from}. */
  public int cell(float[] features, int from) {
    int cell = 0;
    for (int i = 0; i < spans.size(); i++) {
      cell = cell * spans.get(i).parts() + spans.get(i).part(features[from + i]);
    }
    return cell;
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("cells");
    spans.forEach(span -> text.append(' ').append(span));
    return text.toString();
  }

  /**
   * A feature's range, cut into equal parts; what lies outside counts to the nearest.
   *
   * @param low where the range begins
   * @param high where it ends
   * @param parts how many
   */
  public record Span(float low, float high, int parts) {
    /**
     * @throws IllegalArgumentException if the range is empty or there are no parts
     */
    public Span {
      if (!(low < high) || parts < 1) {
        throw new IllegalArgumentException(
            "a feature is cut up as low..high/parts, got %s..%s/%s".formatted(low, high, parts));
      }
    }

    int part(float value) {
      int part = (int) Math.floor(((double) value - low) / ((double) high - low) * parts);
      return Math.max(0, Math.min(parts - 1, part));
    }

    @Override
    public String toString() {
      return LayerText.number(low) + ".." + LayerText.number(high) + "/" + parts;
    }
  }
}
