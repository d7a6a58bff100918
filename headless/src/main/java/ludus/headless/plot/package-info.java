/** What {@code ludus plot} draws: curves of runs, schedules, regrets. */
package ludus.headless.plot;
