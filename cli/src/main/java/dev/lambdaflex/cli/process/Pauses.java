package dev.lambdaflex.cli.process;

import java.time.Duration;

/** How often the provisioner ticks, by the speed of the cloud that it moves apps in. */
public final class Pauses {

    /** Ten seconds of the cloud's time, but not without a breath: probes and ticks cost real work. */
    private static final Duration TICK = Duration.ofSeconds(10);
    private static final Duration SHORTEST_TICK = Duration.ofMillis(200);

    private Pauses() {}

    /** Between two ticks. */
    public static Duration tick(double speed) {
        Duration pause = Duration.ofMillis(Math.round(TICK.toMillis() / speed));
        return pause.compareTo(SHORTEST_TICK) < 0 ? SHORTEST_TICK : pause;
    }

    /** Long enough for a slow tick, short enough that a successor does not wait for long. */
    public static Duration leaseTerm(Duration tick) {
        return tick.multipliedBy(4).plusSeconds(2);
    }
}
