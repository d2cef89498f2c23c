package dev.lambdaflex.simulator.plane.lambda;

import dev.lambdaflex.simulator.plane.sandbox.Sandbox;
import dev.lambdaflex.simulator.plane.sandbox.SandboxOrder;
import dev.lambdaflex.weights.split.Tier;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One execution environment: a sandbox and the Runtime API that it speaks. Confined to its loop.
 *
 * <pre>
 *   Starting --next--> Idle --assign--> Busy --response|error--> Finishing --next--> Idle ...
 *       any state --exit, deadline, retire--> Gone
 * </pre>
 */
final class Environment implements RuntimeApi.Listener {

    private static final Logger LOG = LoggerFactory.getLogger(Environment.class);
    /** The runtime shall hear that its report was accepted before it is ended. */
    private static final Duration REPORT_GRACE = Duration.ofMillis(50);

    private final Workshop workshop;
    private final Vertx vertx;
    private final Owner owner;
    private final RuntimeApi api;
    private final String name = UUID.randomUUID().toString().substring(0, 8);
    private final long born = System.nanoTime();
    private State state = new State.Starting();
    private @Nullable Sandbox sandbox;
    /** The one timer of the present state; none at first, and not 0, which is another's: Vert.x counts from there. */
    private long deadline = -1;

    /** Who is told what becomes of an environment. */
    interface Owner {
        /** It has answered; soon it asks for work, or is gone. */
        void finishing(Environment environment);

        /** It asks for work. The owner assigns some now, or later. */
        void ready(Environment environment);

        /** It is no more, for {@code reason}. */
        void gone(Environment environment, Outcome.Failed reason);
    }

    private sealed interface State {
        /** It starts; it has not asked for work yet. */
        record Starting() implements State {}

        /** It waits for work: the answer to {@code poll}. */
        record Idle(HttpServerResponse poll) implements State {}

        /** It works. */
        record Busy(Invocation invocation) implements State {}

        /** It has answered and not asked for more work yet. */
        record Finishing() implements State {}

        /** It has ended or been ended. */
        record Gone() implements State {}
    }

    Environment(Workshop workshop, Owner owner) {
        this.workshop = workshop;
        this.vertx = workshop.loop().vertx();
        this.owner = owner;
        this.api = new RuntimeApi(workshop.loop(), workshop.sandboxes().home(), this);
    }

    void boot() {
        Duration limit = workshop.timings().initTimeout();
        within(limit, () -> end(Failures.initTimeout(limit)));
        api.open().compose(this::startSandbox).onSuccess(this::adopt).onFailure(e -> end(Failures.noStart(e)));
    }

    /** Gives work to this idle environment. */
    void assign(Invocation invocation) {
        if (!(state instanceof State.Idle(HttpServerResponse poll))) {
            throw new IllegalStateException("environment %s is %s (expected: Idle)".formatted(name, state));
        }
        invocation.begin();
        state = new State.Busy(invocation);
        Duration limit = workshop.timings().functionTimeout();
        within(limit, () -> end(Failures.timeout(invocation.id(), limit)));
        poll.putHeader("Content-Type", "application/json") //
                .putHeader("Lambda-Runtime-Aws-Request-Id", invocation.id())
                .putHeader("Lambda-Runtime-Deadline-Ms", Long.toString(System.currentTimeMillis() + limit.toMillis()))
                .putHeader("Lambda-Runtime-Invoked-Function-Arn", workshop.function().arn())
                .putHeader("Lambda-Runtime-Trace-Id", invocation.traceId()) //
                .end(invocation.event())
                .onFailure(e -> LOG.debug("environment {} took its poll back", name, e));
    }

    /** Ends it without a word, as AWS does with a runtime that has no extension. */
    void retire() {
        end(Outcome.Failed.of("Sandbox.Retired", "the environment was ended"));
    }

