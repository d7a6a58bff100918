package ludus.core.game;

import java.util.List;

/**
 * What is fixed about a game.
 *
 * @param name lower-case name, as typed on the command line; a variant of a game has the name
 *     {@code game/variant}
 * @param picture the name of the game whose picture this one has: a variant's family, or the
 *     variant itself where it is looked at in another way, so that who learned from the frames of
 *     the one does not know those of the other
 * @param version raised with every change of the dynamics, the features or the picture; replays and
 *     policies carry it
 * @param title name for people
 * @param summary one sentence for people
 * @param players 1 or 2
 * @param actions names of the discrete actions, in the order of their indices
 * @param idle the actions that stand for a player who touches nothing, taken in turn, tick by tick
 *     (a game without a "stay" alternates opposites); empty where time stands still until the
 *     player acts
 * @param range what the actions mean where they are the evenly spaced levels of a continuous
 *     control; null where they are choices
 * @param features what {@link Game#features} writes
 * @param figures what {@link Game#figures} writes, beside the return a measure of success
 * @param ticksPerSecond how fast the game runs for people
 * @param tickLimit how many ticks an episode may last before an env truncates it
 */
public record GameInfo(
    String name,
    String picture,
    int version,
    String title,
    String summary,
    int players,
    List<String> actions,
    List<Integer> idle,
    Range range,
    List<Feature> features,
    List<Figure> figures,
    int ticksPerSecond,
    int tickLimit) {

  /**
   * One number of the state.
   *
   * @param name what it is
   * @param unit its unit, or "" where it has none
   * @param low the least value
   * @param high the greatest value
   */
  public record Feature(String name, String unit, float low, float high) {}

  /**
   * One measure of how an episode went, other than its return.
   *
   * @param name what it is, as evaluations report it
   * @param unit its unit, or "" where it has none, {@link #SHARE} or {@link #WHETHER}
   */
  public record Figure(String name, String unit) {
    /** Of what goes from 0 to 1. */
    public static final String SHARE = "share";

    /** Of what is 0 or 1 in an episode, and a share of episodes over several. */
    public static final String WHETHER = "whether";
  }

  /**
   * The span of a continuous control. Its actions are whole numbers all the same, so that replays,
   * networks and checkpoints carry them exactly: the first stands for {@code low}, the last for
   * {@code high}, the others lie evenly between.
   *
   * @param low the least value
   * @param high the greatest value
   */
  public record Range(float low, float high) {
    /** The value that an action stands for, among this many. */
    public float value(int action, int actions) {
      return low + (high - low) * action / (actions - 1);
    }

    /** The action whose value is nearest, among this many; values outside are taken as the ends. */
    public int action(float value, int actions) {
      float share = (value - low) / (high - low);
      return Math.round(Math.max(0, Math.min(1, share)) * (actions - 1));
    }
  }

  /**
   * Begins to say what is fixed about a game of this name. What is not said: version 1, one player,
   * the picture of its family, no idle action, actions that are choices, no figures.
   */
  public static Builder of(String name) {
    return new Builder(name);
  }

  /** A game's facts, one by one; each is told at {@link GameInfo}. */
  public static final class Builder {
    private final String name;
    private String picture;
    private int version = 1;
    private String title = "";
    private String summary = "";
    private int players = 1;
    private List<String> actions = List.of();
    private List<Integer> idle = List.of();
    private Range range;
    private List<Feature> features = List.of();
    private List<Figure> figures = List.of();
    private int ticksPerSecond;
    private int tickLimit;

    private Builder(String name) {
      this.name = name;
      this.picture = family(name);
    }

    public Builder picture(String picture) {
      this.picture = picture;
      return this;
    }

    public Builder version(int version) {
      this.version = version;
      return this;
    }

    public Builder title(String title) {
      this.title = title;
      return this;
    }

    public Builder summary(String summary) {
      this.summary = summary;
      return this;
    }

    public Builder players(int players) {
      this.players = players;
      return this;
    }

    public Builder actions(String... actions) {
      return actions(List.of(actions));
    }

    public Builder actions(List<String> actions) {
      this.actions = actions;
      return this;
    }

    public Builder idle(Integer... idle) {
      return idle(List.of(idle));
    }

    public Builder idle(List<Integer> idle) {
      this.idle = idle;
      return this;
    }

    public Builder range(Range range) {
      this.range = range;
      return this;
    }

    public Builder features(Feature... features) {
      return features(List.of(features));
    }

    public Builder features(List<Feature> features) {
      this.features = features;
      return this;
    }

    public Builder figures(Figure... figures) {
      return figures(List.of(figures));
    }

    public Builder figures(List<Figure> figures) {
      this.figures = figures;
      return this;
    }

    public Builder ticksPerSecond(int ticksPerSecond) {
      this.ticksPerSecond = ticksPerSecond;
      return this;
    }

    public Builder tickLimit(int tickLimit) {
      this.tickLimit = tickLimit;
      return this;
    }

    /**
     * What is fixed about the game.
     *
     * @throws IllegalArgumentException if something is missing or makes no sense
     */
    public GameInfo build() {
      return new GameInfo(
          name,
          picture,
          version,
          title,
          summary,
          players,
          actions,
          idle,
          range,
          features,
          figures,
          ticksPerSecond,
          tickLimit);
    }
  }

  /**
   * @throws IllegalArgumentException if a value makes no sense
   */
  public GameInfo {
    actions = List.copyOf(actions);
    idle = List.copyOf(idle);
    features = List.copyOf(features);
    figures = List.copyOf(figures);
    require(
        name.matches("[a-z][a-z0-9-]*(/[a-z0-9][a-z0-9.-]*)?"),
        "name must be lower case, was " + name);
    require(
        picture.equals(name) || picture.equals(family(name)),
        "the picture must be that of %s or of %s, was %s".formatted(name, family(name), picture));
    require(version > 0, "version must be positive, was " + version);
    require(players == 1 || players == 2, "players must be 1 or 2, was " + players);
    require(
        actions.size() >= 2 && actions.size() <= Byte.MAX_VALUE,
        "2 to 127 actions wanted, got " + actions.size());
    for (int action : idle) {
      require(action >= 0 && action < actions.size(), "idle action out of range: " + action);
    }
    require(!features.isEmpty(), "a game needs a feature");
    require(ticksPerSecond > 0, "ticksPerSecond must be positive, was " + ticksPerSecond);
    require(tickLimit > 0, "tickLimit must be positive, was " + tickLimit);
  }

  /** The name without the variant: what presets are found by. */
  public String family() {
    return family(name);
  }

  private static String family(String name) {
    int slash = name.indexOf('/');
    return slash < 0 ? name : name.substring(0, slash);
  }

  /** The action of a player who touches nothing, at this tick; −1 where time stands still. */
  public int idle(long tick) {
    return idle.isEmpty() ? -1 : idle.get((int) (tick % idle.size()));
  }

  /**
   * Returns the action if it exists.
   *
   * @throws IllegalArgumentException if it does not
   */
  public int checkAction(int action) {
    if (action < 0 || action >= actions.size()) {
      throw new IllegalArgumentException(
          "%s has actions 0 to %d, got %d".formatted(name, actions.size() - 1, action));
    }
    return action;
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw new IllegalArgumentException(message);
    }
  }
}
