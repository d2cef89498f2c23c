package dev.lambdaflex.simulator.virtual;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.lambdaflex.simulator.model.AppTruth;
import dev.lambdaflex.simulator.model.Fault;
import dev.lambdaflex.simulator.model.traffic.TrafficCount;
import dev.lambdaflex.weights.split.Split;
import dev.lambdaflex.weights.split.Tier;

/**
 * Tells the requests that a correct controller would have had served from those that nobody could have.
 *
 * <pre>
 *   tier breaks          other tier healthy, controller not blind       reaction over
 *   |--- nobody to serve ---|------------ no time yet ----------------------|--- avoidable, while it has weight --->
 * </pre>
 *
 * Who still asks a tier that has no weight any more follows an answer that no controller can take back.
 */
final class LossJudge {

    /**
     * A crash and the rest of its lease (40 s), three failed probes and a step (40 s), the change on all name servers (60 s),
     * the TTL (60 s), and a tick for each look between them (40 s).
     */
    private static final Duration REACTION = Duration.ofMinutes(4);
    private static final int SHOWN = 10;
    /** While one of these is on, the records cannot be changed, or the tier to flee to cannot be seen. */
    private static final Map<Tier, Set<Fault>> TIED_TO = Map.of(
            Tier.LAMBDA, EnumSet.of(Fault.ROUTE_53_AWAY, Fault.CLOUDFORMATION_AWAY, Fault.ECS_AWAY),
            Tier.FARGATE, EnumSet.of(Fault.ROUTE_53_AWAY, Fault.LAMBDA_API_AWAY));

    private final Map<Tier, Instant> escapableSince = new EnumMap<>(Tier.class);
    private final List<String> incidents = new ArrayList<>();
    private long failed;
    private long avoidable;

    void see(TrafficCount count, AppTruth truth, Set<Fault> faults, Instant now) {
        for (Tier tier : Tier.values()) {
            note(tier, truth, faults, now);
        }
        if (count.failed() == 0) {
            return;
        }
        failed += count.failed();
        judge(Tier.LAMBDA, count.lambdaErrors(), truth, now);
        judge(Tier.FARGATE, count.fargateErrors(), truth, now);
        if (count.lost() > 0) {
            blame(count.lost(), "found nobody, records %s".formatted(truth.records()), now);
        }
    }

    Losses losses() {
        return new Losses(failed, avoidable, incidents);
    }

    private void note(Tier tier, AppTruth truth, Set<Fault> faults, Instant now) {
        boolean tied = faults.stream().anyMatch(TIED_TO.getOrDefault(tier, Set.of())::contains);
        if (!tied && !healthy(truth, tier) && healthy(truth, tier.other())) {
            escapableSince.putIfAbsent(tier, now);
        } else {
            escapableSince.remove(tier);
        }
    }

    private void judge(Tier tier, long errors, AppTruth truth, Instant now) {
        if (errors == 0) {
            return;
        }
        if (healthy(truth, tier)) {
            blame(errors, "failed on %s, which is healthy".formatted(tier.label()), now);
            return;
        }
        Instant since = escapableSince.getOrDefault(tier, now);
        boolean hasWeight = truth.records().split().orElse(Split.ALL_LAMBDA).serves(tier);
        if (hasWeight && since.plus(REACTION).isBefore(now)) {
            blame(errors, "failed on %s, though %s has been the healthy one since %s".formatted(tier.label(),
                    tier.other().label(), since), now);
        }
    }

    private void blame(long requests, String how, Instant now) {
        avoidable += requests;
        if (incidents.size() < SHOWN) {
            incidents.add("%s %d requests %s".formatted(now, requests, how));
        }
    }

    private static boolean healthy(AppTruth truth, Tier tier) {
        return tier == Tier.LAMBDA ? truth.lambdaHealthy() : truth.fargateHealthy();
    }
}
