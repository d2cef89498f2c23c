package dev.lambdaflex.weights.migration;

import java.time.Duration;

import dev.lambdaflex.weights.plan.Durations;

/**
 * How long things may and must take. Nothing waits for ever.
 *
 * @param settle             from INSYNC until caches have forgotten the old records: two TTLs of an alias to a load balancer,
 *                           which Route 53 fixes at 60 s
 * @param metricsLag         how late metrics are at most: 3 minutes, and one more for whole minutes
 * @param stepDeadline       a step without enough evidence is held after it
 * @param provisionDeadline  a build is given up after it
 * @param verifyDeadline     a tier that stands but is not healthy is given up after it
 * @param bake               how long all of Fargate is watched
 * @param quiet              how long Fargate must have served nothing before it goes: some resolvers keep a name for minutes beyond its
 *                           TTL, and what was asked within the metrics' lag cannot be seen
 * @param quietMost          when it goes nevertheless: some clients never look up a name again
 * @param teardownDeadline   a removal is asked again after it
 * @param rollbackStep       between two steps back
 * @param rollbackDeadline   a rollback has failed after it
 * @param backoff            automation's first wait after a failure; it doubles
 * @param backoffMost        its longest
 */
public record Timing(Duration settle, Duration metricsLag, Duration stepDeadline, Duration provisionDeadline,
        Duration verifyDeadline,
        Duration bake, Duration quiet, Duration quietMost, Duration teardownDeadline, Duration rollbackStep,
        Duration rollbackDeadline,
        Duration backoff, Duration backoffMost) {

    public static Timing defaults() {
        return new Timing(Duration.ofMinutes(2), Duration.ofMinutes(4), Duration.ofMinutes(30),
                Duration.ofMinutes(30),
                Duration.ofMinutes(10), Duration.ofMinutes(10), Duration.ofMinutes(10), Duration.ofHours(1),
                Duration.ofMinutes(30),
                Duration.ofSeconds(30), Duration.ofMinutes(15), Duration.ofMinutes(15), Duration.ofDays(1));
    }

    /** All times divided by {@code speed}. */
    public Timing shortened(double speed) {
        return new Timing(Durations.divide(settle, speed), Durations.divide(metricsLag, speed),
                Durations.divide(stepDeadline, speed),
                Durations.divide(provisionDeadline, speed), Durations.divide(verifyDeadline, speed),
                Durations.divide(bake, speed),
                Durations.divide(quiet, speed), Durations.divide(quietMost, speed),
                Durations.divide(teardownDeadline, speed),
                Durations.divide(rollbackStep, speed), Durations.divide(rollbackDeadline, speed),
                Durations.divide(backoff, speed),
                Durations.divide(backoffMost, speed));
    }
}
