package dev.lambdaflex.weights.migration;

import java.util.Optional;
import java.util.Set;

import dev.lambdaflex.weights.split.RecordSet;
import dev.lambdaflex.weights.split.Split;
import dev.lambdaflex.weights.split.Tier;

/**
 * What becomes of records that somebody else changed. Where no rule here takes a turn, the phase goes on and its records are
 * put back.
 *
 * <p>Two things are put back under any policy. A set without any record of ours serves nobody. And while traffic leaves a
 * tier that is bad or about to go, holding would leave users on it.
 */
final class DriftRules {

    private static final String SOMEBODY = "somebody at the zone";

    private DriftRules() {}

    static Optional<Turn> decide(Situation s) {
        if (!drifted(s) || leaves(s.state().phase()) || s.seen().liveSplit().isEmpty()) {
            return Optional.empty();
        }
        return switch (s.policy().drift()) {
            case REVERT -> Optional.empty();
            case ADOPT -> adopt(s, s.seen().records().orElseThrow());
            case HALT -> Optional.of(halt(s, s.seen().records().orElseThrow()));
        };
    }

    /** The zone took our last change, nothing else is wanted since, and other records stand. */
    static boolean drifted(Situation s) {
        RecordChange change = s.state().change();
        return change.id().isPresent() && s.state().wantedRecords().filter(change.wanted()::equals).isPresent()
                && s.seen().records().filter(live -> !live.equals(change.wanted())).isPresent();
    }

    private static boolean leaves(Phase phase) {
        return phase instanceof Phase.RollingBack || phase instanceof Phase.RollbackFailed
                || phase instanceof Phase.TearingDown;
    }

    private static Optional<Turn> adopt(Situation s, RecordSet live) {
        if (!leadToUs(live, s.state().targets())) {
            return Optional.of(halt(s, live));
        }
        Split split = s.live();
        if (split.equals(s.state().split())) {
            return Optional.empty();
        }
        Phase active = s.state().phase().active();
        if (ManualWeightRules.inFlux(active)) {
            return Optional.of(halt(s, live));
        }
        String found = "the records were changed to " + live.weights();
        HoldReason manual = new HoldReason.ManualWeights(split, SOMEBODY, found, Optional.empty(), Set.of());
        return Optional.of(Turn.to(s.state().at(new Phase.Held(manual, active, s.now())),
                found + ", which is taken over as set by hand until resumed"));
    }

    /** What is known of the records from here on is what was found: once a person resumes, they are changed like any others. */
    private static Turn halt(Situation s, RecordSet live) {
        Phase held = new Phase.Held(new HoldReason.Drifted(live), s.state().phase(), s.now());
        return Turn.to(s.state().at(held).with(RecordChange.intent(live, s.now())), waiting(s, live));
    }

    static Turn halted(Situation s, Phase.Held held, HoldReason.Drifted drifted) {
        Optional<RecordSet> live = s.seen().records();
        if (live.equals(s.in(held.resumes()).state().wantedRecords())) {
            return Turn.to(s.state().at(Resumption.of(held, s)),
                    "the records are as they shall be: goes on");
        }
        RecordSet found = live.orElse(drifted.found());
        if (found.split().isEmpty()) {
            return Turn.to(s.state().at(Resumption.of(held, s)), "all records are gone: puts them back");
        }
        return found.equals(drifted.found())
                ? Turn.to(s.state(), waiting(s.in(held.resumes()), found))
                : halt(s.in(held.resumes()), found);
    }

    private static String waiting(Situation s, RecordSet found) {
        RecordSet expected = s.state().wantedRecords().orElse(RecordSet.EMPTY);
        boolean weightsAlone = leadToUs(found, s.state().targets());
        return "held, for somebody changed the records to %s (expected: %s); resume puts them back, set-weights sets others"
                .formatted(weightsAlone ? found.weights() : found, weightsAlone ? expected.weights() : expected);
    }

    private static boolean leadToUs(RecordSet live, Targets targets) {
        return leadsToUs(live, Tier.LAMBDA, targets.lambda()) && leadsToUs(live, Tier.FARGATE, targets.fargate());
    }

    private static boolean leadsToUs(RecordSet live, Tier tier, Optional<String> target) {
        Optional<String> leads = live.record(tier).map(RecordSet.Weighted::target);
        return leads.isEmpty() || leads.equals(target);
    }
}
