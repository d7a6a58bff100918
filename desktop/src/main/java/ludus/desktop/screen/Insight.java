package ludus.desktop.screen;

import ludus.agents.network.Network;
import ludus.agents.saliency.Saliency;
import ludus.agents.saliency.Saliency.Method;
import ludus.headless.play.Session;

/** Whether and how it is shown what moves the decisions of the pilot that plays. */
final class Insight implements AutoCloseable {
  private final Session session;
  private Method method;
  private Explainer explainer;
  private int explained = -1;
  private float[] map;
  private int tick = -1;
  private long seed;

  Insight(Session session) {
    this.session = session;
  }

  /** What is shown now, or null. */
  Method method() {
    return method;
  }

  /** Turns to the next way of showing it, or to none. */
  void turn() {
    Method[] methods = Method.values();
    int next = method == null ? 0 : method.ordinal() + 1;
    method = next < methods.length ? methods[next] : null;
    map = null;
    tick = -1;
  }

  /** Whether there is something to show of this pilot: a network that is no table. */
  boolean possible() {
    Network network = session.pilot() == null ? null : session.pilot().network();
    return network != null && Saliency.canExplain(network, session.info().actions().size());
  }

  /**
   * Asks about the present decision, where it was not asked about yet.
   *
   * @param pilots how many pilots there were, so that another one's network is noticed
   */
  void advance(int pilots) {
    if (method == null || !possible()) {
      map = null;
      return;
    }
    if (explained != pilots) {
      close();
      explainer = new Explainer(session.pilot().network(), session.info());
      explained = pilots;
      tick = -1;
      map = null;
    }
    if (session.ticks() != tick || session.seed() != seed) {
      tick = session.ticks();
      seed = session.seed();
      explainer.ask(session.observation(), session.wish(), method);
    }
    float[] newest = explainer.take();
    if (newest != null) {
      map = newest;
    }
  }

  /** The newest map, as {@link Saliency#map} writes it, or null; another array when it changes. */
  float[] map() {
    return map;
  }

  @Override
  public void close() {
    if (explainer != null) {
      explainer.close();
      explainer = null;
    }
    explained = -1;
  }
}
