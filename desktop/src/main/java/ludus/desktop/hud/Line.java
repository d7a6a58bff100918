package ludus.desktop.hud;

/**
 * One line of text that is written anew in every picture without allocating. Numbers are written
 * the same in every country, with a true minus sign.
 */
public final class Line implements CharSequence {
  private static final long[] POWERS = {1, 10, 100, 1_000, 10_000, 100_000, 1_000_000};

  private final StringBuilder text = new StringBuilder(64);

  /** Begins with nothing. */
  public Line clear() {
    text.setLength(0);
    return this;
  }

  public Line add(CharSequence more) {
    text.append(more);
    return this;
  }

  /** The part of a text from one place to before another. */
  public Line add(CharSequence text, int from, int to) {
    this.text.append(text, from, to);
    return this;
  }

  public Line add(long number) {
    if (number < 0) {
      text.append('−').append(-number);
    } else {
      text.append(number);
    }
    return this;
  }

  /** Only this text, its end cut off where it is wider than the room that there is. */
  public Line fit(Brush brush, Face face, String text, float room) {
    clear().add(text);
    for (int end = text.length() - 1; end > 0 && brush.width(face, this) > room; end--) {
      clear().add(text, 0, end).add("…");
    }
    return this;
  }

  /** A number with this many digits (0 to 6) after the point. */
  public Line add(double number, int digits) {
    if (Double.isNaN(number)) {
      text.append('–');
      return this;
    }
    if (Math.abs(number) > 1e11) {
      text.append(number < 0 ? "−∞" : "∞");
      return this;
    }
    long power = POWERS[digits];
    long scaled = Math.round(Math.abs(number) * power);
    if (number < 0 && scaled > 0) {
      text.append('−');
    }
    text.append(scaled / power);
    if (digits > 0) {
      text.append('.');
      long rest = scaled % power;
      for (long p = power / 10; p > 0; p /= 10) {
        text.append((char) ('0' + rest / p % 10));
      }
    }
    return this;
  }

  /** A return: whole where rewards are whole, or where it is so large that a part says nothing. */
  public Line addReturn(double value) {
    boolean whole = value == Math.rint(value) || Math.abs(value) >= 1000;
    return add(value, whole ? 0 : Math.abs(value) < 10 ? 2 : 1);
  }

  @Override
  public int length() {
    return text.length();
  }

  @Override
  public char charAt(int index) {
    return text.charAt(index);
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return text.subSequence(start, end);
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
