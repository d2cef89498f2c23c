package dev.lambdaflex.weights.migration;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import dev.lambdaflex.weights.gate.GateSettings;
import dev.lambdaflex.weights.policy.Demand;
import dev.lambdaflex.weights.policy.ThresholdTierPolicy;
import dev.lambdaflex.weights.split.RecordSet;
import dev.lambdaflex.weights.split.Tier;

/**
 * The verbs that fit where an app stands, for buttons and for completion: those that the rules take in the best of worlds,
 * where both tiers are healthy and carry everything and nothing is frozen. A verb that is refused there is refused everywhere.
 * One that fits may still be refused for what is seen at that moment.
 */
public final class FittingVerbs {

    private static final int PLENTY = 1_000_000;

    private FittingVerbs() {}

    /** The labels of the verbs that fit, in the order in which people look for them. */
    public static List<String> of(MigrationState state, Instant now) {
        Situation best = best(state, now);
        return verbs(best).filter(verb -> fits(best, verb)).map(Verb::label).distinct().toList();
    }

    private static boolean fits(Situation best, Verb verb) {
        return VerbRules.answer(best, new Request(verb, "", "")) instanceof Answer.Accepted;
    }

    /** Every verb once, a start in each direction. Weights are set to what they are, for how far they may jump is not asked. */
    private static Stream<Verb> verbs(Situation best) {
        return Stream.of(new Verb.Start(Tier.FARGATE, Optional.empty()), new Verb.Start(Tier.LAMBDA, Optional.empty()),
                new Verb.Promote(), new Verb.PromoteFull(), new Verb.StepBack(), new Verb.Retry(), new Verb.Resume(),
                new Verb.Pause(), new Verb.Abort(), new Verb.SetWeights(best.live(), Optional.empty(), Set.of()));
    }

    private static Situation best(MigrationState state, Instant now) {
        Policy free = new Policy(state.plan(), GateSettings.defaults(), Timing.defaults(),
                ThresholdTierPolicy.defaults(), Fleet.defaults(), Environments.defaults(), DriftPolicy.REVERT, false);
        FargateView fargate = new FargateView(FargateView.Status.READY, state.targets().fargate(), PLENTY, PLENTY,
                PLENTY, "");
        LambdaView lambda = new LambdaView(state.targets().lambda().orElse(""), Concurrency.shared(PLENTY), false);
        Observation seen = new Observation(Optional.of(state.wantedRecords().orElse(RecordSet.EMPTY)),
                Optional.empty(), Optional.of(fargate), Optional.of(lambda), Optional.of(true), Optional.of(true),
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(Demand.NONE), List.of());
        return new Situation(state, seen, free, now);
    }
}
