package dev.lambdaflex.simulator.model.service;

import java.time.Duration;

import dev.lambdaflex.simulator.model.time.DurationRange;
import dev.lambdaflex.weights.plan.Durations;

/**
 * How an ECS service on Fargate behaves.
 *
 * @param start        from the decision to run a task until its process begins: a network interface and the whole image, each
 *                     time (413 MB take 53 to 62 s)
 * @param watch        between two looks at the tasks
 * @param healthGrace  healthCheckGracePeriodSeconds: for so long an unhealthy target does not cost a task its life
 * @param stopTimeout  from SIGTERM until SIGKILL; 2 to 120 s
 * @param release      until a stopped task has given its network interface back
 * @param breaker      failed tasks in a row that trip the deployment circuit breaker: half of the desired tasks, at least 3
 * @param vcpus        of one task
 * @param gigabytes    of one task
 */
public record ServiceSettings(DurationRange start, Duration watch, Duration healthGrace, Duration stopTimeout,
        DurationRange release,
        int breaker, double vcpus, double gigabytes) {

    public ServiceSettings {
        if (watch.toMillis() < 1 || breaker < 1 || !(vcpus > 0) || !(gigabytes > 0)) {
            throw new IllegalArgumentException(
                    "watch: %s, breaker: %d, vcpus: %s, gigabytes: %s (expected: all above 0)"
                            .formatted(watch, breaker, vcpus, gigabytes));
        }
    }

    public static ServiceSettings defaults() {
        return new ServiceSettings(DurationRange.ofSeconds(40, 75), Duration.ofSeconds(5), Duration.ofSeconds(60),
                Duration.ofSeconds(30), DurationRange.ofSeconds(2, 8), 3, 0.5, 1);
    }

    /** All times divided by {@code speed}. */
    public ServiceSettings shortened(double speed) {
        return new ServiceSettings(start.shortened(speed), Durations.divide(watch, speed),
                Durations.divide(healthGrace, speed),
                Durations.divide(stopTimeout, speed), release.shortened(speed), breaker, vcpus, gigabytes);
    }
}
