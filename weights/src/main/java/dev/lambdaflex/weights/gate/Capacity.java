package dev.lambdaflex.weights.gate;

/**
 * What a tier can carry against what it will be asked.
 *
 * @param ready    requests per second that the tier's ready capacity carries
 * @param needed   requests per second that the step asks of it
 * @param sentence where the two come from: {@code 2 healthy tasks of 100 requests/s}
 */
public record Capacity(double ready, double needed, String sentence) {
    public Capacity {
        if (!(ready >= 0) || !(needed >= 0)) {
            throw new IllegalArgumentException("ready: %s, needed: %s (expected: 0 or more)".formatted(ready, needed));
        }
    }

    public boolean suffices() {
        return ready > 0 && ready >= needed;
    }
}
