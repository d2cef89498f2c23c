package dev.lambdaflex.simulator.plane.balancer;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import io.vertx.core.streams.WriteStream;

/** Streams one direction of an exchange: never faster than the receiver takes it. */
final class Pump implements Handler<Buffer> {

    private final ReadStream<Buffer> from;
    private final WriteStream<Buffer> to;
    private final Runnable onProgress;
    private final Handler<Throwable> onFailure;

    private Pump(ReadStream<Buffer> from, WriteStream<Buffer> to, Runnable onProgress, Handler<Throwable> onFailure) {
        this.from = from;
        this.to = to;
        this.onProgress = onProgress;
        this.onFailure = onFailure;
    }

    /** @param onEnd when {@code from} has ended; the caller ends {@code to} */
    static void start(ReadStream<Buffer> from, WriteStream<Buffer> to, Runnable onProgress, Runnable onEnd,
            Handler<Throwable> onFailure) {
        Pump pump = new Pump(from, to, onProgress, onFailure);
        from.endHandler(_ -> onEnd.run());
        from.handler(pump);
        from.resume();
    }

    @Override
    public void handle(Buffer chunk) {
        onProgress.run();
        to.write(chunk).onFailure(onFailure);
        if (to.writeQueueFull()) {
            from.pause();
            to.drainHandler(_ -> {
                onProgress.run();
                from.resume();
            });
        }
    }
}
