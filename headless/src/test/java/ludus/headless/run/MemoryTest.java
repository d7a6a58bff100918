package ludus.headless.run;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class MemoryTest {
  private static final long GB = 1L << 30;
  private static final Memory LAPTOP = new Memory(4 * GB, 100 * GB, 16 * GB, 9 * GB);

  private static String told(Memory memory, long onHeap, long outside) {
    return assertThrows(
            RunException.class, () -> memory.require("a buffer", onHeap, outside, "buffer_size"))
        .getMessage();
  }

  @Test
  void whatFitsIsAllowedThoughTheHeapAloneWouldNotHoldIt() {
    assertDoesNotThrow(() -> LAPTOP.require("a buffer", GB / 100, 7 * GB, "buffer_size"));
  }

  @Test
  void whatTheHeapTheMachineOrJavaCannotHoldIsRefusedWithTheSizes() {
    assertEquals(
        "a buffer takes 4,096 MB, this Java may use 4,096 MB: choose a smaller buffer_size, or set"
            + " JAVA_OPTS=-Xmx…",
        told(LAPTOP, 4 * GB, 0));
    assertEquals(
        "a buffer takes 10,240 MB, this machine has 16,384 MB, of which 9,216 MB are free: choose"
            + " a smaller buffer_size",
        told(LAPTOP, 0, 10 * GB));
    assertEquals(
        "a buffer takes 7,168 MB outside the Java heap, this Java may use 4,096 MB there: choose a"
            + " smaller buffer_size, or set JAVA_OPTS=-XX:MaxDirectMemorySize=7169m",
        told(new Memory(4 * GB, 4 * GB, 16 * GB, 9 * GB), 0, 7 * GB));
  }

  @Test
  void thisMachineHasSome() {
    Memory here = Memory.here();
    assertTrue(here.heap() > 0 && here.direct() > 0);
    assertTrue(here.free() > 0 && here.free() <= here.machine());
  }
}
