package dev.lambdaflex.simulator.plane.lambda;

import dev.lambdaflex.simulator.plane.Loop;
import dev.lambdaflex.simulator.plane.Meter;
import dev.lambdaflex.simulator.plane.PlaneTimings;
import dev.lambdaflex.simulator.plane.sandbox.Sandboxes;

/** What it takes to build environments of one function. */
record Workshop(Loop loop, Function function, Sandboxes sandboxes, PlaneTimings timings, Meter meter) {

    Environment build(Environment.Owner owner) {
        return new Environment(this, owner);
    }

    /** Nothing waits for ever: past the gateway's patience nobody is there to hear the answer. */
    void giveUpLater(Invocation invocation, Runnable forget) {
        long timer = loop.vertx().setTimer(timings.integrationTimeout().toMillis(), _ -> {
            if (invocation.hasNotBegun()) {
                forget.run();
                invocation
                        .complete(new Outcome.Throttled("no environment was free within %s (a bound of the simulation)"
                                .formatted(timings.integrationTimeout())));
            }
        });
        invocation.outcome().onComplete(_ -> loop.vertx().cancelTimer(timer));
    }
}
