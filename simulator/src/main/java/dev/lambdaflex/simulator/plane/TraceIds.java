package dev.lambdaflex.simulator.plane;

import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** Values of {@code X-Amzn-Trace-Id}: {@code Root=1-<seconds in hex>-<24 hex digits>}. */
public final class TraceIds {

    public static final String HEADER = "X-Amzn-Trace-Id";

    private TraceIds() {}

    /** The client's id, or a new root when it sent none. */
    public static String rootOf(@Nullable String received) {
        return received == null || received.isBlank() ? "Root=" + fresh() : received;
    }

    /** As a load balancer marks a request: it adds itself to an id that has a root already. */
    public static String markedBy(@Nullable String received) {
        return received == null || !received.contains("Root=") ? "Root=" + fresh() : "Self=" + fresh() + ";" + received;
    }

    private static String fresh() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return String.format(Locale.ROOT, "1-%08x-%08x%016x", System.currentTimeMillis() / 1_000, random.nextInt(),
                random.nextLong());
    }
}
