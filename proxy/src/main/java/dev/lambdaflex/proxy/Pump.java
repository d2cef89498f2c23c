package dev.lambdaflex.proxy;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import io.vertx.core.streams.WriteStream;

/**
 * Moves a body from one connection to the other, chunk by chunk as they come, and stops reading while the other side does
 * not: what is in memory is what the two write queues hold.
 */
final class Pump {

    private final ReadStream<Buffer> from;
    private final WriteStream<Buffer> to;
    private final long limit;
    private final Listener listener;
    private long moved;
    private boolean waiting;
    private boolean stopped;

    /** Hears how it ends, once at most. */
    interface Listener {
        /** All is moved; the end is not written yet. */
        void moved();

        /** More came than the limit allows; the chunk that was too much is not written. */
        void tooMuch();
    }

    private Pump(ReadStream<Buffer> from, WriteStream<Buffer> to, long limit, Listener listener) {
        this.from = from;
        this.to = to;
        this.limit = limit;
        this.listener = listener;
    }

    /** Starts with a source that is paused, or whose first chunk cannot come before this call returns. */
    static Pump start(ReadStream<Buffer> from, WriteStream<Buffer> to, long limit, Listener listener) {
        Pump pump = new Pump(from, to, limit, listener);
        from.handler(pump::move);
        from.endHandler(end -> pump.end());
        to.drainHandler(drained -> pump.drained());
        from.resume();
        return pump;
    }

    /** Nothing is written after this. */
    void stop() {
        stopped = true;
    }

    /** Whether the reader of the body is the one that is slow. */
    boolean waitsForReader() {
        return waiting;
    }

    private void move(Buffer chunk) {
        if (stopped) {
            return;
        }
        moved += chunk.length();
        if (moved > limit) {
            stopped = true;
            listener.tooMuch();
            return;
        }
        // A failed write shows as the end of its connection, which the exchange hears of.
        to.write(chunk).onFailure(gone -> {});
        if (to.writeQueueFull()) {
            waiting = true;
            from.pause();
        }
    }

    private void drained() {
        if (waiting && !stopped) {
            waiting = false;
            from.resume();
        }
    }

    private void end() {
        if (!stopped) {
            stopped = true;
            listener.moved();
        }
    }
}
