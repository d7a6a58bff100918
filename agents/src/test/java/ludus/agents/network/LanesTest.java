package ludus.agents.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LanesTest {
  private final Lanes lanes = new Lanes(3);

  /** Passes over the parts of two meetings, the second needing what all of the first wrote. */
  private static int[] pass(Lanes lanes, int seed) {
    int[] first = new int[3];
    int[] second = new int[3];
    lanes.each(lane -> first[lane] = seed + lane);
    lanes.each(lane -> second[lane] = first[0] + first[1] * first[2] + lane);
    return second;
  }

  private static int[] expected(int seed) {
    int base = seed + (seed + 1) * (seed + 2);
    return new int[] {base, base + 1, base + 2};
  }

  @Test
  void everyPartIsDoneOnceAndSeenAfterwards() {
    for (int round = 0; round < 2000; round++) {
      assertArrayEquals(expected(round), pass(lanes, round));
    }
  }

  @Test
  void threadsThatSleptAreWokenUp() throws InterruptedException {
    for (int round = 0; round < 20; round++) {
      Thread.sleep(3); // longer than they look out
      assertArrayEquals(expected(round), pass(lanes, round));
    }
  }

  @Test
  void whoComesWhileTheyAreTakenDoesAllPartsAlone() throws InterruptedException {
    CountDownLatch taken = new CountDownLatch(1);
    CountDownLatch other = new CountDownLatch(1);
    Thread first =
        new Thread(
            () ->
                lanes.each(
                    lane -> {
                      taken.countDown();
                      awaitQuietly(other);
                    }));
    first.start();
    taken.await();
    AtomicIntegerArray mine = new AtomicIntegerArray(3);
    Thread me = Thread.currentThread();
    lanes.each(
        lane -> {
          assertSame(me, Thread.currentThread());
          mine.incrementAndGet(lane);
        });
    assertEquals("[1, 1, 1]", mine.toString());
    other.countDown();
    first.join();
    assertArrayEquals(expected(5), pass(lanes, 5));
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await(30, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void twoThreadsAtOnceGetTheirOwnResults() throws InterruptedException {
    int[] wrong = new int[2];
    Thread[] both = new Thread[2];
    for (int i = 0; i < both.length; i++) {
      int me = i;
      both[i] =
          new Thread(
              () -> {
                for (int round = 0; round < 3000; round++) {
                  int seed = round * 2 + me;
                  wrong[me] += Arrays.equals(expected(seed), pass(lanes, seed)) ? 0 : 1;
                }
              });
      both[i].start();
    }
    for (Thread each : both) {
      each.join();
    }
    assertArrayEquals(new int[2], wrong);
  }

  @Test
  void aFailureIsToldOnceAndTheNextMeetingIsAsGoodAsAny() {
    IllegalStateException e =
        assertThrows(
            IllegalStateException.class,
            () ->
                lanes.each(
                    lane -> {
                      if (lane == 2) {
                        throw new ArithmeticException("of part 2");
                      }
                    }));
    assertEquals("of part 2", e.getCause().getMessage());
    assertThrows(
        ArithmeticException.class,
        () ->
            lanes.each(
                lane -> {
                  if (lane == 0) {
                    throw new ArithmeticException("of part 0");
                  }
                }));
    assertArrayEquals(expected(7), pass(lanes, 7));
  }

  @Test
  void anInterruptIsLeftToTheCaller() {
    Thread.currentThread().interrupt();
    int[] done = new int[3];
    lanes.each(
        lane -> {
          long until = System.nanoTime() + (lane == 0 ? 0 : 5_000_000);
          while (System.nanoTime() < until) {
            Thread.onSpinWait();
          }
          done[lane] = 1;
        });
    assertTrue(Thread.interrupted());
    assertArrayEquals(new int[] {1, 1, 1}, done);
  }

  @Test
  void oneLaneIsTheCallerAlone() {
    int[] done = new int[1];
    new Lanes(1).each(lane -> done[lane]++);
    assertEquals(1, done[0]);
    assertSame(Lanes.shared(2), Lanes.shared(2));
  }
}
