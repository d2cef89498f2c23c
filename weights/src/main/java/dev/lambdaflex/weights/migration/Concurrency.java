package dev.lambdaflex.weights.migration;

import java.util.Optional;

/**
 * How many environments a function may have at once.
 *
 * @param reserved   what is reserved for it, which is also a cap; 0 switches the function off; empty when it shares
 *                   {@code unreserved} with others
 * @param unreserved what the account leaves to functions without a reservation
 */
public record Concurrency(Optional<Integer> reserved, int unreserved) {

    /** Lambda: so many of an account always stay for functions without a reservation. */
    private static final int ALWAYS_UNRESERVED = 100;

    public static Concurrency shared(int unreserved) {
        return new Concurrency(Optional.empty(), unreserved);
    }

    public int limit() {
        return reserved.orElse(unreserved);
    }

    /** The largest reservation that the account allows the function. */
    int reservable() {
        return Math.max(0, reserved.orElse(0) + unreserved - ALWAYS_UNRESERVED);
    }
}
