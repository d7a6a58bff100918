package ludus.core.draw;

import java.util.Arrays;

/**
 * A recorded drawing: takes the calls of one picture and gives them to another canvas later, as
 * often as wanted. Used where drawing and showing happen apart (recordings, the network).
 *
 * <p>Clearing the canvas starts a new picture, so one list can record picture after picture without
 * allocating once it has grown to the largest.
 */
public final class DrawList implements Canvas {
  private enum Shape {
    CLEAR(0),
    RECTANGLE(4),
    CIRCLE(3),
    QUAD(8);

    final int numbers;

    Shape(int numbers) {
      this.numbers = numbers;
    }
  }

  private Shape[] shapes = new Shape[32];
  private Shade[] shades = new Shade[32];
  private float[] numbers = new float[128];
  private int size;
  private int used;

  /** How many calls are recorded. */
  public int size() {
    return size;
  }

  @Override
  public void clear(Shade shade) {
    size = 0;
    used = 0;
    add(Shape.CLEAR, shade);
  }

  @Override
  public void rectangle(float x, float y, float width, float height, Shade shade) {
    int i = add(Shape.RECTANGLE, shade);
    numbers[i] = x;
    numbers[i + 1] = y;
    numbers[i + 2] = width;
    numbers[i + 3] = height;
  }

  @Override
  public void circle(float x, float y, float radius, Shade shade) {
    int i = add(Shape.CIRCLE, shade);
    numbers[i] = x;
    numbers[i + 1] = y;
    numbers[i + 2] = radius;
  }

  @Override
  public void quad(
      float x1, float y1, float x2, float y2, float x3, float y3, float x4, float y4, Shade shade) {
    int i = add(Shape.QUAD, shade);
    numbers[i] = x1;
    numbers[i + 1] = y1;
    numbers[i + 2] = x2;
    numbers[i + 3] = y2;
    numbers[i + 4] = x3;
    numbers[i + 5] = y3;
    numbers[i + 6] = x4;
    numbers[i + 7] = y4;
  }

  /** Draws the recorded picture on another canvas, call by call. */
  public void draw(Canvas canvas) {
    float[] n = numbers;
    int i = 0;
    for (int k = 0; k < size; k++) {
      Shade shade = shades[k];
      switch (shapes[k]) {
        case CLEAR -> canvas.clear(shade);
        case RECTANGLE -> canvas.rectangle(n[i], n[i + 1], n[i + 2], n[i + 3], shade);
        case CIRCLE -> canvas.circle(n[i], n[i + 1], n[i + 2], shade);
        case QUAD ->
            canvas.quad(
                n[i], n[i + 1], n[i + 2], n[i + 3], n[i + 4], n[i + 5], n[i + 6], n[i + 7], shade);
      }
      i += shapes[k].numbers;
    }
  }

  private int add(Shape shape, Shade shade) {
    if (size == shapes.length) {
      shapes = Arrays.copyOf(shapes, 2 * size);
      shades = Arrays.copyOf(shades, 2 * size);
    }
    if (used + shape.numbers > numbers.length) {
      numbers = Arrays.copyOf(numbers, 2 * numbers.length);
    }
    shapes[size] = shape;
    shades[size] = shade;
    size++;
    int first = used;
    used += shape.numbers;
    return first;
  }
}
