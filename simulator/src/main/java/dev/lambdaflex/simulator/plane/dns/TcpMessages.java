package dev.lambdaflex.simulator.plane.dns;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.parsetools.RecordParser;
import java.util.function.Consumer;

/** Cuts a connection's bytes into messages: over TCP each follows its length in two bytes (RFC 1035, 4.2.2). */
final class TcpMessages implements Handler<Buffer> {

    private static final int LENGTH_BYTES = 2;

    private final RecordParser parser;
    private final Consumer<byte[]> onMessage;
    private boolean lengthIsNext = true;

    /** @param onMessage hears empty messages, too: nothing can be answered to them */
    TcpMessages(Consumer<byte[]> onMessage) {
        this.onMessage = onMessage;
        this.parser = RecordParser.newFixed(LENGTH_BYTES, this::part);
    }

    static Buffer framed(byte[] message) {
        return Buffer.buffer(LENGTH_BYTES + message.length).appendUnsignedShort(message.length).appendBytes(message);
    }

    @Override
    public void handle(Buffer bytes) {
        parser.handle(bytes);
    }

    private void part(Buffer part) {
        int length = lengthIsNext ? part.getUnsignedShort(0) : 0;
        if (length > 0) {
            lengthIsNext = false;
            parser.fixedSizeMode(length);
        } else {
            byte[] message = lengthIsNext ? new byte[0] : part.getBytes();
            lengthIsNext = true;
            parser.fixedSizeMode(LENGTH_BYTES);
            onMessage.accept(message);
        }
    }
}
