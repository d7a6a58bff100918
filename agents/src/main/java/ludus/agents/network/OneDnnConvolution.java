package ludus.agents.network;

import java.util.Collection;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.ParamInitializer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.layers.mkldnn.MKLDNNConvHelper;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * DL4J's convolution with oneDNN switched on.
 *
 * <p>DL4J 1.0.0-M2.1 means to do so itself, but the check in its {@code BaseMKLDNNHelper} looks for
 * {@code org.nd4j.nativeblas.Nd4jCpu$Environment}, which has moved, and quietly leaves convolutions
 * ten times slower. Here the layer is given its helper by hand.
 */
final class OneDnnConvolution extends ConvolutionLayer {
  private OneDnnConvolution(ConvolutionLayer.Builder builder) {
    super(builder);
    initializeConstraints(builder);
  }

  static OneDnnConvolution of(ConvolutionLayer.Builder builder) {
    return new OneDnnConvolution(builder);
  }

  @Override
  public Layer instantiate(
      NeuralNetConfiguration conf,
      Collection<TrainingListener> listeners,
      int index,
      INDArray parameters,
      boolean initialize,
      DataType type) {
    Computation layer = new Computation(conf, type);
    layer.setListeners(listeners);
    layer.setIndex(index);
    layer.setParamsViewArray(parameters);
    ParamInitializer initializer = initializer();
    layer.setParamTable(initializer.init(conf, parameters, initialize));
    layer.setConf(conf);
    return layer;
  }

  /** The layer that computes. */
  private static final class Computation
      extends org.deeplearning4j.nn.layers.convolution.ConvolutionLayer {
    Computation(NeuralNetConfiguration conf, DataType type) {
      super(conf, type);
      this.helper = new MKLDNNConvHelper(type);
    }
  }

  /** Whether a layer of a network computes with oneDNN. */
  static boolean usesOneDnn(Layer layer) {
    return layer.getHelper() instanceof MKLDNNConvHelper;
  }
}
