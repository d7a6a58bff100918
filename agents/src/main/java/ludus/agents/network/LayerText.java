package ludus.agents.network;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a layer as presets and policy files write it. */
final class LayerText {
  private static final Pattern CONVOLUTION =
      Pattern.compile("conv (\\d{1,5})@(\\d{1,3})/(\\d{1,3})");
  private static final Pattern DENSE = Pattern.compile("dense (\\d{1,6})");
  private static final Pattern DUELING =
      Pattern.compile("dueling(?: (\\d{1,6}))?(?: by (\\d{1,4}))?");

  private LayerText() {}

  static NetworkSpec.Layer parse(String text) {
    Matcher conv = CONVOLUTION.matcher(text.strip());
    if (conv.matches()) {
      return new NetworkSpec.Convolution(
          number(conv, 1, 0), number(conv, 2, 0), number(conv, 3, 0));
    }
    Matcher dense = DENSE.matcher(text.strip());
    if (dense.matches()) {
      return new NetworkSpec.Dense(number(dense, 1, 0));
    }
    Matcher dueling = DUELING.matcher(text.strip());
    if (dueling.matches()) {
      return new NetworkSpec.Dueling(number(dueling, 1, 0), number(dueling, 2, 1));
    }
    if (text.strip().equals("actor-critic")) {
      return new NetworkSpec.ActorCritic();
    }
    throw new IllegalArgumentException(
        ("a layer is written 'conv 16@8/4' (filters@kernel/stride) or 'dense 256', and at the end"
                + " there may be 'dueling 256' or 'actor-critic', not '%s'")
            .formatted(text));
  }

  private static int number(Matcher matcher, int group, int otherwise) {
    return matcher.group(group) == null ? otherwise : Integer.parseInt(matcher.group(group));
  }
}
