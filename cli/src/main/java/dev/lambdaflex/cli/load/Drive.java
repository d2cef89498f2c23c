package dev.lambdaflex.cli.load;

import java.time.Duration;
import java.time.Instant;

import dev.lambdaflex.cli.follow.Chronicle;
import dev.lambdaflex.simulator.load.Load;

/** What a load is led by. */
sealed interface Drive {

    Duration BETWEEN_LOOKS = Duration.ofMillis(200);

    /** Leads {@code load} over {@code hill}; false when it did not come to its end. */
    boolean lead(Load load, Hill hill, Runnable look) throws InterruptedException;

    /** The clock: so long at the peak. */
    record Clock(Duration peak) implements Drive {

        @Override
        public boolean lead(Load load, Hill hill, Runnable look) throws InterruptedException {
            load.follow(hill.whole(peak));
            Instant end = Instant.now().plus(hill.whole(peak).length());
            while (Instant.now().isBefore(end)) {
                look.run();
                Thread.sleep(BETWEEN_LOOKS);
            }
            return true;
        }
    }

    /**
     * The app itself: at the peak until Fargate serves everything, low until traffic is back on Lambda, and then nothing until
     * the last of Fargate is removed.
     *
     * @param limit for all of it
     */
    record Cycle(Chronicle app, Duration limit) implements Drive {

        private static final Duration REST = Duration.ofSeconds(1);

        @Override
        public boolean lead(Load load, Hill hill, Runnable look) throws InterruptedException {
            Instant end = Instant.now().plus(limit);
            load.follow(hill.up());
            if (!reached("resting-fargate", end, look)) {
                return false;
            }
            Thread.sleep(REST);
            load.follow(hill.down());
            if (!reached("quiescing", end, look)) {
                return false;
            }
            load.follow(hill.away());
            return reached("resting-lambda", end, look);
        }

        private boolean reached(String phase, Instant end, Runnable look) throws InterruptedException {
            while (app.now().filter(moment -> moment.phase().equals(phase)).isEmpty()) {
                if (Instant.now().isAfter(end)) {
                    return false;
                }
                look.run();
                Thread.sleep(BETWEEN_LOOKS);
            }
            return true;
        }
    }
}
