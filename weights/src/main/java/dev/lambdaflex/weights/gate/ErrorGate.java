package dev.lambdaflex.weights.gate;

import java.util.Optional;

import dev.lambdaflex.weights.split.Tier;

/**
 * The error rate of the receiving tier against the limit and against the other tier. Of k errors in n requests:
 *
 * <pre>
 *   HARD_FAIL     n ≥ 20, k ≥ 3 and with 99 % confidence the rate is above 5 x limit
 *   FAIL          n ≥ 20, k ≥ 3 and with 99 % confidence the rate is above the limit,
 *                 or worse than the other tier's: Fisher's p < 0.001 and half a point apart
 *   PASS          n ≥ minimumRequests and k/n ≤ limit, or with 95 % confidence the rate is within the limit
 *   INCONCLUSIVE  otherwise, and always without requests
 *   ERROR         the requests could not be read
 * </pre>
 *
 * Without the three errors the one failed request of a quiet start would be worse (p = 0.0001) than 10,000 good ones
 * elsewhere. Half a point keeps out what is surely different but what nobody minds. The comparison is made anew at each check,
 * and each look is another chance to be wrong: at p < 0.01, which is usual for a single look, 6.0 % of healthy rollouts of ten
 * steps with 20 requests a check went back, at p < 0.001 it is 1.1 %. A tier of 3 % errors was found in 99.85 % of the
 * rollouts with 20 requests a check, one check later, and in 64 % of those with 5, the others being held (2,000 rollouts each, the
 * other tier failing 0.2 %). Where the other tier has no requests or
 * could not be read, the limit alone decides.
 */
final class ErrorGate {

    private static final String NAME = "errors";
    private static final int FEWEST_REQUESTS = 20;
    private static final int FEWEST_ERRORS = 3;
    private static final int HARD_FACTOR = 5;
    private static final double WORSE_P = 0.001;
    private static final double WORSE_BY = 0.005;

    private final Tier tier;
    private final TierWindow seen;
    private final double limit;
    private final int minimumRequests;

    private ErrorGate(Tier tier, TierWindow seen, GateSettings settings) {
        this.tier = tier;
        this.seen = seen;
        this.limit = settings.errorLimit();
        this.minimumRequests = settings.minimumRequests();
    }

    static Evidence judge(Tier tier, Optional<TierWindow> window, Optional<TierWindow> control, GateSettings settings) {
        return window.map(seen -> new ErrorGate(tier, seen, settings).judge(control))
                .orElseGet(() -> Evidence.unreadable(NAME, tier));
    }

    private Evidence judge(Optional<TierWindow> control) {
        if (seen.requests() == 0) {
            return evidence(Verdict.INCONCLUSIVE,
                    "no requests on %s yet, %d needed".formatted(tier.label(), minimumRequests));
        }
        boolean condemnable = seen.requests() >= FEWEST_REQUESTS && seen.errors() >= FEWEST_ERRORS;
        double atLeast = Wilson.lower(seen.errors(), seen.requests(), Wilson.Z_99);
        if (condemnable && atLeast > HARD_FACTOR * limit) {
            return overLimit(Verdict.HARD_FAIL, atLeast, HARD_FACTOR * limit);
        }
        if (condemnable && atLeast > limit) {
            return overLimit(Verdict.FAIL, atLeast, limit);
        }
        Optional<TierWindow> better = control.filter(other -> condemnable && isWorseThan(other));
        return better.map(this::worse).orElseGet(this::passOrWait);
    }

    private boolean isWorseThan(TierWindow other) {
        return seen.errorRate() - other.errorRate() >= WORSE_BY
                && FisherExact.p(seen.errors(), seen.requests(), other.errors(), other.requests()) < WORSE_P;
    }

    private Evidence passOrWait() {
        boolean enough = seen.requests() >= minimumRequests;
        boolean within = seen.errorRate() <= limit;
        double atMost = Wilson.upper(seen.errors(), seen.requests(), Wilson.Z_95);
        if (enough && within) {
            return evidence(Verdict.PASS, "%s, %s <= %s".formatted(failed(), Percent.beside(seen.errorRate(), limit),
                    Percent.limit(limit)));
        }
        if (atMost <= limit) {
            return evidence(Verdict.PASS, "%s, error bound %s <= %s".formatted(failed(), Percent.beside(atMost, limit),
                    Percent.limit(limit)));
        }
        if (enough) {
            return evidence(Verdict.INCONCLUSIVE, "%s, %s > %s but too few to be sure".formatted(failed(),
                    Percent.beside(seen.errorRate(), limit), Percent.limit(limit)));
        }
        return evidence(Verdict.INCONCLUSIVE, "%d of %d requests needed, error bound %s > %s".formatted(
                seen.requests(), minimumRequests, Percent.beside(atMost, limit), Percent.limit(limit)));
    }

    private Evidence overLimit(Verdict verdict, double atLeast, double bound) {
        return evidence(verdict, "%s, error rate at least %s > %s".formatted(failed(), Percent.beside(atLeast, bound),
                Percent.limit(bound)));
    }

    private Evidence worse(TierWindow other) {
        return evidence(Verdict.FAIL, "%s, %s against %s on %s".formatted(failed(), Percent.of(seen.errorRate()),
                Percent.of(other.errorRate()), tier.other().label()));
    }

    private String failed() {
        return "%d of %d requests failed".formatted(seen.errors(), seen.requests());
    }

    private Evidence evidence(Verdict verdict, String sentence) {
        return Evidence.of(NAME, tier, verdict, sentence, seen);
    }
}
