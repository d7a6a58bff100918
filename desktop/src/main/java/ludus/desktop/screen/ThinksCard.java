package ludus.desktop.screen;

import ludus.agents.policy.Policy.Meaning;
import ludus.desktop.hud.ActionBars;
import ludus.desktop.hud.Brush;
import ludus.desktop.hud.Card;
import ludus.desktop.hud.Ink;
import ludus.desktop.hud.LeverBar;
import ludus.desktop.hud.Line;
import ludus.headless.play.Pilot;
import ludus.headless.play.Session;

/** The card of what the pilot thinks of every action, and which it chose. */
final class ThinksCard {
  private static final float HEAD = 44;
  private static final float FOOT = 8;

  private final Brush brush;
  private final Session session;
  private final Lever lever;
  private final ActionBars bars;
  private final LeverBar leverBar;
  private final Line line = new Line();

  /**
   * @param lever that a person would move, or null where actions are choices
   */
  ThinksCard(Brush brush, Session session, Lever lever) {
    this.brush = brush;
    this.session = session;
    this.lever = lever;
    bars = new ActionBars(session.info().actions());
    leverBar = lever == null ? null : new LeverBar(session.info().range(), lever.rest());
  }

  ActionBars bars() {
    return bars;
  }

  /** How high it is at least. */
  float least() {
    return HEAD + FOOT + (leverBar != null ? leverBar.height() + 6 : bars.least());
  }

  /**
   * Draws it.
   *
   * @param free how high it may be
   * @param person what the person did instead in the last tick, or −1
   * @return its lower edge
   */
  float draw(float y, float free, int person) {
    return leverBar != null ? pulls(y) : values(y, free, person);
  }

  private float values(float y, float free, int person) {
    Pilot pilot = session.pilot();
    float[] preferences = pilot.preferences();
    boolean probabilities = pilot.meaning() == Meaning.PROBABILITIES;
    float inside = bars.height(free - HEAD - FOOT);
    Card.empty(brush, SidePanel.X, y, SidePanel.WIDTH, inside + HEAD + FOOT);
    String remark = "bars: against their mean";
    if (session.manual()) {
      remark = "framed: what it would do";
    } else if (preferences == null) {
      remark = "it gives no numbers";
    } else if (probabilities) {
      remark = "probabilities";
    }
    String heading = preferences == null || probabilities ? "What it does" : "Action values";
    Card.heading(brush, SidePanel.X, y, SidePanel.WIDTH, heading, remark);
    bars.draw(
        brush,
        SidePanel.INSIDE,
        y + HEAD - 2,
        SidePanel.INNER,
        inside,
        preferences,
        pilot.meaning(),
        session.wish(),
        session.manual() ? person : -1);
    return y + inside + HEAD + FOOT;
  }

  /** Where the agent, or the person, holds a continuous control. */
  private float pulls(float y) {
    float wish = session.info().range().value(session.wish(), session.info().actions().size());
    float value = session.manual() ? lever.value() : wish;
    Card.empty(brush, SidePanel.X, y, SidePanel.WIDTH, least());
    line.clear().add(value, 2);
    if (session.manual()) {
      line.add(", it would: ").add(wish, 2);
    }
    Card.heading(brush, SidePanel.X, y, SidePanel.WIDTH, "What it does", line);
    float color = session.manual() ? Ink.PERSON : Ink.AGENT;
    leverBar.level(brush, SidePanel.INSIDE, y + HEAD + 6, SidePanel.INNER, value, color);
    return y + least();
  }
}
