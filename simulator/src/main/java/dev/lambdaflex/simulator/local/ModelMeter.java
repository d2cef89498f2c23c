package dev.lambdaflex.simulator.local;

import java.time.Duration;

import dev.lambdaflex.simulator.model.app.App;
import dev.lambdaflex.simulator.plane.Meter;
import dev.lambdaflex.weights.split.Tier;

/** What the sockets saw, as the services of the model publish it. */
final class ModelMeter implements Meter {

    private final App app;

    ModelMeter(App app) {
        this.app = app;
    }

    @Override
    public void served(Tier tier, int status, Duration latency, boolean gatewayMade) {
        switch (tier) {
            case LAMBDA -> app.gateway().answered(status, latency, latency, 1);
            case FARGATE -> app.fargate().ifPresent(parts -> {
                if (gatewayMade) {
                    parts.balancerAnswered(status, 1);
                } else {
                    parts.targetAnswered(status, latency, 1);
                }
            });
        }
    }

    @Override
    public void inFlight(Tier tier, int now) {
        if (tier == Tier.LAMBDA && now > 0) {
            app.function().runsSideBySide(now);
        }
    }

    @Override
    public void invoked(Duration duration, boolean failed) {
        app.function().ran(duration, failed);
    }

    @Override
    public void throttled() {
        app.function().refused(1);
    }
}
