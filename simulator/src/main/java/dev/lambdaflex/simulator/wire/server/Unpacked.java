package dev.lambdaflex.simulator.wire.server;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;

import dev.lambdaflex.simulator.wire.WireRequest;
import dev.lambdaflex.simulator.wire.protocol.Refusal;
import io.vertx.core.buffer.Buffer;

/** A request's body as its caller wrote it: the SDKs pack what is longer than 10 KiB for CloudWatch. */
final class Unpacked {

    private Unpacked() {}

    static WireRequest of(WireRequest request, int limit) {
        if (!request.header("content-encoding").filter("gzip"::equals).isPresent()) {
            return request;
        }
        try (GZIPInputStream unpacking = new GZIPInputStream(new ByteArrayInputStream(request.body().getBytes()))) {
            byte[] unpacked = unpacking.readNBytes(limit + 1);
            if (unpacked.length > limit) {
                throw tooLarge(limit);
            }
            return request.withBody(Buffer.buffer(unpacked));
        } catch (IOException _) {
            throw Refusal.of("SerializationException", "the request's body is not gzip, as its content-encoding says");
        }
    }

    static Refusal tooLarge(int limit) {
        return Refusal.of(413, "RequestEntityTooLarge", "the request's body is too large (expected: at most %d bytes)"
                .formatted(limit));
    }
}
