package ludus.agents.network;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ludus.core.env.ObservationSpec;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.WorkspaceMode;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** A {@link NetworkSpec} in DL4J's terms: its configuration, and its order of parameters. */
final class Dl4jLayers {
  private Dl4jLayers() {}

  static MultiLayerConfiguration configuration(NetworkSpec spec, Backend backend) {
    NeuralNetConfiguration.ListBuilder list =
        new NeuralNetConfiguration.Builder()
            .trainingWorkspaceMode(WorkspaceMode.ENABLED)
            .inferenceWorkspaceMode(WorkspaceMode.ENABLED)
            .list();
    for (NetworkSpec.Layer layer : spec.hidden()) {
      list.layer(layer(layer, backend));
    }
    list.layer(
        new DenseLayer.Builder().nOut(spec.outputs()).activation(Activation.IDENTITY).build());
    return list.setInputType(inputType(spec)).build();
  }

  private static Layer layer(NetworkSpec.Layer layer, Backend backend) {
    if (layer instanceof NetworkSpec.Convolution c) {
      ConvolutionLayer.Builder builder =
          new ConvolutionLayer.Builder(c.kernel(), c.kernel())
              .stride(c.stride(), c.stride())
              .padding(c.padding(), c.padding())
              .nOut(c.filters())
              .cudnnAllowFallback(false)
              .activation(Activation.RELU);
      return backend.oneDnn() ? OneDnnConvolution.of(builder) : builder.build();
    }
    if (layer instanceof NetworkSpec.MaxPool) {
      return new GlobalPoolingLayer.Builder(PoolingType.MAX).build();
    }
    int units = ((NetworkSpec.Dense) layer).units();
    return new DenseLayer.Builder().nOut(units).activation(Activation.RELU).build();
  }

  private static InputType inputType(NetworkSpec spec) {
    if (spec.input() instanceof ObservationSpec.Pixels pixels && spec.convolutional()) {
      int side = ObservationSpec.Pixels.SIDE;
      return InputType.convolutional(side, side, pixels.frames());
    }
    return InputType.feedForward(spec.input().size());
  }

  /** The shape of a batch. */
  static long[] inputShape(NetworkSpec spec, int rows) {
    if (spec.input() instanceof ObservationSpec.Pixels pixels && spec.convolutional()) {
      int side = ObservationSpec.Pixels.SIDE;
      return new long[] {rows, pixels.frames(), side, side};
    }
    return new long[] {rows, spec.input().size()};
  }

  /**
   * Views of a flat array that is ordered as DL4J orders parameters: a convolution's bias before
   * its weight, a dense layer's weight, column by column, before its bias.
   */
  static Map<String, INDArray> views(NetworkSpec spec, INDArray flat) {
    Map<String, INDArray> views = new LinkedHashMap<>();
    Map<String, int[]> shapes = spec.parameters();
    long offset = 0;
    for (String name : shapes.keySet()) {
      if (!name.endsWith(".weight")) {
        continue;
      }
      String bias = name.replace(".weight", ".bias");
      boolean convolution = name.startsWith("conv");
      List<String> order = convolution ? List.of(bias, name) : List.of(name, bias);
      for (String each : order) {
        int[] shape = shapes.get(each);
        int length = Weights.length(shape);
        INDArray part =
            flat.reshape(flat.length()).get(NDArrayIndex.interval(offset, offset + length));
        views.put(each, part.reshape(convolution ? 'c' : 'f', shape));
        offset += length;
      }
    }
    return views;
  }

  static void copyTo(Weights weights, String prefix, NetworkSpec spec, INDArray flat) {
    Map<String, INDArray> views = views(spec, flat);
    spec.parameters()
        .forEach(
            (name, shape) ->
                weights.put(prefix + name, shape, views.get(name).dup('c').data().asFloat()));
  }

  static void copyFrom(Weights weights, String prefix, NetworkSpec spec, INDArray flat) {
    views(spec, flat)
        .forEach(
            (name, view) -> {
              float[] values = weights.values(prefix + name);
              view.assign(Nd4j.create(values, view.shape(), 'c'));
            });
  }
}
