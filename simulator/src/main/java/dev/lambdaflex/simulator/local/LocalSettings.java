package dev.lambdaflex.simulator.local;

import java.nio.file.Path;

import dev.lambdaflex.simulator.plane.lambda.Bounds;

/**
 * A local cloud with one app.
 *
 * @param app      the app's name
 * @param zone     the zone that its name is in, such as {@code lambdaflex.test.}
 * @param speed    what all waiting times of the cloud are divided by, 1 or more
 * @param seed     what all chance follows from
 * @param folder   where drill files are put
 * @param places   where it listens
 * @param bounds   how many processes this machine carries
 */
public record LocalSettings(String app, String zone, double speed, long seed, Path folder, LocalPlaces places,
        Bounds bounds) {

    public LocalSettings {
        if (!(speed >= 1) || Double.isInfinite(speed)) {
            throw new IllegalArgumentException("speed: %s (expected: 1 or more)".formatted(speed));
        }
    }

    /** The app's public name, without the final dot. */
    public String publicName() {
        return app + "." + (zone.endsWith(".") ? zone.substring(0, zone.length() - 1) : zone);
    }
}
