package dev.lambdaflex.weights.migration;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

import dev.lambdaflex.weights.plan.ShiftPlan;
import dev.lambdaflex.weights.safety.SafetyRule;
import dev.lambdaflex.weights.split.Split;
import dev.lambdaflex.weights.split.Tier;

/** What a person can ask of a migration. */
public sealed interface Verb {

    /** Move to {@code to}, by {@code plan} or by the policy's own. */
    record Start(Tier to, Optional<ShiftPlan> plan) implements Verb {}

    /** Let nothing move forward. */
    record Pause() implements Verb {}

    /** End a pause or a manual split. */
    record Resume() implements Verb {}

    /** Take the present step as passed. */
    record Promote() implements Verb {}

    /** Take all steps as passed. */
    record PromoteFull() implements Verb {}

    /** Go back one step. */
    record StepBack() implements Verb {}

    /** Give the migration up and go back to where it came from. */
    record Abort() implements Verb {}

    /** Try again what failed or waits out a back-off. */
    record Retry() implements Verb {}

    /**
     * Set the split by hand.
     *
     * @param hold     automation resumes after it; empty when a person resumes it
     * @param override the safety rules that may be broken by this one request
     */
    record SetWeights(Split split, Optional<Duration> hold, Set<SafetyRule> override) implements Verb {
        public SetWeights {
            override = Set.copyOf(override);
        }
    }

    /** The name that people type: {@code promote-full}. */
    default String label() {
        return switch (this) {
            case Start _ -> "start";
            case Pause _ -> "pause";
            case Resume _ -> "resume";
            case Promote _ -> "promote";
            case PromoteFull _ -> "promote-full";
            case StepBack _ -> "step-back";
            case Abort _ -> "abort";
            case Retry _ -> "retry";
            case SetWeights _ -> "set-weights";
        };
    }
}
