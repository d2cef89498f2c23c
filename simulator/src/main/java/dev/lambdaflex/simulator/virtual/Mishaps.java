package dev.lambdaflex.simulator.virtual;

import java.time.Duration;
import java.util.random.RandomGenerator;

import dev.lambdaflex.simulator.model.time.Streams;

/** What goes wrong at the calls of the reconciler. */
@FunctionalInterface
public interface Mishaps {

    /** What becomes of one call. */
    enum Mishap {
        NONE,
        /** The call fails and has no effect. */
        FAILS_BEFORE,
        /** The call takes effect, but its answer is lost. */
        FAILS_AFTER,
        /** The reconciler dies before the call. */
        DIES_BEFORE,
        /** The reconciler dies after the call took effect, before it has the answer. */
        DIES_AFTER,
        /** The reconciler dies when it has the answer and has thought about it, before it calls anything else. */
        DIES_ANSWERED
    }

    /** The prefix of the calls of the store, which either answer or take the reconciler with them. */
    String STORE = "store.";

    /**
     * What becomes of a call.
     *
     * @param number counts the calls of a run from 1
     * @param site   the call's name
     * @param passed time since the run began
     */
    Mishap at(long number, String site, Duration passed);

    /** How many mishaps must have struck by the end: a plan that never comes to pass has tried nothing. */
    default int planned() {
        return 0;
    }

    /** Every call is answered. */
    static Mishaps none() {
        return (_, _, _) -> Mishap.NONE;
    }

    /** One mishap at one call, which must come. */
    static Mishaps once(long call, Mishap mishap) {
        return new Mishaps() {
            @Override
            public Mishap at(long number, String site, Duration passed) {
                return number == call ? mishap : Mishap.NONE;
            }

            @Override
            public int planned() {
                return 1;
            }
        };
    }

    /** Until {@code length} is over one call in 500 has no usable answer and one in 10 000 is the reconciler's last. */
    static Mishaps drawn(Streams streams, Duration length) {
        RandomGenerator random = streams.of("mishaps");
        return (_, site, passed) -> passed.compareTo(length) < 0 ? drawn(random, site) : Mishap.NONE;
    }

    private static Mishap drawn(RandomGenerator random, String site) {
        double draw = random.nextDouble();
        boolean after = random.nextBoolean();
        if (draw < 0.0001) {
            return after ? Mishap.DIES_AFTER : Mishap.DIES_BEFORE;
        }
        boolean fails = draw < 0.0021 && !site.startsWith(STORE);
        return !fails ? Mishap.NONE : after ? Mishap.FAILS_AFTER : Mishap.FAILS_BEFORE;
    }
}
