package dev.lambdaflex.simulator.model.time;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * The agenda of one cloud, and its one lock. Whatever happens later is an entry here; {@link #advance} makes everything happen
 * that is due by the clock, in the order of its time, each entry seeing its own time as {@link #now()}.
 *
 * <p>Time moves in {@code advance} alone: every other call sees the cloud as the last advance left it. In virtual time one
 * thread moves its clock and advances; in real time one thread advances every few milliseconds while any number of threads
 * ask. Every public call of the model enters through {@link #call} or {@link #run}, so there is one lock and no order of locks.
 */
public final class Timeline {

    private record Due(Instant at, long number, Runnable action) {}

    private final InstantSource clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final PriorityQueue<Due> agenda = new PriorityQueue<>(
            Comparator.comparing(Due::at).thenComparingLong(Due::number));
    private final Instant begun;
    private volatile Instant now;
    private long entries;

    public Timeline(InstantSource clock) {
        this.clock = clock;
        this.begun = clock.instant();
        this.now = begun;
    }

    /** When the cloud began. */
    public Instant begun() {
        return begun;
    }

    /** The time of the last advance, or of the entry that happens just now. It never goes back. */
    public Instant now() {
        return now;
    }

    /** Makes everything happen that is due by the clock. */
    public void advance() {
        run(() -> advanceTo(clock.instant()));
    }

    /** Lets {@code action} happen {@code delay} from now. */
    public void after(Duration delay, Runnable action) {
        run(() -> agenda.add(new Due(now.plus(delay), entries++, action)));
    }

    /** Asks under the lock. */
    public <T> T call(Supplier<T> question) {
        lock.lock();
        try {
            return question.get();
        } finally {
            lock.unlock();
        }
    }

    /** Acts under the lock. */
    public void run(Runnable action) {
        lock.lock();
        try {
            action.run();
        } finally {
            lock.unlock();
        }
    }

    private void advanceTo(Instant until) {
        for (Due next = agenda.peek(); next != null && !next.at().isAfter(until); next = agenda.peek()) {
            agenda.poll();
            move(next.at());
            next.action().run();
        }
        move(until);
    }

    private void move(Instant to) {
        if (to.isAfter(now)) {
            now = to;
        }
    }
}
