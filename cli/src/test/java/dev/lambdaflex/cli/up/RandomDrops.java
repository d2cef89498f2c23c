package dev.lambdaflex.cli.up;

import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Drops the provisioner again and again, at random moments after the one before. */
final class RandomDrops {

    /** A successor waits about three seconds for the lease of the dead; a drop within that time hits a start, one after it a tick. */
    private static final Duration LONGEST_LIFE = Duration.ofSeconds(8);

    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread thread;
    private final AtomicInteger done = new AtomicInteger();

    private RandomDrops(ProvisionerRun provisioner, int drops, Random random) {
        thread = Thread.ofVirtual().name("drops").start(() -> drop(provisioner, drops, random));
    }

    static RandomDrops begin(ProvisionerRun provisioner, int drops, long seed) {
        return new RandomDrops(provisioner, drops, new Random(seed));
    }

    int done() {
        return done.get();
    }

    void end() throws InterruptedException {
        ended.countDown();
        thread.join();
    }

    private void drop(ProvisionerRun provisioner, int drops, Random random) {
        try {
            while (done.get() < drops
                    && !ended.await(random.nextLong(LONGEST_LIFE.toMillis()), TimeUnit.MILLISECONDS)) {
                provisioner.drop();
                done.incrementAndGet();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
