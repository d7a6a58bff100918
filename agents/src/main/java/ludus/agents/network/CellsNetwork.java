package ludus.agents.network;

import java.util.Arrays;
import ludus.core.env.ObservationSpec;
import ludus.core.env.Observations;

/**
 * A network whose first layer is {@link Cells}: it finds the cell of each observation and hands it
 * on, as numbers of which one is 1, to an ordinary network. Without further layers that is a table,
 * and a table's file is a policy file like any other.
 *
 * <p>Outputs are constant inside a cell, so the gradient with respect to the inputs is 0.
 */
final class CellsNetwork extends FrontedNetwork {
  private final Cells cells;
  private Observations shown;
  private int rows;

  /**
   * @param behind computes {@link #behind(NetworkSpec)}; owned from now on
   */
  CellsNetwork(NetworkSpec spec, Network behind) {
    super(spec, behind);
    this.cells = spec.cells();
  }

  /** What comes behind the cells: a network whose features are the cells. */
  static NetworkSpec behind(NetworkSpec spec) {
    return new NetworkSpec(
        new ObservationSpec.Features(spec.cells().count()),
        spec.hidden().subList(1, spec.hidden().size()),
        spec.outputs());
  }

  private Observations shown(Observations input, int count) {
    if (shown == null || shown.rows() < count) {
      shown = new Observations(behind.spec().input(), count);
    }
    float[] ones = shown.floats();
    Arrays.fill(ones, 0, count * cells.count(), 0);
    for (int row = 0; row < count; row++) {
      ones[row * cells.count() + cells.cell(input.floats(), row * spec.input().size())] = 1;
    }
    return shown;
  }

  @Override
  public void infer(Observations input, int count, float[] outputs) {
    Batches.check(spec, input, count, outputs.length);
    behind.infer(shown(input, count), count, outputs);
  }

  @Override
  public void forward(Observations input, int count, float[] outputs) {
    Batches.check(spec, input, count, outputs.length);
    behind.forward(shown(input, count), count, outputs);
    rows = count;
  }

  @Override
  public float backward(float[] outputGradient) {
    return behind.backward(outputGradient);
  }

  @Override
  public void inputGradient(float[] outputGradient, float[] inputGradient) {
    Batches.checkGradient(spec, rows, outputGradient);
    Batches.checkInputGradient(spec, rows, inputGradient);
    Arrays.fill(inputGradient, 0, rows * spec.input().size(), 0);
  }
}
