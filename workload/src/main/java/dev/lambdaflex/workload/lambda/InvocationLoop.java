package dev.lambdaflex.workload.lambda;

import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Asks for an invocation, answers it, asks for the next. Asking is what tells Lambda that the one before is finished and
 * that the environment may be frozen, so it happens only after the answer was taken. One loop serves one invocation at a
 * time; an environment with more concurrency runs more loops over the same app.
 */
public final class InvocationLoop implements Runnable {

    private static final int ACCEPTED = 202;
    /** The Runtime API's word for a broken environment: exit promptly. */
    private static final int CONTAINER_ERROR = 500;

    private static final Buffer REHEARSAL = Buffer.buffer("""
            {"version":"2.0","rawPath":"/healthz","headers":{"host":"localhost"},\
            "requestContext":{"http":{"method":"GET","sourceIp":"127.0.0.1"}}}""");

    private final RuntimeApi api;
    private final EventHandler handler;
    private final InstantSource clock;
    private final Consumer<String> log;
    /** Held while an invocation is in hand. Fair, or a busy loop would never let the one through who wants to stop it. */
    private final Semaphore hands = new Semaphore(1, true);
    private volatile boolean stopping;

    /**
     * A loop.
     *
     * @param streaming whether answers are passed on as they come; the function's front must be set to that, too
     */
    public InvocationLoop(RuntimeApi api, Loopback loopback, boolean streaming, InstantSource clock,
            Consumer<String> log) {
        this.api = api;
        this.handler = new EventHandler(loopback, streaming);
        this.clock = clock;
        this.log = log;
    }

    /**
     * Sends a made-up event for {@code /healthz} through the whole way. It finds an app that cannot be reached while that
     * still is an init error, and loads the classes of the way in Lambda's init phase instead of in the first request.
     */
    public void rehearse() {
        Invocation rehearsal = new Invocation("rehearsal", Optional.empty(), Optional.empty(), REHEARSAL);
        switch (handler.handle(rehearsal, clock.instant())) {
            case Outcome.Answered _ -> {
            }
            case Outcome.Streamed streamed -> readAway(streamed);
            case Outcome.Failed failed -> throw new IllegalStateException("rehearsal: " + failed.error().message());
        }
    }

    /** An answer that nobody reads would keep its connection. */
    private void readAway(Outcome.Streamed streamed) {
        try {
            Optional<Buffer> part;
            do {
                part = streamed.answer().next(streamed.deadline(), clock);
            } while (part.isPresent());
        } catch (BrokenAnswerException broken) {
            throw new IllegalStateException("rehearsal: " + broken.getMessage(), broken);
        }
    }

    /** Returns when stopped, or when the Runtime API cannot be used any more; then this process has no purpose. */
    @Override
    public void run() {
        try {
            while (!stopping) {
                Invocation invocation = api.next();
                hands.acquireUninterruptibly();
                try {
                    serve(invocation);
                } finally {
                    hands.release();
                }
            }
        } catch (IOException gone) {
            log.accept("Runtime API lost: " + gone.getMessage());
        }
    }

    public void takeNoMore() {
        stopping = true;
    }

    /** Asks for no more and waits until no invocation is in hand; false if {@code limit} was too short for that. */
    public boolean stop(Duration limit) throws InterruptedException {
        takeNoMore();
        return hands.tryAcquire(limit.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void serve(Invocation invocation) throws IOException {
        switch (handler.handle(invocation, clock.instant())) {
            case Outcome.Answered answered -> respond(invocation, answered);
            case Outcome.Streamed streamed -> stream(invocation, streamed);
            case Outcome.Failed failed -> fail(invocation, failed.error());
        }
    }

    /** Once bytes went out there is no error to report any more: the cut connection is what tells Lambda. */
    private void stream(Invocation invocation, Outcome.Streamed streamed) throws IOException {
        StreamedAnswer answer = streamed.answer();
        try {
            int status = api.stream(invocation.id(), StreamPrelude.of(answer.status(), answer.headers()),
                    () -> answer.next(streamed.deadline(), clock));
            if (status != ACCEPTED) {
                log.accept("invocation %s: Runtime API refused the streamed answer with status %d"
                        .formatted(invocation.id(), status));
            }
        } catch (BrokenAnswerException broken) {
            log.accept("invocation %s: the answer broke off: %s".formatted(invocation.id(), broken.getMessage()));
        }
    }

    private void respond(Invocation invocation, Outcome.Answered answered) throws IOException {
        int status = api.respond(invocation.id(), answered.result());
        if (status != ACCEPTED) {
            fail(invocation, new InvocationError(InvocationError.ANSWER_REFUSED,
                    "Runtime API refused the answer of %d bytes with status %d".formatted(answered.result().length(),
                            status)));
        }
    }

    private void fail(Invocation invocation, InvocationError error) throws IOException {
        log.accept("invocation %s failed: %s: %s".formatted(invocation.id(), error.type(), error.message()));
        int status = api.fail(invocation.id(), error);
        if (status == CONTAINER_ERROR) {
            throw new IOException("it reports a container error");
        }
    }
}
