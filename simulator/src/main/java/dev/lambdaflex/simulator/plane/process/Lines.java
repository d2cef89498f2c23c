package dev.lambdaflex.simulator.plane.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.util.function.Consumer;

/** Reads lines with bounded memory: a child that never ends its line must not fill the heap of its parent. */
final class Lines {

    static final int MAX_LENGTH = 8_192;

    private Lines() {}

    /** Hands each line to {@code sink}, cut at {@value #MAX_LENGTH} characters, until the stream ends. */
    static void read(InputStream in, Consumer<String> sink) {
        StringBuilder line = new StringBuilder();
        char[] chunk = new char[4_096];
        try (Reader reader = new InputStreamReader(in, UTF_8)) {
            for (int n = reader.read(chunk); n >= 0; n = reader.read(chunk)) {
                for (int i = 0; i < n; i++) {
                    take(chunk[i], line, sink);
                }
            }
        } catch (IOException _) {
            // The pipe broke because the process was killed: what was read so far is all there is.
        }
        if (!line.isEmpty()) {
            sink.accept(line.toString());
        }
    }

    private static void take(char c, StringBuilder line, Consumer<String> sink) {
        if (c == '\n') {
            sink.accept(line.toString());
            line.setLength(0);
        } else if (c != '\r' && line.length() < MAX_LENGTH) {
            line.append(c);
        }
    }
}
