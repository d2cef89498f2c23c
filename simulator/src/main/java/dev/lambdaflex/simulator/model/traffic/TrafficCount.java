package dev.lambdaflex.simulator.model.traffic;

/**
 * What became of requests.
 *
 * @param lambda        requests that reached Lambda, errors among them
 * @param fargate       requests that reached Fargate, errors among them
 * @param lambdaErrors  answers 5xx of Lambda, throttled ones among them
 * @param fargateErrors answers 5xx of Fargate
 * @param lost          requests that found nobody: the name led nowhere, or to a balancer that is gone
 */
public record TrafficCount(long lambda, long fargate, long lambdaErrors, long fargateErrors, long lost) {

    public static final TrafficCount NONE = new TrafficCount(0, 0, 0, 0, 0);

    public TrafficCount plus(TrafficCount other) {
        return new TrafficCount(lambda + other.lambda, fargate + other.fargate, lambdaErrors + other.lambdaErrors,
                fargateErrors + other.fargateErrors, lost + other.lost);
    }

    /** All requests that were made. */
    public long asked() {
        return lambda + fargate + lost;
    }

    /** Requests without a good answer. */
    public long failed() {
        return lambdaErrors + fargateErrors + lost;
    }
}