    @Override
    public RuntimeApi.Verdict next(HttpServerResponse poll) {
        switch (state) {
            case State.Starting _ -> workshop.meter().coldStart(Duration.ofNanos(System.nanoTime() - born));
            case State.Finishing _ -> {
            }
            case State.Idle _,State.Busy _,State.Gone _ -> {
                return RuntimeApi.Verdict.WRONG_STATE;
            }
        }
        state = new State.Idle(poll);
        within(workshop.timings().environmentIdle(), this::retire);
        poll.closeHandler(_ -> pollLost(poll));
        owner.ready(this);
        return RuntimeApi.Verdict.ACCEPTED;
    }

    @Override
    public RuntimeApi.Verdict response(String id, Optional<Buffer> body) {
        return conclude(id, body.<Outcome>map(Outcome.Answered::new).orElseGet(Failures::responseTooLarge),
                body.isPresent() ? RuntimeApi.Verdict.ACCEPTED : RuntimeApi.Verdict.TOO_LARGE);
    }

    @Override
    public RuntimeApi.Verdict error(String id, String type, Buffer body) {
        return conclude(id, new Outcome.Failed(type, body), RuntimeApi.Verdict.ACCEPTED);
    }

    @Override
    public RuntimeApi.Verdict initError(String type, Buffer body) {
        if (!(state instanceof State.Starting)) {
            return RuntimeApi.Verdict.WRONG_STATE;
        }
        within(REPORT_GRACE, () -> end(new Outcome.Failed(type, body)));
        return RuntimeApi.Verdict.ACCEPTED;
    }

    private RuntimeApi.Verdict conclude(String id, Outcome outcome, RuntimeApi.Verdict verdict) {
        if (!(state instanceof State.Busy(Invocation invocation))) {
            return RuntimeApi.Verdict.WRONG_STATE;
        }
        if (!invocation.id().equals(id)) {
            return RuntimeApi.Verdict.WRONG_ID;
        }
        state = new State.Finishing();
        owner.finishing(this);
        invocation.complete(outcome);
        return verdict;
    }

    private Future<Sandbox> startSandbox(String address) {
        SandboxOrder order = new SandboxOrder(Tier.LAMBDA, name, workshop.function().variables(address, name),
                workshop.function().memoryMb());
        return vertx.executeBlocking(() -> workshop.sandboxes().start(order, line -> LOG.info("{} {}", name, line)));
    }

    private void adopt(Sandbox started) {
        sandbox = started;
        if (state instanceof State.Gone) {
            started.kill();
        } else {
            CompletableFuture<Integer> _ = started.exit()
                    .whenComplete((code, cause) -> workshop.loop().execute(() -> exited(started, code, cause)));
        }
    }

    private void exited(Sandbox ended, @Nullable Integer code, @Nullable Throwable cause) {
        LOG.debug("environment {} exited with {}", name, code, cause);
        end(code == null
                ? Failures.noStart(Objects.requireNonNull(cause))
                : Failures.exited(code, ended.lastWords()));
    }

    private void pollLost(HttpServerResponse poll) {
        if (state instanceof State.Idle(HttpServerResponse current) && current.equals(poll)) {
            end(Outcome.Failed.of("Runtime.ExitError", "the runtime took back its request for work"));
        }
    }

    private void within(Duration limit, Runnable otherwise) {
        vertx.cancelTimer(deadline);
        deadline = vertx.setTimer(limit.toMillis(), _ -> otherwise.run());
    }

    private void end(Outcome.Failed reason) {
        if (state instanceof State.Gone) {
            return;
        }
        State before = state;
        state = new State.Gone();
        vertx.cancelTimer(deadline);
        api.close();
        if (sandbox != null) {
            sandbox.kill();
        }
        if (before instanceof State.Busy(Invocation invocation)) {
            LOG.warn("environment {} ended over request {}: {}", name, invocation.id(), reason);
            invocation.complete(reason);
        } else if (before instanceof State.Starting) {
            LOG.warn("environment {} ended before it was ready: {}", name, reason);
        }
        owner.gone(this, reason);
    }
}
