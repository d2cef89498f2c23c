package dev.lambdaflex.weights.migration;

import java.util.Optional;

import dev.lambdaflex.weights.split.Tier;

/** Health probes that failed in a row, counted up to a few so that an outage does not write for ever. */
public record FailedProbes(int lambda, int fargate) {

    public static final FailedProbes NONE = new FailedProbes(0, 0);
    private static final int MOST = 10;

    public int of(Tier tier) {
        return tier == Tier.LAMBDA ? lambda : fargate;
    }

    FailedProbes note(Optional<Boolean> lambdaAnswers, Optional<Boolean> fargateAnswers) {
        return new FailedProbes(count(lambda, lambdaAnswers), count(fargate, fargateAnswers));
    }

    private static int count(int failed, Optional<Boolean> answers) {
        return answers.map(answered -> answered ? 0 : Math.min(MOST, failed + 1)).orElse(failed);
    }
}
