package dev.lambdaflex.proxy;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;

/**
 * What the event loops of one edge have in common.
 *
 * @param viaName the name of this edge in {@code Via}: unique, so that a request that comes back is known, and one that came
 *                through another edge is served
 */
record EdgeShared(EdgeConfig config, EdgeCounters counters, TierRouter router, EdgeMetrics metrics, String viaName) {

    static EdgeShared of(EdgeConfig config) {
        long start = System.nanoTime();
        EdgeCounters counters = new EdgeCounters();
        TierRouter router = new TierRouter(config.outliers(), config.timeouts().connect(), counters,
                () -> (System.nanoTime() - start) / 1_000_000);
        String unique = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
        return new EdgeShared(config, counters, router, new EdgeMetrics(counters, router), "lambdaflex-" + unique);
    }
}
