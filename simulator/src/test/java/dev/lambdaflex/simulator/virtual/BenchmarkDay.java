package dev.lambdaflex.simulator.virtual;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.Locale;

/**
 * How long a day in virtual time takes, run by hand: the first days warm Java up, the last ones count.
 *
 * <pre>
 *   java -cp … dev.lambdaflex.simulator.virtual.BenchmarkDay [quiet|troubled] [days]
 * </pre>
 */
final class BenchmarkDay {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final Duration DAY = Duration.ofHours(24);

    private BenchmarkDay() {}

    public static void main(String[] arguments) {
        boolean troubled = arguments.length > 0 && arguments[0].equals("troubled");
        int days = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 10;
        for (int seed = 1; seed <= days; seed++) {
            RunSettings settings = troubled ? RunSettings.troubled(seed, DAY) : RunSettings.quiet(seed, DAY);
            long began = THREADS.getCurrentThreadCpuTime();
            long wall = System.nanoTime();
            RunResult result = Runs.of(settings);
            double seconds = (System.nanoTime() - wall) / 1e9;
            double cpu = (THREADS.getCurrentThreadCpuTime() - began) / 1e9;
            System.out.printf(Locale.ROOT, "seed %2d: %.2f s (CPU %.2f s), %d ticks, %d requests, %d violations, %s%n",
                    seed,
                    seconds, cpu, result.ticks(), result.traffic().asked(), result.violations().size(),
                    result.logHash());
        }
    }
}
