package dev.lambdaflex.simulator.virtual;

import java.time.Duration;

import dev.lambdaflex.simulator.model.AppTruth;
import dev.lambdaflex.weights.split.Split;

/**
 * How long the records led where, and what stood meanwhile.
 *
 * @param lambda  all to Lambda
 * @param both    some to each
 * @param fargate all to Fargate
 * @param built   with anything of the Fargate tier there, asked or not
 * @param dollars what balancers, tasks and addresses cost in that time, requests not counted
 */
public record Stay(Duration lambda, Duration both, Duration fargate, Duration built, double dollars) {

    static final Stay NONE = new Stay(Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO, 0);

    private static final double SECONDS_OF_HOUR = 3600;

    Stay plus(Duration span, AppTruth truth) {
        Split split = truth.records().split().orElse(Split.ALL_LAMBDA);
        boolean allLambda = split.equals(Split.ALL_LAMBDA);
        boolean allFargate = split.equals(Split.ALL_FARGATE);
        return new Stay(allLambda ? lambda.plus(span) : lambda,
                allLambda || allFargate ? both : both.plus(span),
                allFargate ? fargate.plus(span) : fargate,
                truth.resources().left() > 0 ? built.plus(span) : built,
                dollars + truth.idleCost().total() * span.toMillis() / 1000.0 / SECONDS_OF_HOUR);
    }
}
