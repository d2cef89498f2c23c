package dev.lambdaflex.simulator.model.balancer;

import java.util.Locale;

/** A target as DescribeTargetHealth tells it. The reason is empty for a healthy one. */
public record TargetHealth(String targetId, State state, String reason) {

    /** The states of the API, {@code unavailable} aside: health checks are never off. */
    public enum State {
        INITIAL, HEALTHY, UNHEALTHY, DRAINING, UNUSED;

        /** The word of the API: {@code healthy}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
