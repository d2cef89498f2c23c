package dev.lambdaflex.simulator.plane.lambda;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.UUID;

/** One admitted invocation, from admission to its single outcome. */
final class Invocation {

    /** An invocation that never began has run for no time. */
    private static final long NOT_BEGUN = Long.MIN_VALUE;

    private final String id = UUID.randomUUID().toString();
    private final Buffer event;
    private final String traceId;
    private final Promise<Outcome> outcome = Promise.promise();
    private long begun = NOT_BEGUN;

    Invocation(Buffer event, String traceId) {
        this.event = event;
        this.traceId = traceId;
    }

    String id() {
        return id;
    }

    Buffer event() {
        return event;
    }

    String traceId() {
        return traceId;
    }

    Future<Outcome> outcome() {
        return outcome.future();
    }

    /** The event goes to an environment now. */
    void begin() {
        begun = System.nanoTime();
    }

    Duration duration() {
        return begun == NOT_BEGUN ? Duration.ZERO : Duration.ofNanos(System.nanoTime() - begun);
    }

    void complete(Outcome result) {
        outcome.tryComplete(result);
    }

    boolean hasNotBegun() {
        return begun == NOT_BEGUN;
    }
}
