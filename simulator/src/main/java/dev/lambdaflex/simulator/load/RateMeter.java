package dev.lambdaflex.simulator.load;

/** Events of a second: of the last ten tenths that are over, so that the one that runs does not make it flicker. */
final class RateMeter {

    private static final int TENTHS = 10;
    private static final long SLOT_NANOS = 1_000_000_000L / TENTHS;
    /** One more, for the one that runs. */
    private static final int SLOTS = TENTHS + 1;

    private final long zero;
    private final long[] counts = new long[SLOTS];
    private final long[] slots = new long[SLOTS];

    RateMeter(long now) {
        zero = now;
    }

    void mark(long now) {
        long slot = slot(now);
        int i = (int) (slot % SLOTS);
        if (slots[i] != slot) {
            slots[i] = slot;
            counts[i] = 0;
        }
        counts[i]++;
    }

    double perSecond(long now) {
        long running = slot(now);
        long sum = 0;
        for (int i = 0; i < SLOTS; i++) {
            sum += slots[i] >= running - TENTHS && slots[i] < running ? counts[i] : 0;
        }
        return sum;
    }

    private long slot(long now) {
        return (now - zero) / SLOT_NANOS;
    }
}
