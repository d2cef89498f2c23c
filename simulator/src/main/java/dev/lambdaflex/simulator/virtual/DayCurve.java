package dev.lambdaflex.simulator.virtual;

import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

import dev.lambdaflex.simulator.model.time.Streams;

/**
 * A day like that of a shop, day after day: a night that Lambda serves for next to nothing, a day that Fargate serves cheaper,
 * and bursts at any hour.
 *
 * @param hours  requests per second of each hour of the day, the first from midnight on
 * @param bursts what comes on top of it, each day again
 */
record DayCurve(List<Double> hours, List<Burst> bursts) implements LoadCurve {

    private static final int HOURS = 24;
    // Far below 5 requests/s at night, far above 10 by day: the thresholds of the default policy lie between.
    private static final List<Double> SHAPE = List.of(1.0, 0.6, 0.4, 0.3, 0.3, 0.5, 1.0, 3.0, 10.0, 22.0, 30.0, 36.0,
            40.0, 36.0, 30.0, 28.0, 30.0, 34.0, 30.0, 20.0, 9.0, 3.0, 1.5, 1.2);

    /** So much more from {@code from} until {@code until}, both counted from midnight. */
    record Burst(Duration from, Duration until, double rate) {

        double at(Duration time) {
            return time.compareTo(from) >= 0 && time.compareTo(until) < 0 ? rate : 0;
        }
    }

    DayCurve {
        hours = List.copyOf(hours);
        bursts = List.copyOf(bursts);
        if (hours.size() != HOURS) {
            throw new IllegalArgumentException("hours: %d (expected: 24)".formatted(hours.size()));
        }
    }

    static DayCurve drawn(Streams streams) {
        RandomGenerator random = streams.of("load curve");
        double size = random.nextDouble(0.8, 1.6);
        List<Double> hours = SHAPE.stream().map(rate -> rate * size * random.nextDouble(0.8, 1.2)).toList();
        List<Burst> bursts = IntStream.range(0, 1 + random.nextInt(2)).mapToObj(_ -> burst(random)).toList();
        return new DayCurve(hours, bursts);
    }

    @Override
    public double rate(Duration passed) {
        Duration time = Duration.ofSeconds(passed.toSeconds() % Duration.ofDays(1).toSeconds());
        return hours.get((int) time.toHours()) + bursts.stream().mapToDouble(burst -> burst.at(time)).sum();
    }

    private static Burst burst(RandomGenerator random) {
        Duration from = Duration.ofMinutes(random.nextInt(30, 23 * 60));
        return new Burst(from, from.plusMinutes(random.nextInt(3, 30)), random.nextDouble(25, 120));
    }
}
