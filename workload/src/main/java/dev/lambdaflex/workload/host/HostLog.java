package dev.lambdaflex.workload.host;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * One line on standard error per event worth a line. A logging framework would cost a cold start more than all lines of
 * this host are worth, and both tiers collect standard error anyway.
 */
final class HostLog {

    private HostLog() {}

    static void line(String message) {
        System.err.println(Instant.now().truncatedTo(ChronoUnit.MILLIS) + " workload: " + oneLine(message));
    }

    /** What a stack trace begins with: enough to see what went wrong, and where. */
    static String describe(Throwable failure) {
        StackTraceElement[] trace = failure.getStackTrace();
        return trace.length == 0 ? failure.toString() : failure + " at " + trace[0];
    }

    private static String oneLine(String message) {
        return message.replace('\n', ' ').replace('\r', ' ');
    }
}
