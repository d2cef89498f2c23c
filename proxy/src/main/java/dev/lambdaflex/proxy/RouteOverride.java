package dev.lambdaflex.proxy;

/** Who may choose the tier with the header {@code x-lambdaflex-route: lambda|fargate}. */
public sealed interface RouteOverride {

    /** Nobody: the header is dropped. */
    record Off() implements RouteOverride {}

    /** Everybody who reaches the edge. For machines of developers. */
    record Open() implements RouteOverride {}

    /** Those who send {@code x-lambdaflex-route-key} with this key. */
    record Keyed(String key) implements RouteOverride {
        public Keyed {
            if (key.isBlank()) {
                throw new IllegalArgumentException("key of the route override: blank (expected: a secret)");
            }
        }

        @Override
        public String toString() {
            return "Keyed[key=***]";
        }
    }
}
