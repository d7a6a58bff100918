package ludus.agents.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import ludus.core.random.Rng;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SafetensorsTest {
  @Test
  void whatIsWrittenIsReadBackBitForBit() throws Exception {
    Weights weights =
        Initialization.STANDARD
            .draw(Trials.FEATURES, 1)
            .put("step", new int[0], new float[] {3})
            .put("odd", new int[] {2, 2}, new float[] {Float.NaN, -0f, Float.MIN_VALUE, 1e38f});
    Trials.assertIdentical(weights, Safetensors.read(Safetensors.bytes(weights)));
    assertArrayEquals(
        new int[] {2, 2},
        Safetensors.read(Safetensors.bytes(weights)).tensors().get("odd").shape());
  }

  @Test
  void theLayoutIsTheFormats() {
    byte[] bytes = Safetensors.bytes(new Weights().put("a", new int[] {2}, new float[] {1, 2}));
    ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    int length = (int) buffer.getLong();
    assertEquals(0, length % 8);
    assertEquals(
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}}",
        new String(bytes, 8, length, StandardCharsets.UTF_8).strip());
    assertEquals(2f, buffer.getFloat(8 + length + 4));
  }

  @Test
  void metadataIsPassedOver() throws Exception {
    byte[] file =
        file(
            "{'__metadata__':{'format':'pt'},'a':{'dtype':'F32','shape':[1],'data_offsets':[0,4]}}",
            4);
    assertEquals(1, Safetensors.read(file).tensors().size());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "{'a':{'dtype':'F16','shape':[1],'data_offsets':[0,2]}} | only F32",
        "{'a':{'shape':[1],'data_offsets':[0,4]}} | only F32",
        "{'a':{'dtype':'F32','shape':[2],'data_offsets':[0,4]}} | wants 8 bytes",
        "{'a':{'dtype':'F32','shape':[1],'data_offsets':[4,0]}} | wants 4 bytes",
        "{'a':{'dtype':'F32','shape':[1],'data_offsets':[-4,0]}} | wants 4 bytes",
        "{'a':{'dtype':'F32','shape':[1],'data_offsets':[8,12]}} | overlap or leave a gap",
        "{'a':{'dtype':'F32','shape':[1]}} | where its data are",
        "{'a':{'dtype':'F32','shape':[1],'data_offsets':[0,99999999999999999999]}} | where its data",
        "{'a':{'dtype':'F32','shape':[65536,65536,65536,65536],'data_offsets':[0,0]}} | gigabytes",
        "{'a':{'dtype':'F32','shape':[500000000],'data_offsets':[0,2000000000]}} | cut off",
        "{'a':{'dtype':'F32','shape':[-1],'data_offsets':[0,4]}} | dimension",
        "{'a':{'dtype':'F32','shape':[1.5],'data_offsets':[0,4]}} | dimension",
        "{'a':{'dtype':'F32','shape':'x','data_offsets':[0,4]}} | no shape",
        "{'a':{'dtype':'F32','shape':[1,1,1,1,1,1,1,1,1],'data_offsets':[0,4]}} | no shape",
        "{'a':7} | only F32",
        "[] | not a list of tensors",
        "{'a':{'dtype':'F32','shape':[1],'data_offsets':[0,4]}} {} | not sound JSON",
        "{'a':[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]} | not sound JSON",
        "{'a':{'dtype':'F32','shape':[1],'data_offsets':[0,4]} | not sound JSON"
      })
  void damageGetsOneClearSentence(String header, String sentence) {
    assertSays(sentence, file(header, 4));
  }

  @Test
  void tensorsMustNotOverlapOrRepeat() {
    String a = "'a':{'dtype':'F32','shape':[2],'data_offsets':[0,8]}";
    String b = "'b':{'dtype':'F32','shape':[2],'data_offsets':[4,12]}";
    assertSays("overlap", file("{" + a + "," + b + "}", 12));
    assertSays("not sound JSON", file("{" + a + "," + a + "}", 8));
  }

  @Test
  void hostileHeaderLengthsAllocateNothing() {
    for (long length : new long[] {-1, Long.MIN_VALUE, Long.MAX_VALUE, 1L << 40, 0}) {
      byte[] file = file("{}", 0);
      ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putLong(length);
      assertSays("no .safetensors", file);
    }
  }

  @Test
  void everyCutIsNoticed() {
    byte[] whole = Safetensors.bytes(new Weights().put("a", new int[] {2}, new float[] {1, 2}));
    for (int length = 0; length < whole.length; length++) {
      assertSays("cut off", Arrays.copyOf(whole, length));
    }
    assertSays("go on behind", Arrays.copyOf(whole, whole.length + 1));
  }

  @Test
  void anyDamagedByteIsEitherReadOrRefusedInOrder() {
    byte[] whole = Safetensors.bytes(Initialization.STANDARD.draw(Trials.FEATURES, 1));
    Rng rng = new Rng(1);
    for (int i = 0; i < 2000; i++) {
      byte[] damaged = whole.clone();
      damaged[rng.nextInt(600)] = (byte) rng.nextInt(256);
      try {
        Safetensors.read(damaged);
      } catch (SafetensorsException e) {
        assertTrue(e.getMessage().length() > 10);
      }
    }
  }

  private static byte[] file(String header, int data) {
    byte[] json = header.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(8 + json.length + data)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putLong(json.length)
        .put(json)
        .array();
  }

  private static void assertSays(String sentence, byte[] file) {
    SafetensorsException e = assertThrows(SafetensorsException.class, () -> Safetensors.read(file));
    assertTrue(e.getMessage().contains(sentence), e.getMessage());
  }
}
