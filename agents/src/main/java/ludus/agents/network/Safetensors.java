package ludus.agents.network;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Weights as .safetensors: eight bytes of header length, little-endian, a JSON header of names,
 * types, shapes and offsets, and the numbers. Only 32-bit floats are written and read.
 *
 * <p>A file may come from a stranger: nothing in it is executed, and nothing is allocated on its
 * word alone, only for bytes that have really come.
 */
public final class Safetensors {
  /** Far above any header of ours (200 bytes a tensor); a longer one is damage or malice. */
  private static final int MAX_HEADER = 1 << 20;

  private static final int MAX_TENSORS = 10_000;
  private static final int MAX_RANK = 8;
  private static final String METADATA = "__metadata__";

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  static {
    JSON.getFactory()
        .setStreamReadConstraints(
            StreamReadConstraints.builder()
                .maxNestingDepth(10)
                .maxDocumentLength(MAX_HEADER)
                .build());
  }

  private static final int USUAL_HEADER = 1 << 12;

  /** Numbers that are written at a time. */
  private static final int SOME = 1 << 14;

  /** A tensor's place in the data. */
  private record Entry(String name, int[] shape, long begin, long end) {}

  private Safetensors() {}

  /** The weights as the bytes of a file. */
  public static byte[] bytes(Weights weights) {
    int numbers = weights.tensors().values().stream().mapToInt(t -> t.values().length).sum();
    ByteArrayOutputStream out = new ByteArrayOutputStream(numbers * Float.BYTES + USUAL_HEADER);
    try {
      write(weights, out);
    } catch (IOException e) {
      throw new IllegalStateException("writing to memory failed", e);
    }
    return out.toByteArray();
  }

  /** Writes weights to a stream, which stays open. */
  public static void write(Weights weights, OutputStream out) throws IOException {
    ObjectNode header = JSON.createObjectNode();
    long offset = 0;
    for (Map.Entry<String, Weights.Tensor> entry : weights.tensors().entrySet()) {
      ObjectNode node = header.putObject(entry.getKey());
      node.put("dtype", "F32");
      var shape = node.putArray("shape");
      for (int n : entry.getValue().shape()) {
        shape.add(n);
      }
      long end = offset + 4L * entry.getValue().values().length;
      node.putArray("data_offsets").add(offset).add(end);
      offset = end;
    }
    byte[] json = JSON.writeValueAsBytes(header);
    // Spaces up to a multiple of eight keep the numbers aligned, as the format recommends.
    int length = (json.length + 7) / 8 * 8;
    ByteBuffer start = littleEndian(8 + length).putLong(length).put(json);
    while (start.hasRemaining()) {
      start.put((byte) ' ');
    }
    out.write(start.array());
    ByteBuffer some = littleEndian(SOME * Float.BYTES);
    for (Weights.Tensor tensor : weights.tensors().values()) {
      float[] values = tensor.values();
      for (int from = 0; from < values.length; from += SOME) {
        int count = Math.min(SOME, values.length - from);
        some.asFloatBuffer().put(values, from, count);
        out.write(some.array(), 0, count * Float.BYTES);
      }
    }
  }

  private static ByteBuffer littleEndian(int length) {
    return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
  }

  /**
   * Reads weights from the bytes of a file.
   *
   * @throws SafetensorsException if they are not sound
   */
  public static Weights read(byte[] bytes) throws SafetensorsException {
    try {
      return read(new ByteArrayInputStream(bytes));
    } catch (IOException e) {
      throw new IllegalStateException("reading from memory failed", e);
    }
  }

  /**
   * Reads weights from a stream up to its end; the stream stays open.
   *
   * @throws SafetensorsException if they are not sound
   * @throws IOException if the stream cannot be read
   */
  public static Weights read(InputStream in) throws IOException, SafetensorsException {
    byte[] start = in.readNBytes(8);
    if (start.length < 8) {
      throw new SafetensorsException("the weights are cut off: they end before their header");
    }
    long headerLength = ByteBuffer.wrap(start).order(ByteOrder.LITTLE_ENDIAN).getLong();
    if (headerLength < 2 || headerLength > MAX_HEADER) {
      throw new SafetensorsException(
          "these are no .safetensors weights: their header claims a length of "
              + Long.toUnsignedString(headerLength));
    }
    byte[] header = in.readNBytes((int) headerLength);
    if (header.length < headerLength) {
      throw new SafetensorsException(
          "the weights are cut off: their header has %d of %d bytes"
              .formatted(header.length, headerLength));
    }
    List<Entry> entries = entries(header);
    Weights weights = new Weights();
    for (Entry entry : entries) {
      weights.put(entry.name(), entry.shape(), floats(in, entry));
    }
    if (in.read() >= 0) {
      throw new SafetensorsException("the weights go on behind the last tensor");
    }
    return weights;
  }

