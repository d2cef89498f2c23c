package dev.lambdaflex.weights.split;

import java.util.Optional;

/**
 * The weighted records of one app as they stand, or shall stand, in its zone. This is the truth about where traffic goes.
 *
 * @param lambda  the record that leads to the API Gateway; empty only before the app was set up
 * @param fargate the record that leads to the load balancer; empty while there is none
 */
public record RecordSet(Optional<Weighted> lambda, Optional<Weighted> fargate) {

    public static final RecordSet EMPTY = new RecordSet(Optional.empty(), Optional.empty());

    /**
     * One weighted alias record.
     *
     * @param weight 0 to 255
     * @param target the DNS name that the alias leads to
     */
    public record Weighted(int weight, String target) {
        public Weighted {
            if (weight < 0 || weight > RecordWeights.MAX_WEIGHT) {
                throw new IllegalArgumentException("weight: %d (expected: 0 to 255)".formatted(weight));
            }
        }

        @Override
        public String toString() {
            return weight + " to " + target;
        }
    }

    /** The weights alone, as people read them: {@code lambda 75 / fargate 25}. */
    public String weights() {
        return "lambda %s / fargate %s".formatted(weight(lambda), weight(fargate));
    }

    private static String weight(Optional<Weighted> record) {
        return record.map(Weighted::weight).map(String::valueOf).orElse("none");
    }

    @Override
    public String toString() {
        return "lambda %s / fargate %s".formatted(lambda.map(Weighted::toString).orElse("none"),
                fargate.map(Weighted::toString).orElse("none"));
    }

    /** Lambda alone: the record set at rest. */
    public static RecordSet lambdaOnly(String lambdaTarget) {
        return new RecordSet(Optional.of(new Weighted(RecordWeights.of(Split.ALL_LAMBDA).lambda(), lambdaTarget)),
                Optional.empty());
    }

    /** Both tiers by {@code split}. */
    public static RecordSet of(Split split, String lambdaTarget, String fargateTarget) {
        RecordWeights weights = RecordWeights.of(split);
        return new RecordSet(Optional.of(new Weighted(weights.lambda(), lambdaTarget)),
                Optional.of(new Weighted(weights.fargate(), fargateTarget)));
    }

    public Optional<Weighted> record(Tier tier) {
        return tier == Tier.LAMBDA ? lambda : fargate;
    }

    /**
     * How these records share the answers; empty when there is no record. Route 53: when all weights of a group are 0, all
     * its records are answered evenly, and a record that stands alone gets everything.
     */
    public Optional<Split> split() {
        if (lambda.isEmpty() && fargate.isEmpty()) {
            return Optional.empty();
        }
        if (fargate.isEmpty()) {
            return Optional.of(Split.ALL_LAMBDA);
        }
        if (lambda.isEmpty()) {
            return Optional.of(Split.ALL_FARGATE);
        }
        int lambdaWeight = lambda.get().weight();
        int fargateWeight = fargate.get().weight();
        boolean bothZero = lambdaWeight + fargateWeight == 0;
        return Optional.of(bothZero ? Split.ofPercent(50) : new RecordWeights(lambdaWeight, fargateWeight).split());
    }
}
