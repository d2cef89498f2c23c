package dev.lambdaflex.cli.up;

import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import dev.lambdaflex.cli.process.Supervised;

/** SIGKILL to a process again and again, each at a random moment after it has come up again. */
final class RandomKills {

    private final CountDownLatch ended = new CountDownLatch(1);
    private final Supervised victim;
    private final int kills;
    private final Duration longestLife;
    private final Random random;
    private final Thread thread;
    private final AtomicInteger done = new AtomicInteger();

    private RandomKills(Supervised victim, int kills, Duration longestLife, Random random) {
        this.victim = victim;
        this.kills = kills;
        this.longestLife = longestLife;
        this.random = random;
        this.thread = Thread.ofVirtual().name("kills").unstarted(this::killAndKill);
    }

    static RandomKills begin(Supervised victim, int kills, Duration longestLife, long seed) {
        RandomKills random = new RandomKills(victim, kills, longestLife, new Random(seed));
        random.thread.start();
        return random;
    }

    int done() {
        return done.get();
    }

    void end() throws InterruptedException {
        ended.countDown();
        thread.join();
    }

    private void killAndKill() {
        try {
            while (done.get() < kills && !ended.await(random.nextLong(longestLife.toMillis()), TimeUnit.MILLISECONDS)) {
                if (victim.pid().isPresent()) {
                    victim.kill();
                    done.incrementAndGet();
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
