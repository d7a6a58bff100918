package ludus.agents.network;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a layer as presets and policy files write it. */
final class LayerText {
  private static final Pattern CONVOLUTION =
      Pattern.compile("conv (\\d{1,5})@(\\d{1,3})/(\\d{1,3})( same)?");
  private static final Pattern DENSE = Pattern.compile("dense (\\d{1,6})");
  private static final Pattern NOISY = Pattern.compile("noisy(?: (\\d{1,6}))?");
  private static final Pattern DUELING =
      Pattern.compile("dueling(?: (\\d{1,6}))?(?: by (\\d{1,4}))?");

  private static final Pattern MIRRORED =
      Pattern.compile("mirrored(?: x((?: \\d{1,3})+))?(?: y((?: \\d{1,3})+))?");

  private static final String NUMBER = "(-?\\d+(?:\\.\\d+)?)";
  private static final Pattern SPAN = Pattern.compile(NUMBER + "\\.\\." + NUMBER + "/(\\d{1,5})");

  private LayerText() {}

  static NetworkSpec.Layer parse(String text) {
    Matcher conv = CONVOLUTION.matcher(text.strip());
    if (conv.matches()) {
      return new NetworkSpec.Convolution(
          number(conv, 1, 0), number(conv, 2, 0), number(conv, 3, 0), conv.group(4) != null);
    }
    Matcher dense = DENSE.matcher(text.strip());
    if (dense.matches()) {
      return new NetworkSpec.Dense(number(dense, 1, 0));
    }
    Matcher noisy = NOISY.matcher(text.strip());
    if (noisy.matches()) {
      return new NetworkSpec.Noisy(number(noisy, 1, 0));
    }
    Matcher dueling = DUELING.matcher(text.strip());
    if (dueling.matches()) {
      return new NetworkSpec.Dueling(number(dueling, 1, 0), number(dueling, 2, 1));
    }
    Matcher mirrored = MIRRORED.matcher(text.strip());
    if (mirrored.matches()) {
      return new Mirrored(numbers(mirrored.group(1)), numbers(mirrored.group(2)));
    }
    if (text.strip().startsWith("cells ")) {
      return cells(text.strip());
    }
    if (text.strip().equals("max pool")) {
      return new NetworkSpec.MaxPool();
    }
    if (text.strip().equals("actor-critic")) {
      return new NetworkSpec.ActorCritic();
    }
    throw new IllegalArgumentException(
        ("a layer is written 'conv 16@8/4' (filters@kernel/stride), 'conv 32@3/1 same', 'max pool',"
                + " 'dense 256' or 'noisy 256', at the end there may be 'dueling 256' or"
                + " 'actor-critic', and at the beginning 'mirrored x 1 0', not '%s'")
            .formatted(text));
  }

  private static NetworkSpec.Layer cells(String text) {
    List<Cells.Span> spans = new ArrayList<>();
    for (String word : text.substring("cells ".length()).strip().split(" +")) {
      Matcher span = SPAN.matcher(word);
      if (!span.matches()) {
        throw new IllegalArgumentException(
            "cells are written 'cells -2.4..2.4/6 0..2/3' (low..high/parts, a feature each), not '%s'"
                .formatted(text));
      }
      spans.add(
          new Cells.Span(
              Float.parseFloat(span.group(1)),
              Float.parseFloat(span.group(2)),
              Integer.parseInt(span.group(3))));
    }
    return new Cells(spans);
  }

  private static List<Integer> numbers(String text) {
    List<Integer> numbers = new ArrayList<>();
    if (text != null) {
      for (String word : text.strip().split(" ")) {
        numbers.add(Integer.parseInt(word));
      }
    }
    return numbers;
  }

  /** A number as short as it reads back the same. */
  static String number(float value) {
    return value == Math.rint(value) && Math.abs(value) < 1e7
        ? Integer.toString((int) value)
        : new BigDecimal(Float.toString(value)).toPlainString();
  }

  private static int number(Matcher matcher, int group, int otherwise) {
    return matcher.group(group) == null ? otherwise : Integer.parseInt(matcher.group(group));
  }
}
