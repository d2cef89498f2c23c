package dev.lambdaflex.simulator.model.traffic;

import java.time.Duration;
import java.util.random.RandomGenerator;

import dev.lambdaflex.simulator.model.time.Draws;

/**
 * Log-normal latencies of many requests at once: the requests are dealt to strata of the distribution, fine where percentiles are
 * asked, and each stratum stands for its middle.
 */
final class Latency {

    /** Upper edge of each stratum, and the standard normal quantile at its middle. */
    private static final double[] EDGES = {0.25, 0.5, 0.75, 0.9, 0.95, 0.98, 0.99, 0.995, 0.999, 1};
    private static final double[] MIDDLES = {-1.1503, -0.3186, 0.3186, 0.9346, 1.4395, 1.8119, 2.1701, 2.4324, 2.7478,
            3.2905};

    /** Takes a number of requests that had the same latency. */
    interface Sink {
        void accept(Duration latency, long times);
    }

    private Latency() {}

    static void deal(long requests, Duration median, double spread, RandomGenerator random, Sink sink) {
        long left = requests;
        double below = 0;
        for (int i = 0; i < EDGES.length && left > 0; i++) {
            long here = Draws.binomial(left, (EDGES[i] - below) / (1 - below), random);
            if (here > 0) {
                sink.accept(Duration.ofNanos(Math.round(median.toNanos() * Math.exp(spread * MIDDLES[i]))), here);
            }
            left -= here;
            below = EDGES[i];
        }
    }
}
