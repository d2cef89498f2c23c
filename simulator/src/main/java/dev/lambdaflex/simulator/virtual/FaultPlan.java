package dev.lambdaflex.simulator.virtual;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;

import dev.lambdaflex.simulator.model.Fault;
import dev.lambdaflex.simulator.model.time.Streams;

/** Which faults of the cloud are on when. */
public record FaultPlan(List<Window> windows) {

    /** A cloud that always works. */
    public static final FaultPlan NONE = new FaultPlan(List.of());

    private static final Fault[] ALL = Fault.values();
    private static final Duration PER_FAULT = Duration.ofHours(4);

    /** One fault, on from {@code from} until {@code until} after the start of the run. */
    public record Window(Fault fault, Duration from, Duration until) {

        public Window {
            if (from.isNegative() || until.compareTo(from) < 0) {
                throw new IllegalArgumentException(
                        "fault: from %s until %s (expected: 0 or more, not before its start)".formatted(from, until));
            }
        }

        boolean covers(Duration passed) {
            return passed.compareTo(from) >= 0 && passed.compareTo(until) < 0;
        }
    }

    public FaultPlan {
        windows = List.copyOf(windows);
    }

    /** One fault for each four hours of {@code length}, two at least, each on for 2 to 40 minutes and over by the end. */
    static FaultPlan drawn(Streams streams, Duration length) {
        RandomGenerator random = streams.of("fault plan");
        long count = Math.max(2, length.dividedBy(PER_FAULT));
        return new FaultPlan(LongStream.range(0, count).mapToObj(_ -> window(random, length)).toList());
    }

    Set<Fault> active(Duration passed) {
        Set<Fault> active = EnumSet.noneOf(Fault.class);
        windows.stream().filter(window -> window.covers(passed)).map(Window::fault).forEach(active::add);
        return active;
    }

    private static Window window(RandomGenerator random, Duration length) {
        Fault fault = ALL[random.nextInt(ALL.length)];
        Duration from = Duration.ofSeconds(random.nextLong(length.toSeconds()));
        Duration until = from.plusSeconds(random.nextLong(120, 2400));
        return new Window(fault, from, until.compareTo(length) < 0 ? until : length);
    }
}
