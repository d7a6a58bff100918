package ludus.agents.memory;

import java.util.concurrent.TimeUnit;
import ludus.core.random.Rng;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Single changes and searches; run it by {@code mvn -Pjmh -pl agents -am verify}. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class SumTreeBenchmark {
  @Param({"100000", "1000000"})
  int leaves;

  private final Rng rng = new Rng(1);
  private SumTree tree;

  /** Gives every leaf a mass. */
  @Setup
  public void fill() {
    tree = new SumTree(leaves);
    for (int leaf = 0; leaf < leaves; leaf++) {
      tree.set(leaf, 1 + rng.nextInt(1 << 24));
    }
  }

  /** Another mass for a leaf at random. */
  @Benchmark
  public long set() {
    tree.set(rng.nextInt(leaves), 1 + rng.nextInt(1 << 24));
    return tree.total();
  }

  /** The leaf at a place at random. */
  @Benchmark
  public int find() {
    return tree.at((long) (rng.nextDouble() * tree.total()));
  }
}
