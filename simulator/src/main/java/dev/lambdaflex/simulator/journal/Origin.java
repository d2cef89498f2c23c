package dev.lambdaflex.simulator.journal;

import java.util.Locale;

/**
 * What the whole life of a cloud follows from, besides what comes from outside.
 *
 * @param seed  what all chance follows from
 * @param speed what all waiting times are divided by
 * @param app   the app's name
 * @param zone  the zone that its name is in
 */
public record Origin(long seed, double speed, String app, String zone) {

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "seed %d, speed %.3g, app %s in %s", seed, speed, app, zone);
    }
}
