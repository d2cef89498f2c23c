package dev.lambdaflex.weights.migration;

import java.util.List;

import dev.lambdaflex.weights.safety.SafetyRule;

/** What becomes of a {@link Request}. */
public sealed interface Answer {

    /** A refusal of a verb that does not fit. */
    static Answer refused(String sentence) {
        return new Refused(sentence, List.of());
    }

    /**
     * The state changes; the next tick acts by it.
     *
     * @param sentence what was done, for people
     */
    record Accepted(MigrationState state, String sentence) implements Answer {}

    /**
     * Nothing changes.
     *
     * @param sentence what was wrong and what to do
     * @param rules    the safety rules that stand against it; empty when the verb does not fit the phase
     */
    record Refused(String sentence, List<SafetyRule> rules) implements Answer {
        public Refused {
            rules = List.copyOf(rules);
        }
    }
}
