package dev.lambdaflex.simulator.plane.container;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.function.Consumer;

/** Cuts bytes into lines with bounded memory: a container that never ends its line must not fill the heap. */
final class LineSplitter {

    static final int MAX_BYTES = 8_192;

    private final Consumer<String> sink;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    LineSplitter(Consumer<String> sink) {
        this.sink = sink;
    }

    void take(byte[] bytes, int count) {
        for (int i = 0; i < count; i++) {
            if (bytes[i] == '\n') {
                emit();
            } else if (bytes[i] != '\r' && line.size() < MAX_BYTES) {
                line.write(bytes[i]);
            }
        }
    }

    /** What stands without an end of line is a line, too. */
    void end() {
        if (line.size() > 0) {
            emit();
        }
    }

    private void emit() {
        sink.accept(line.toString(UTF_8));
        line.reset();
    }
}
