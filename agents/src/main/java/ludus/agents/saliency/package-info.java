/** What in an observation moves a decision. */
package ludus.agents.saliency;
