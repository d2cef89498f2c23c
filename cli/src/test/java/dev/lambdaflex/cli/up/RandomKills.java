package dev.lambdaflex.cli.up;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import dev.lambdaflex.cli.process.Supervised;

/** SIGKILL to processes in turn, again and again, each at a random moment. */
final class RandomKills {

    private final CountDownLatch ended = new CountDownLatch(1);
    private final List<Supervised> victims;
    private final int kills;
    private final Duration longestLife;
    private final Random random;
    private final Thread thread;
    private final AtomicInteger done = new AtomicInteger();

    private RandomKills(List<Supervised> victims, int kills, Duration longestLife, Random random) {
        this.victims = List.copyOf(victims);
        this.kills = kills;
        this.longestLife = longestLife;
        this.random = random;
        this.thread = Thread.ofVirtual().name("kills").unstarted(this::killAndKill);
    }

    static RandomKills begin(List<Supervised> victims, int kills, Duration longestLife, long seed) {
        RandomKills random = new RandomKills(victims, kills, longestLife, new Random(seed));
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
                Supervised victim = victims.get(done.get() % victims.size());
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
