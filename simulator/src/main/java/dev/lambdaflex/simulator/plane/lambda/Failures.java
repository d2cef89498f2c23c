package dev.lambdaflex.simulator.plane.lambda;

import java.time.Duration;
import java.util.Locale;

/** The errors that Lambda itself reports, with its types and near its wording. */
final class Failures {

    private static final String TIMED_OUT = "Sandbox.Timedout";
    private static final String EXITED = "Runtime.ExitError";
    /** 128 + 9. */
    private static final int KILLED = 137;

    private Failures() {}

    static Outcome.Failed timeout(String requestId, Duration limit) {
        return Outcome.Failed.of(TIMED_OUT,
                "RequestId: %s Error: Task timed out after %s seconds".formatted(requestId, seconds(limit)));
    }

    static Outcome.Failed initTimeout(Duration limit) {
        return Outcome.Failed.of(TIMED_OUT, "Init timed out after %s seconds".formatted(seconds(limit)));
    }

    static Outcome.Failed exited(int code, String lastWords) {
        String how = code == KILLED ? "signal: killed" : "exit status " + code;
        return Outcome.Failed.of(EXITED, "Error: Runtime exited with error: " + how
                + (lastWords.isEmpty() ? "" : "\n" + lastWords));
    }

    static Outcome.Failed noStart(Throwable cause) {
        return Outcome.Failed.of("Runtime.InvalidEntrypoint", "Error: " + cause.getMessage());
    }

    static Outcome.Failed responseTooLarge() {
        return Outcome.Failed.of("Function.ResponseSizeTooLarge",
                "Response payload size exceeded maximum allowed payload size (%d bytes)."
                        .formatted(RuntimeApi.RESPONSE_LIMIT));
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.2f", duration.toMillis() / 1_000.0);
    }
}
