package dev.lambdaflex.workload.lambda;

import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One event to answer.
 *
 * @param id       names it to the Runtime API
 * @param deadline when Lambda gives up on it; absent with runtimes that set none
 * @param traceId  the X-Ray trace that it belongs to
 * @param event    its JSON
 */
record Invocation(String id, Optional<Instant> deadline, Optional<String> traceId, Buffer event) {

    /** Lambda's longest function timeout, for an event that names no deadline: nothing waits for ever. */
    private static final Duration LONGEST = Duration.ofMinutes(15);
    /** Time kept back to tell the failure, because at the deadline Lambda kills the environment without asking. */
    private static final Duration TO_REPORT = Duration.ofMillis(100);
    private static final Duration LEAST = Duration.ofMillis(1);

    Duration timeLeft(Instant now) {
        Duration left = deadline.map(end -> Duration.between(now, end).minus(TO_REPORT)).orElse(LONGEST);
        return left.compareTo(LEAST) < 0 ? LEAST : left;
    }
}
