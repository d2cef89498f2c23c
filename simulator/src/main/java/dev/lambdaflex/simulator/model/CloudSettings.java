package dev.lambdaflex.simulator.model;

import java.time.Duration;

import dev.lambdaflex.simulator.model.metrics.MetricsSettings;
import dev.lambdaflex.simulator.model.money.PriceList;
import dev.lambdaflex.simulator.model.time.DurationRange;
import dev.lambdaflex.simulator.model.zone.ZoneSettings;
import dev.lambdaflex.weights.plan.Durations;

/**
 * The account as a whole.
 *
 * @param zoneName the hosted zone that the apps' names are in
 * @param boot     how long a task of virtual time takes from its start until it answers
 * @param exit     how long a task of virtual time takes from SIGTERM to its end
 */
public record CloudSettings(String zoneName, ZoneSettings zone, MetricsSettings metrics, PriceList prices,
        DurationRange boot,
        Duration exit) {

    public static CloudSettings defaults() {
        return new CloudSettings("example.test.", ZoneSettings.defaults(), MetricsSettings.defaults(),
                PriceList.defaults(),
                DurationRange.ofSeconds(2, 8), Duration.ofSeconds(2));
    }

    /** All waiting times divided by {@code speed}. The settings of the apps are shortened on their own. */
    public CloudSettings shortened(double speed) {
        return new CloudSettings(zoneName, zone.shortened(speed), metrics.shortened(speed), prices,
                boot.shortened(speed),
                Durations.divide(exit, speed));
    }
}
