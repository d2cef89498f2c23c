package dev.lambdaflex.weights.migration;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import dev.lambdaflex.weights.safety.SafetyCheck;
import dev.lambdaflex.weights.split.Split;
import dev.lambdaflex.weights.split.Tier;

/** A person sets the split by hand, within the safety rules or knowingly beyond them. */
final class ManualWeightRules {

    private ManualWeightRules() {}

    static Answer answer(Situation s, Verb.SetWeights weights, Request request) {
        Phase active = s.state().phase().active();
        if (inFlux(active)) {
            return Answer.refused("weights: cannot be set by hand while the app is %s".formatted(s.label()));
        }
        if (weights.split().serves(Tier.FARGATE) && s.state().targets().fargate().isEmpty()) {
            return Answer.refused("weights: there is no Fargate tier to send %s to; start a migration first"
                    .formatted(weights.split().percent(Tier.FARGATE)));
        }
        List<SafetyCheck.Violation> broken = check(s, weights.split()).violations()
                .stream()
                .filter(violation -> !weights.override().contains(violation.rule()))
                .toList();
        if (!broken.isEmpty()) {
            return new Answer.Refused(
                    "weights: "
                            + broken.stream().map(SafetyCheck.Violation::sentence).collect(Collectors.joining("; ")),
                    broken.stream().map(SafetyCheck.Violation::rule).toList());
        }
        return new Answer.Accepted(s.state().at(held(s, active, weights, request)), "set to " + weights.split());
    }

    /** Whether a tier comes or goes, so that there is no split to choose. */
    static boolean inFlux(Phase active) {
        return active instanceof Phase.Provisioning || active instanceof Phase.Verifying
                || active instanceof Phase.TearingDown || active instanceof Phase.RollingBack
                || active instanceof Phase.RollbackFailed;
    }

    private static Phase held(Situation s, Phase active, Verb.SetWeights weights, Request request) {
        HoldReason reason = new HoldReason.ManualWeights(weights.split(), request.actor(), request.reason(),
                weights.hold().map(s.now()::plus), weights.override());
        return new Phase.Held(reason, active, s.now());
    }

    private static SafetyCheck check(Situation s, Split after) {
        Set<Tier> healthy = EnumSet.noneOf(Tier.class);
        Set<Tier> capable = EnumSet.noneOf(Tier.class);
        for (Tier tier : Tier.values()) {
            if (s.healthy(tier)) {
                healthy.add(tier);
            }
            if (s.healthy(tier) && s.carries(tier, after)) {
                capable.add(tier);
            }
        }
        return new SafetyCheck(s.live(), after, healthy, capable, s.policy().frozen());
    }
}
