/**
 * Choosing among the arms of a bandit: exploration and nothing else. Sutton and Barto (2018),
 * chapter 2, and the regret of Lai and Robbins (1985).
 */
package ludus.agents.bandit;
