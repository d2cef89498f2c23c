package dev.lambdaflex.simulator.model.time;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * One random stream per subject, all from one seed: a draw more in one subject does not move the draws of another.
 *
 * @param seed what everything follows from
 */
public record Streams(long seed) {

    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    /** A new stream for {@code subject}; the same subject gives the same stream from its start. */
    public RandomGenerator of(String subject) {
        return new SplittableRandom(mix(subject));
    }

    /** An identifier of 16 hexadecimal digits that depends on {@code subject} alone. */
    public String id(String subject) {
        return "%016x".formatted(new SplittableRandom(mix(subject)).nextLong());
    }

    private long mix(String subject) {
        long hash = FNV_OFFSET ^ seed;
        for (int i = 0; i < subject.length(); i++) {
            hash = (hash ^ subject.charAt(i)) * FNV_PRIME;
        }
        return hash;
    }
}
