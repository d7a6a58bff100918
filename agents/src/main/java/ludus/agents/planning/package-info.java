/**
 * Planning: the best behaviour worked out from a world's table, without a step in it. Sutton and
 * Barto (2018), chapter 4.
 */
package ludus.agents.planning;
