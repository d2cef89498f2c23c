package dev.lambdaflex.simulator.model.traffic;

import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;

import dev.lambdaflex.simulator.model.app.App;
import dev.lambdaflex.simulator.model.app.FargateTierParts;
import dev.lambdaflex.simulator.model.lambda.LambdaFunction;
import dev.lambdaflex.simulator.model.time.Draws;
import dev.lambdaflex.weights.split.Tier;

/** What the tiers do with many requests at once, and what their services count of it. */
final class TierLoad {

    private static final Duration GATEWAY_OVERHEAD = Duration.ofMillis(8);
    /** Latency grows as one over the free share of a task, up to 20 times. */
    private static final double MOST_UTILISATION = 0.95;

    private final App app;
    private final TrafficSettings settings;
    private final RandomGenerator random;

    TierLoad(App app, TrafficSettings settings, RandomGenerator random) {
        this.app = app;
        this.settings = settings;
        this.random = random;
    }

    TrafficCount lambda(long requests, Duration span) {
        if (requests == 0) {
            return TrafficCount.NONE;
        }
        LambdaFunction.Served served = app.function().serve(requests, span, settings.lambdaLatency());
        long failed = Draws.binomial(served.served(), app.sickness().errorRate(Tier.LAMBDA), random);
        answered(500, failed, Duration.ZERO);
        answered(503, served.throttled(), Duration.ZERO);
        long good = served.served() - failed;
        long cold = Math.min(good, served.coldStarts());
        answered(200, cold, app.settings().lambda().coldStart().draw(random));
        answered(200, good - cold, Duration.ZERO);
        return new TrafficCount(requests, 0, failed + served.throttled(), 0, 0);
    }

    TrafficCount fargate(FargateTierParts tier, long requests, Duration span) {
        if (requests == 0) {
            return TrafficCount.NONE;
        }
        List<String> targets = tier.group().serving();
        if (targets.isEmpty()) {
            tier.balancerAnswered(503, requests);
            return new TrafficCount(0, requests, 0, requests, 0);
        }
        long answering = targets.stream().filter(tier.service()::answers).count();
        long refused = Draws.binomial(requests, 1 - (double) answering / targets.size(), random);
        double room = answering * settings.requestsPerTask() * span.toMillis() / 1000.0;
        long taken = Math.min(requests - refused, Math.round(room));
        long failed = Draws.binomial(taken, app.sickness().errorRate(Tier.FARGATE), random);
        tier.balancerAnswered(502, refused);
        tier.balancerAnswered(504, requests - refused - taken);
        double utilisation = room == 0 ? 0 : Math.min(MOST_UTILISATION, taken / room);
        Duration median = Duration.ofNanos(Math.round(settings.fargateLatency().toNanos() / (1 - utilisation)));
        Latency.deal(taken - failed, median, settings.spread(), random,
                (latency, times) -> tier.targetAnswered(200, latency, times));
        Latency.deal(failed, median, settings.spread(), random,
                (latency, times) -> tier.targetAnswered(500, latency, times));
        return new TrafficCount(0, requests, 0, requests - taken + failed, 0);
    }

    private void answered(int status, long requests, Duration more) {
        Latency.deal(requests, settings.lambdaLatency(), settings.spread(), random, (latency, times) -> {
            Duration integration = latency.plus(more);
            app.gateway().answered(status, integration, integration.plus(GATEWAY_OVERHEAD), times);
        });
    }
}
