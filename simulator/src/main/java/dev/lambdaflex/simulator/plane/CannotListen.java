package dev.lambdaflex.simulator.plane;

import io.vertx.core.Future;
import java.io.IOException;
import java.net.BindException;

/** A socket could not be opened; the message is one sentence that names the address and the port. */
public final class CannotListen extends IOException {

    private CannotListen(String message, Throwable cause) {
        super(message, cause);
    }

    /** Says why {@code what} cannot listen at {@code endpoint}. */
    public static CannotListen explain(String what, Endpoint endpoint, Throwable cause) {
        String message = String.valueOf(cause.getMessage());
        boolean inUse = cause instanceof BindException && message.contains("in use");
        String reason = inUse ? "the port is already in use (expected: a free port)" : message;
        return new CannotListen("%s cannot listen on %s: %s".formatted(what, endpoint, reason), cause);
    }

    /** {@link #explain} as a recovery step of a {@link Future}. */
    public static <T> Future<T> failed(String what, Endpoint endpoint, Throwable cause) {
        return Future.failedFuture(explain(what, endpoint, cause));
    }
}
