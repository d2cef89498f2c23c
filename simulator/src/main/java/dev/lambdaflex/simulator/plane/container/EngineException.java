package dev.lambdaflex.simulator.plane.container;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The engine refused, or could not be asked; the message is one sentence. */
public final class EngineException extends IOException {

    private final int status;

    private EngineException(int status, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.status = status;
    }

    static EngineException refused(String what, int status, String reason) {
        return new EngineException(status, "the engine answered %d to %s: %s".formatted(status, what, reason), null);
    }

    static EngineException unreachable(String socket, Throwable cause) {
        boolean denied = String.valueOf(cause.getMessage()).contains("ermission denied");
        return new EngineException(0, "no engine can be asked at %s: %s%s".formatted(socket, cause.getMessage(),
                denied ? " (expected: this user in the group that owns the socket)" : ""), cause);
    }

    /** What the engine said does not fit. */
    static EngineException unfit(String message) {
        return new EngineException(200, message, null);
    }

    /** Whether what was asked for is not there, or no more. */
    boolean isGone() {
        return status == 404 || status == 409;
    }
}
