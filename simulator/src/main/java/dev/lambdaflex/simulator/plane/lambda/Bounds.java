package dev.lambdaflex.simulator.plane.lambda;

/**
 * What this machine can carry. AWS has no such rule: there a thousand environments start at once. Here requests beyond the
 * bounds wait for an environment, so a local function has longer queues and fewer cold starts than a real one under the same
 * load.
 *
 * @param environments most processes at a time
 * @param starting     most processes that start at the same time: JVMs that start together starve each other
 * @param waiting      most requests that wait for an environment; more are throttled
 */
public record Bounds(int environments, int starting, int waiting) {

    public static final Bounds DEFAULT = new Bounds(6, 2, 1_000);

    public Bounds {
        requirePositive("environments", environments);
        requirePositive("starting", starting);
        requirePositive("waiting", waiting);
    }

    private static void requirePositive(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException("%s: %d (expected: 1 or more)".formatted(name, value));
        }
    }
}
