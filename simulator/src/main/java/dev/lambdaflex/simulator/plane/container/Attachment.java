package dev.lambdaflex.simulator.plane.container;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * The stream that ties a container to this process. The engine closes the container's standard input when it ends, and this
 * process holds it open; what comes out is cut into frames:
 *
 * <pre>
 *   | 1 stdout, 2 stderr | 0 0 0 | length, 4 bytes | bytes
 * </pre>
 *
 * <p>The connection is switched from HTTP to this stream, which Vert.x's client of HTTP does not follow; hence a socket of our own.
 */
final class Attachment implements AutoCloseable {

    private static final int STDERR = 2;
    private static final int LONGEST_HEAD = 8_192;

    private final SocketChannel channel;
    private final InputStream in;

    private Attachment(SocketChannel channel) {
        this.channel = channel;
        this.in = Channels.newInputStream(channel);
    }

    static Attachment open(Path socket, String uri) throws IOException {
        SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            channel.connect(UnixDomainSocketAddress.of(socket));
            ByteBuffer request = US_ASCII.encode("POST " + uri + " HTTP/1.1\r\nHost: docker\r\n"
                    + "Connection: Upgrade\r\nUpgrade: tcp\r\nContent-Length: 0\r\n\r\n");
            while (request.hasRemaining()) {
                channel.write(request);
            }
            Attachment attachment = new Attachment(channel);
            attachment.expectSwitch();
            return attachment;
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    /** Hands on what the container says, line by line, until it ends. */
    void read(Consumer<String> stdout, Consumer<String> stderr) throws IOException {
        DataInputStream frames = new DataInputStream(in);
        LineSplitter out = new LineSplitter(stdout);
        LineSplitter err = new LineSplitter(stderr);
        byte[] chunk = new byte[4_096];
        for (int kind = frames.read(); kind >= 0; kind = frames.read()) {
            frames.skipNBytes(3);
            LineSplitter lines = kind == STDERR ? err : out;
            for (long left = frames.readInt() & 0xffff_ffffL; left > 0;) {
                int n = frames.read(chunk, 0, (int) Math.min(left, chunk.length));
                if (n < 0) {
                    throw new EOFException("the engine broke off the output of a container");
                }
                lines.take(chunk, n);
                left -= n;
            }
        }
        out.end();
        err.end();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private void expectSwitch() throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0 || head.length() > LONGEST_HEAD) {
                throw new EOFException("the engine broke off its answer to attach: " + head);
            }
            head.append((char) next);
        }
        if (!head.toString().startsWith("HTTP/1.1 101 ")) {
            throw new IOException("the engine answered to attach: '%s' (expected: 101)"
                    .formatted(head.substring(0, head.indexOf("\r\n"))));
        }
    }
}
