package dev.lambdaflex.weights.migration;

import java.util.List;
import java.util.Optional;

import dev.lambdaflex.weights.gate.TierWindow;
import dev.lambdaflex.weights.policy.Demand;
import dev.lambdaflex.weights.split.RecordSet;
import dev.lambdaflex.weights.split.Split;
import dev.lambdaflex.weights.split.Tier;

/**
 * The world at one tick. What could not be read is empty and named in {@code blind}: unknown is never good news.
 *
 * @param records        the records as they stand in the zone
 * @param change         how far the state's change is; empty when it has none or it could not be asked
 * @param fargate        the Fargate tier
 * @param lambda         the Lambda tier
 * @param lambdaAnswers  whether Lambda answered a health probe; empty when it was not probed
 * @param fargateAnswers the same for Fargate
 * @param lambdaWindow   what Lambda served since the change had settled
 * @param fargateWindow  the same for Fargate
 * @param fargateQuiet   what Fargate served in the window that must be quiet before it may go
 * @param demand         what both tiers together are asked
 * @param blind          what could not be read, with the cause
 */
public record Observation(Optional<RecordSet> records, Optional<ChangeStatus> change, Optional<FargateView> fargate,
        Optional<LambdaView> lambda, Optional<Boolean> lambdaAnswers, Optional<Boolean> fargateAnswers,
        Optional<TierWindow> lambdaWindow, Optional<TierWindow> fargateWindow, Optional<TierWindow> fargateQuiet,
        Optional<Demand> demand, List<String> blind) {

    public Observation {
        blind = List.copyOf(blind);
    }

    /** Nothing could be read. */
    public static Observation blind(String cause) {
        return new Observation(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty(),
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), List.of(cause));
    }

    Optional<TierWindow> window(Tier tier) {
        return tier == Tier.LAMBDA ? lambdaWindow : fargateWindow;
    }

    Optional<Split> liveSplit() {
        return records.flatMap(RecordSet::split);
    }
}
