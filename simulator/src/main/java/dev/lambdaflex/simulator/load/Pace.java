package dev.lambdaflex.simulator.load;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * Turns load shapes into moments at which requests are due. A change of shape neither drops nor invents a request: what was due
 * under the old one stays due at its moment, and the begun fraction of a request is carried over. Times are
 * nanoseconds of one monotonic clock.
 */
final class Pace {

    /** Guarded by this, like all other fields. */
    private final Deque<Long> overdue = new ArrayDeque<>();
    private LoadShape shape = LoadShape.constant(0);
    private long since;
    private double carried;
    private long taken;

    Pace(long now) {
        since = now;
    }

    synchronized void follow(LoadShape next, long now) {
        for (OptionalLong due = ofShape(); due.isPresent() && due.getAsLong() <= now; due = ofShape()) {
            overdue.add(due.getAsLong());
            taken++;
        }
        carried = Math.clamp(carried + shape.dueBy(now - since) - taken, 0.0, 1.0);
        taken = 0;
        shape = next;
        since = now;
    }

    /** Takes the next request that is due by {@code now}, and tells since when it is; empty when there is none. */
    synchronized OptionalLong take(long now) {
        OptionalLong due = next();
        if (due.isEmpty() || due.getAsLong() > now) {
            return OptionalLong.empty();
        }
        if (overdue.poll() == null) {
            taken++;
        }
        return due;
    }

    /** When the next request is due, also when that lies ahead; empty while the rate stays zero. */
    synchronized OptionalLong next() {
        Long earlier = overdue.peek();
        return earlier == null ? ofShape() : OptionalLong.of(earlier);
    }

    /** Requests per second that are wanted now. */
    synchronized double rate(long now) {
        return shape.rateAt(Duration.ofNanos(now - since));
    }

    private OptionalLong ofShape() {
        OptionalDouble offset = shape.whenDue(taken + 1 - carried);
        return offset.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(since + (long) Math.ceil(offset.getAsDouble()));
    }
}
