package dev.lambdaflex.simulator.plane.lambda;

import dev.lambdaflex.simulator.plane.Loop;
import dev.lambdaflex.simulator.plane.Meter;
import dev.lambdaflex.simulator.plane.PlaneTimings;
import dev.lambdaflex.simulator.plane.sandbox.Sandboxes;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;

/** Runs the invocations of one function: admission, size limit, metering; the {@link Fleet} does the rest. */
public final class LambdaService implements Invoker {

    /** Synchronous invocations: 6 MB. */
    public static final int EVENT_LIMIT = 6 * 1024 * 1024;

    private final Loop loop;
    private final Concurrency concurrency;
    private final Meter meter;
    private final Fleet fleet;
    private int inFlight;

    public LambdaService(Loop loop, Function function, Sandboxes sandboxes, Concurrency concurrency, Bounds bounds,
            PlaneTimings timings, Meter meter) {
        this.loop = loop;
        this.concurrency = concurrency;
        this.meter = meter;
        this.fleet = new Fleet(new Workshop(loop, function, sandboxes, timings, meter), bounds);
    }

    @Override
    public Future<Outcome> invoke(Buffer event, String traceId) {
        return loop.call(() -> admit(event, traceId));
    }

    /** Environments that exist now, starting ones included; to be read from any thread. */
    public int environments() {
        return fleet.size();
    }

    /** Ends all environments; invocations that run or wait fail. */
    public Future<Void> close() {
        return loop.call(fleet::close);
    }

    private Future<Outcome> admit(Buffer event, String traceId) {
        if (event.length() > EVENT_LIMIT) {
            return Future.succeededFuture(new Outcome.TooLarge(event.length()));
        }
        return switch (concurrency.admit(inFlight, fleet.size())) {
            case Concurrency.Admission.Refused(String reason) -> {
                meter.throttled();
                yield Future.succeededFuture(new Outcome.Throttled(reason));
            }
            case Concurrency.Admission.Accepted(Runnable release) -> run(new Invocation(event, traceId), release);
        };
    }

    private Future<Outcome> run(Invocation invocation, Runnable release) {
        inFlight++;
        Future<Outcome> outcome = invocation.outcome().onComplete(ended -> {
            inFlight--;
            release.run();
            report(invocation, ended.result());
        });
        fleet.submit(invocation);
        return outcome;
    }

    private void report(Invocation invocation, Outcome outcome) {
        switch (outcome) {
            case Outcome.Answered _ -> meter.invoked(invocation.duration(), false);
            case Outcome.Failed _ -> meter.invoked(invocation.duration(), true);
            case Outcome.Throttled _ -> meter.throttled();
            case Outcome.TooLarge _ -> {
                // Refused by the API before it was an invocation: in no metric of the function.
            }
        }
    }
}
