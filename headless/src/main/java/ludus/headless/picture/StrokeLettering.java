package ludus.headless.picture;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.Stroke;
import java.awt.geom.Path2D;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Letters drawn as lines on a grid of 5 × 7 points, for machines without fonts: capitals, digits
 * and the signs that charts need. What it does not know becomes a small box.
 */
final class StrokeLettering implements Lettering {
  /** From left to left of neighbouring letters, in columns of the grid. */
  private static final float ADVANCE = 5.6f;

  /** Rows from the top of a capital to the baseline. */
  private static final float ROWS = 6;

  /** The height of a capital, as a share of the font's size. */
  private static final float CAPITAL = 0.66f;

  private static final String UNKNOWN = "1232351512";

  /** A line for each letter: its strokes, each a chain of points, column and row in one digit. */
  private static final String LETTERS =
      """
      0 103041453616050110
      1 112026 1636
      2 01103041420646
      3 01103041423323 334445361605
      4 36300444
      5 400003334445361605
      6 413010010516364544331304
      7 004016
      8 103041423313020110 1304051636454433
      9 051636454130100102133342
      A 062046 1434
      B 06003041423303 3344453606
      C 4130100105163645
      D 00304145360600
      E 40000646 0333
      F 400006 0333
      G 41301001051636454323
      H 0006 4046 0343
      I 1030 2026 1636
      J 4045361605
      K 0006 400346
      L 000646
      M 0600234046
      N 06004640
      O 103041453616050110
      P 06003041423303
      Q 103041453616050110 2446
      R 06003041423303 2346
      S 413010010213334445361605
      T 0040 2026
      U 000516364540
      V 002640
      W 0016223640
      X 0046 4006
      Y 0023 402326
      Z 00400646
      . 2526
      , 2517
      : 2122 2526
      - 1333
      \u2212 0343
      + 0343 2125
      \u00B1 0242 2024 0646
      = 0242 0444
      / 4006
      ( 30212536
      ) 10212516
      % 4006 0010110100 3545463635
      _ 0646
      ' 2021
      \u00B7 2324
      # 1016 3036 0242 0444
      \u0395 40000646 0333
      """;

  private final Map<Character, String> letters = new HashMap<>();

  StrokeLettering() {
    LETTERS.lines().forEach(line -> letters.put(line.charAt(0), line.substring(2)));
    letters.put(' ', "");
  }

  @Override
  public float width(String text, float size, boolean bold) {
    return (text.length() * ADVANCE - (ADVANCE - 4)) * unit(size);
  }

  @Override
  public void write(Graphics2D graphics, String text, float x, float y, float size, boolean bold) {
    float unit = unit(size);
    Path2D.Float path = new Path2D.Float();
    String capitals = text.toUpperCase(Locale.ROOT);
    for (int i = 0; i < capitals.length(); i++) {
      String strokes = letters.getOrDefault(capitals.charAt(i), UNKNOWN);
      float left = x + i * ADVANCE * unit;
      for (String chain : strokes.split(" ")) {
        for (int k = 0; k < chain.length(); k += 2) {
          float px = left + (chain.charAt(k) - '0') * unit;
          float py = y + (chain.charAt(k + 1) - '0' - ROWS) * unit;
          if (k == 0) {
            path.moveTo(px, py);
          } else {
            path.lineTo(px, py);
          }
        }
      }
    }
    Stroke before = graphics.getStroke();
    float pen = size * (bold ? 0.11f : 0.075f);
    graphics.setStroke(new BasicStroke(pen, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    graphics.draw(path);
    graphics.setStroke(before);
  }

  private static float unit(float size) {
    return size * CAPITAL / ROWS;
  }
}
