package dev.lambdaflex.weights.migration;

import java.util.Optional;

import dev.lambdaflex.weights.plan.Direction;
import dev.lambdaflex.weights.policy.Wish;
import dev.lambdaflex.weights.split.Split;
import dev.lambdaflex.weights.split.Tier;

/** At rest: keep what serves in order, and move when the policy wishes it. */
final class RestingRules {

    private RestingRules() {}

    static Turn decide(Situation s, Phase.Resting resting) {
        return resting.tier() == Tier.LAMBDA ? onLambda(s) : onFargate(s);
    }

    private static Turn onLambda(Situation s) {
        Optional<FargateView> fargate = s.seen().fargate();
        if (fargate.isEmpty()) {
            return Turn.to(s.state(), "the Fargate tier cannot be seen");
        }
        if (fargate.get().status() != FargateView.Status.ABSENT) {
            return LeavingRules.tearDown(s, "removes what is left of a Fargate tier");
        }
        Optional<String> blocked = blocked(s);
        if (blocked.isPresent()) {
            return Turn.to(s.state(), blocked.get());
        }
        Wish wish = s.wish(Tier.LAMBDA).orElseThrow();
        if (wish.tier() == Tier.LAMBDA) {
            return Turn.to(s.state(), "at rest on lambda: " + wish.reason());
        }
        MigrationState started = s.state().started(s.policy().plan(), MigrationState.AUTOMATION, s.now());
        return Turn.to(started.at(new Phase.Provisioning(s.now())), "builds the Fargate tier: " + wish.reason());
    }

    private static Turn onFargate(Situation s) {
        Optional<Turn> failover = RollbackRules.failover(s);
        if (failover.isPresent()) {
            return failover.get();
        }
        Optional<String> blocked = blocked(s);
        if (blocked.isPresent()) {
            return Turn.to(s.state(), blocked.get()).doing(s.scaleFor(Split.ALL_FARGATE));
        }
        Wish wish = s.wish(Tier.FARGATE).orElseThrow();
        if (wish.tier() == Tier.FARGATE) {
            return Turn.to(s.state(), "at rest on fargate: " + wish.reason()).doing(s.scaleFor(Split.ALL_FARGATE));
        }
        if (!s.healthy(Tier.LAMBDA)) {
            return Turn.to(s.state(), "does not drain: lambda is not verified healthy now");
        }
        if (!s.carries(Tier.LAMBDA, Split.ALL_LAMBDA)) {
            return Turn.to(s.state(), "does not drain: lambda is not known to carry everything: "
                    + s.wanting(Tier.LAMBDA, Split.ALL_LAMBDA));
        }
        MigrationState started = s.state().started(s.policy().plan(), MigrationState.AUTOMATION, s.now());
        return Turn.to(started.at(Phase.Shifting.begin(Direction.DOWN, 0, s.now())),
                "drains fargate: " + wish.reason());
    }

    /** Whether Fargate would be drained if Lambda were fit for it. */
    static boolean wishesToDrain(Situation s) {
        boolean onFargate = s.state().phase() instanceof Phase.Resting resting && resting.tier() == Tier.FARGATE;
        return onFargate && blocked(s).isEmpty() && s.wished(Tier.LAMBDA, Tier.FARGATE);
    }

    private static Optional<String> blocked(Situation s) {
        if (s.policy().frozen()) {
            return Optional.of("frozen: automation starts nothing");
        }
        if (s.state().backoff().lasts(s.now())) {
            Backoff backoff = s.state().backoff();
            return Optional.of("%d failed in a row: automation waits for %s more".formatted(backoff.failures(),
                    backoff.notBefore().map(s::left).orElse("nothing")));
        }
        return s.seen().demand().isEmpty() ? Optional.of("the demand cannot be read") : Optional.empty();
    }
}
