package dev.lambdaflex.weights.migration;

import java.util.Optional;

/**
 * The names that the records shall lead to.
 *
 * @param lambda  the API Gateway's; empty until it was seen for the first time
 * @param fargate the load balancer's; present exactly while the Fargate record shall exist
 */
public record Targets(Optional<String> lambda, Optional<String> fargate) {

    public static final Targets NONE = new Targets(Optional.empty(), Optional.empty());

    Targets withLambda(String target) {
        return new Targets(Optional.of(target), fargate);
    }

    Targets withFargate(Optional<String> target) {
        return new Targets(lambda, target);
    }
}
