package dev.lambdaflex.simulator.plane.testing;

import io.vertx.core.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waits for what a test cannot go on without. */
public final class Results {

    private Results() {}

    /** The result, or the failure thrown as it is. */
    public static <T> T of(Future<T> future) {
        try {
            return future.await(40, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new AssertionError("no result within 40 s", e);
        }
    }
}
