/**
 * Learning with a table: one number for every state and action, and no approximation. Sutton and
 * Barto (2018), "Reinforcement Learning: An Introduction", chapters 5 to 8 and 12, one algorithm a
 * file.
 *
 * <p>Agents are told of their world by {@link ludus.agents.tabular.TabularAgent}, one transition at
 * a time, and know no more of it than a state's index. {@link ludus.agents.tabular.MdpEpisodes}
 * plays them on a known world, {@link ludus.agents.tabular.TabularLearner} on the envs of a game.
 */
package ludus.agents.tabular;
