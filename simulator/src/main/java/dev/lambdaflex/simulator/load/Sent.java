package dev.lambdaflex.simulator.load;

import dev.lambdaflex.simulator.load.Outcome.Bad;
import java.time.Instant;

/**
 * A request that left, or tries to.
 *
 * @param due nanoseconds of the load's clock
 * @param at  the same on the wall clock
 */
record Sent(Call call, long due, Instant at) {

    Trouble trouble(Bad outcome) {
        return new Trouble(at, call.method().name(), Brief.of(call.path()), outcome);
    }
}
