package dev.lambdaflex.workload.lambda;

import io.vertx.core.Context;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * An answer of the app that is read while it comes. The app is asked for one chunk at a time, so that one that writes faster
 * than Lambda reads waits instead of filling the memory.
 */
final class StreamedAnswer {

    private sealed interface Part {

        record Chunk(Buffer bytes) implements Part {}

        record End() implements Part {}

        record Broken(Throwable cause) implements Part {}
    }

    private final Context context;
    private final HttpClientResponse response;
    private final BlockingQueue<Part> parts = new LinkedBlockingQueue<>();

    private StreamedAnswer(Context context, HttpClientResponse response) {
        this.context = context;
        this.response = response;
    }

    /** Has to be called on the loop that delivers {@code response}, before it goes on. */
    static StreamedAnswer begin(Context context, HttpClientResponse response) {
        StreamedAnswer answer = new StreamedAnswer(context, response);
        response.pause();
        response.exceptionHandler(cause -> answer.parts.add(new Part.Broken(cause)));
        response.endHandler(_ -> answer.parts.add(new Part.End()));
        response.handler(bytes -> answer.parts.add(new Part.Chunk(bytes)));
        return answer;
    }

    int status() {
        return response.statusCode();
    }

    MultiMap headers() {
        return response.headers();
    }

    /** Waits for the next bytes; empty at the end. */
    Optional<Buffer> next(Instant deadline, InstantSource clock) throws BrokenAnswerException {
        context.runOnContext(_ -> response.fetch(1));
        Part part = await(Duration.between(clock.instant(), deadline));
        return switch (part) {
            case Part.Chunk chunk -> Optional.of(chunk.bytes());
            case Part.End _ -> Optional.empty();
            case Part.Broken broken -> throw new BrokenAnswerException("the app broke off: " + broken.cause());
        };
    }

    private Part await(Duration limit) throws BrokenAnswerException {
        try {
            Part part = parts.poll(limit.toMillis(), TimeUnit.MILLISECONDS);
            if (part != null) {
                return part;
            }
            context.runOnContext(_ -> response.request().reset());
            throw new BrokenAnswerException("the app did not end it before the invocation's deadline");
        } catch (InterruptedException cut) {
            Thread.currentThread().interrupt();
            throw new BrokenAnswerException("this process is ending");
        }
    }
}
