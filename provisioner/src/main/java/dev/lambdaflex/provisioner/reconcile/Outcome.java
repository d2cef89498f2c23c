package dev.lambdaflex.provisioner.reconcile;

import java.util.List;

import dev.lambdaflex.weights.safety.SafetyRule;

/** What became of a person's request. */
public sealed interface Outcome {

    /** It was taken, written down and acted upon. */
    record Done(Status status, String sentence) implements Outcome {}

    /** It was refused; nothing changed. */
    record Refused(String sentence, List<SafetyRule> rules) implements Outcome {
        public Refused {
            rules = List.copyOf(rules);
        }
    }

    /** It was made for a version that is no longer the present one; nothing changed. */
    record Stale(long presentVersion) implements Outcome {}

    /** The provisioner cannot write now: another one holds the lease, or the store is away; nothing changed. */
    record Unavailable(String sentence) implements Outcome {}
}
