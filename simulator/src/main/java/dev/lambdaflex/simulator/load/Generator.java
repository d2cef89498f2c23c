package dev.lambdaflex.simulator.load;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientAgent;
import io.vertx.core.http.RequestOptions;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Sends what is due. One timer leads to the next due request, at most one a millisecond, and there is none while the rate is
 * zero; a timer that comes late sends all that became due meanwhile.
 */
final class Generator extends VerticleBase {

    private static final long NO_TIMER = -1;
    private static final long LONGEST_TIMER_MILLIS = 60_000;

    private final Target target;
    private final RequestOptions to;
    private final Calls calls;
    private final Pace pace;
    private final Tally tally;
    private final Monotonic clock;
    private final Promise<Void> drained = Promise.promise();

    private volatile @Nullable Context loop;
    private @Nullable HttpClientAgent client;
    private long timer = NO_TIMER;
    private boolean stopping;

    Generator(Target target, Calls calls, Pace pace, Tally tally, Monotonic clock) {
        this.target = target;
        this.to = Wire.request(target);
        this.calls = calls;
        this.pace = pace;
        this.tally = tally;
        this.clock = clock;
    }

    @Override
    public Future<?> start() {
        client = Wire.client(vertx, target);
        loop = context;
        tick();
        return Future.succeededFuture();
    }

    /** Looks again when the next request is due. A generator that has not started yet will look when it does. */
    void wake() {
        Context started = loop;
        if (started != null) {
            started.runOnContext(_ -> tick());
        }
    }

    /** Completes when nothing is in flight any more; the pace must have come to rest before. */
    Future<Void> drain() {
        Context started = loop;
        if (started == null) {
            throw new IllegalStateException("generator: not started (expected: deployed)");
        }
        started.runOnContext(_ -> {
            stopping = true;
            tick();
        });
        return drained.future();
    }

    @Override
    public Future<?> stop() {
        drained.tryComplete();
        return Future.succeededFuture();
    }

    private void tick() {
        vertx.cancelTimer(timer);
        for (OptionalLong due = takeDue(); due.isPresent(); due = takeDue()) {
            send(due.getAsLong());
        }
        OptionalLong next = pace.next();
        timer = next.isPresent() ? vertx.setTimer(millisUntil(next.getAsLong()), _ -> tick()) : NO_TIMER;
        if (stopping && tally.isIdle()) {
            drained.tryComplete();
        }
    }

    private OptionalLong takeDue() {
        return pace.take(clock.now());
    }

    private long millisUntil(long due) {
        long nanos = due - clock.now();
        return Math.clamp(TimeUnit.NANOSECONDS.toMillis(nanos + 999_999), 1, LONGEST_TIMER_MILLIS);
    }

    private void send(long due) {
        Call call = calls.next(); // also when it is not sent: the sequence does not depend on the answers
        if (tally.admit(target.maxInFlight(), due, clock.now())) {
            Sent sent = new Sent(call, due, clock.at(due));
            new Exchange(vertx, call, target.timeout(), outcome -> ended(sent, outcome)).start(client(), to);
        }
    }

    private void ended(Sent sent, Outcome outcome) {
        boolean idle = tally.ended(sent, outcome, clock.now());
        if (idle && stopping) {
            drained.tryComplete();
        }
    }

    private HttpClientAgent client() {
        HttpClientAgent started = client;
        if (started == null) {
            throw new IllegalStateException("generator: not started (expected: deployed)");
        }
        return started;
    }
}
