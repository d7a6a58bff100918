package ludus.core.env;

/**
 * A batch of observations, one row each, in one array that is filled in place: bytes for pixels,
 * floats for features.
 */
public final class Observations {
  private final ObservationSpec spec;
  private final int rows;
  private final byte[] bytes;
  private final float[] floats;

  /** A batch of this many rows, all zero. */
  public Observations(ObservationSpec spec, int rows) {
    this.spec = spec;
    this.rows = rows;
    int length = Math.multiplyExact(rows, spec.size());
    boolean pixels = spec instanceof ObservationSpec.Pixels;
    this.bytes = pixels ? new byte[length] : null;
    this.floats = pixels ? null : new float[length];
  }

  public ObservationSpec spec() {
    return spec;
  }

  public int rows() {
    return rows;
  }

  /** The rows one after another, for a batch of pixels; null for features. Not a copy. */
  public byte[] bytes() {
    return bytes;
  }

  /** The rows one after another, for a batch of features; null for pixels. Not a copy. */
  public float[] floats() {
    return floats;
  }

  /** Copies one row into another batch of the same form. */
  public void copyRow(int row, Observations to, int toRow) {
    int size = spec.size();
    if (bytes != null) {
      System.arraycopy(bytes, row * size, to.bytes, toRow * size, size);
    } else {
      System.arraycopy(floats, row * size, to.floats, toRow * size, size);
    }
  }
}
