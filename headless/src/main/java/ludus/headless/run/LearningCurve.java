package ludus.headless.run;

final class LearningCurve {
  static void draw(
      String t,
      java.util.List<java.util.Map<String, Double>> r,
      double a,
      double b,
      java.nio.file.Path p) {}
}