  /** Reads in pieces, so that a tensor that claims gigabytes costs no more than what is there. */
  private static float[] floats(InputStream in, Entry entry)
      throws IOException, SafetensorsException {
    int count = (int) ((entry.end() - entry.begin()) / 4);
    byte[] bytes = in.readNBytes(4 * count);
    if (bytes.length < 4 * count) {
      throw new SafetensorsException(
          "the weights are cut off: %s has %d of %d bytes"
              .formatted(entry.name(), bytes.length, 4 * count));
    }
    float[] values = new float[count];
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
    return values;
  }

  /** The tensors in the order of their data, which must fill it without gap or overlap. */
  private static List<Entry> entries(byte[] header) throws SafetensorsException {
    JsonNode root;
    try {
      root = JSON.readTree(new String(header, StandardCharsets.UTF_8));
    } catch (JsonProcessingException e) {
      throw new SafetensorsException(
          "the weights' header is not sound JSON: " + e.getOriginalMessage());
    }
    if (root == null || !root.isObject() || root.size() > MAX_TENSORS) {
      throw new SafetensorsException("the weights' header is not a list of tensors");
    }
    List<Entry> entries = new ArrayList<>();
    for (Map.Entry<String, JsonNode> field : root.properties()) {
      if (!field.getKey().equals(METADATA)) {
        entries.add(entry(field.getKey(), field.getValue()));
      }
    }
    entries.sort(Comparator.comparingLong(Entry::begin).thenComparingLong(Entry::end));
    long expected = 0;
    for (Entry entry : entries) {
      if (entry.begin() != expected) {
        throw new SafetensorsException(
            "the weights of %s begin at %d, where %d was expected: tensors overlap or leave a gap"
                .formatted(entry.name(), entry.begin(), expected));
      }
      expected = entry.end();
    }
    return entries;
  }

  private static Entry entry(String name, JsonNode node) throws SafetensorsException {
    String type = node.path("dtype").asText("missing");
    if (!type.equals("F32")) {
      throw new SafetensorsException(
          "%s is of type %s, only F32 can be read".formatted(name, type));
    }
    int[] shape = shape(name, node.path("shape"));
    JsonNode offsets = node.path("data_offsets");
    if (offsets.size() != 2
        || !offsets.get(0).canConvertToLong()
        || !offsets.get(1).canConvertToLong()) {
      throw new SafetensorsException(name + " does not say where its data are");
    }
    long begin = offsets.get(0).asLong();
    long end = offsets.get(1).asLong();
    long wanted = 4;
    for (int n : shape) {
      wanted = Math.multiplyExact(wanted, n);
      if (wanted > Integer.MAX_VALUE) {
        throw new SafetensorsException(name + " claims more than two gigabytes");
      }
    }
    if (begin < 0 || end < begin || end - begin != wanted) {
      throw new SafetensorsException(
          "%s wants %d bytes for its shape, its offsets are %d to %d"
              .formatted(name, wanted, begin, end));
    }
    return new Entry(name, shape, begin, end);
  }

  private static int[] shape(String name, JsonNode node) throws SafetensorsException {
    if (!node.isArray() || node.size() > MAX_RANK) {
      throw new SafetensorsException(name + " has no shape of at most " + MAX_RANK + " dimensions");
    }
    int[] shape = new int[node.size()];
    for (int i = 0; i < shape.length; i++) {
      JsonNode n = node.get(i);
      if (!n.isInt() || n.asInt() < 0) {
        throw new SafetensorsException(
            "%s has a dimension of %s, which must be a whole number".formatted(name, n));
      }
      shape[i] = n.asInt();
    }
    return shape;
  }
}
