package ludus.core.draw;

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

/** Frames a second of the rasteriser alone; run it by {@code mvn -Pjmh -pl core verify}. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class PixelCanvasBenchmark {
  @Param({"10", "60", "150"})
  int shapes;

  private final PixelCanvas canvas = new PixelCanvas();
  private final DrawList picture = new DrawList();

  /** Draws up a picture of mixed shapes at random places, none on whole pixels. */
  @Setup
  public void drawUp() {
    Rng rng = new Rng(1);
    picture.clear(Palette.NIGHT);
    for (int i = 0; i < shapes; i++) {
      float x = rng.uniform(0, 78);
      float y = rng.uniform(0, 78);
      switch (i % 3) {
        case 0 -> picture.rectangle(x, y, 6, 4, Palette.SKY);
        case 1 -> picture.circle(x, y, 2.5f, Palette.ORANGE);
        default -> picture.segment(x, y, x + 6, y + 3, 2, Palette.WHITE);
      }
    }
  }

  /** One whole frame. */
  @Benchmark
  public byte[] frame() {
    picture.draw(canvas);
    return canvas.pixels();
  }
}
