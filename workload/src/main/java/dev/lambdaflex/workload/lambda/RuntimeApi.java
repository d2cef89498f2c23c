package dev.lambdaflex.workload.lambda;

import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The Lambda Runtime API, version 2018-06-01, spoken blocking from the thread of the {@link InvocationLoop}.
 *
 * <p>The JDK's oldest HTTP client on purpose: it loads least on a cold start, it repeats a call whose kept connection died
 * while the environment was frozen, it has no time-out unless told, and it needs no event loop, so that a failure can still
 * be reported when the app blocks all of them.
 */
public final class RuntimeApi {

    private static final int STREAM_BUFFER = 16 * 1024;
    private static final String VERSION = "2018-06-01";

    private final URI base;

    /** Reaches the API at {@code address}, host:port as AWS_LAMBDA_RUNTIME_API holds it. */
    public RuntimeApi(String address) {
        try {
            base = new URI("http://" + address + "/" + VERSION + "/runtime/");
        } catch (URISyntaxException notAnAddress) {
            throw new IllegalArgumentException("AWS_LAMBDA_RUNTIME_API: %s (expected: host:port)".formatted(address),
                    notAnAddress);
        }
    }

    /** Waits for the next invocation, for as long as it takes: Lambda freezes the process meanwhile. */
    Invocation next() throws IOException {
        HttpURLConnection connection = open("invocation/next");
        try (InputStream body = connection.getInputStream()) {
            Buffer event = Buffer.buffer(body.readAllBytes());
            String id = connection.getHeaderField("Lambda-Runtime-Aws-Request-Id");
            if (id == null) {
                throw new IOException("Runtime API: invocation without Lambda-Runtime-Aws-Request-Id");
            }
            return new Invocation(id, deadline(connection.getHeaderField("Lambda-Runtime-Deadline-Ms")),
                    Optional.ofNullable(connection.getHeaderField("Lambda-Runtime-Trace-Id")), event);
        }
    }

    /** Posts the answer; returns the status, 202 when taken. */
    int respond(String invocationId, Buffer result) throws IOException {
        return post("invocation/" + invocationId + "/response", result, null);
    }

    /** The bytes of an answer, one part after another; empty at the end. */
    interface Parts {
        Optional<Buffer> next() throws BrokenAnswerException;
    }

    /**
     * Posts an answer while it comes, and returns the status. When it breaks off, the connection is cut before its end, so
     * that Lambda does not take it for whole.
     */
    int stream(String invocationId, Buffer prelude, Parts parts) throws IOException, BrokenAnswerException {
        HttpURLConnection connection = open("invocation/" + invocationId + "/response");
        connection.setRequestMethod("POST");
        connection.setRequestProperty("Content-Type", StreamPrelude.CONTENT_TYPE);
        connection.setRequestProperty("Lambda-Runtime-Function-Response-Mode", "streaming");
        connection.setDoOutput(true);
        connection.setChunkedStreamingMode(STREAM_BUFFER);
        try {
            OutputStream out = connection.getOutputStream();
            Optional<Buffer> part = Optional.of(prelude);
            while (part.isPresent()) {
                out.write(part.get().getBytes());
                out.flush();
                part = parts.next();
            }
            out.close();
        } catch (BrokenAnswerException broken) {
            connection.disconnect();
            throw broken;
        }
        int status = connection.getResponseCode();
        readAway(connection);
        return status;
    }

    /** Posts a failure instead of an answer; returns the status, 202 when taken. */
    int fail(String invocationId, InvocationError error) throws IOException {
        return post("invocation/" + invocationId + "/error", error.toBuffer(), error.type());
    }

    /** Tells that this environment cannot start; the process has to exit afterwards. */
    public int failInit(InvocationError error) throws IOException {
        return post("init/error", error.toBuffer(), error.type());
    }

    private int post(String path, Buffer body, @Nullable String errorType) throws IOException {
        HttpURLConnection connection = open(path);
        connection.setRequestMethod("POST");
        connection.setRequestProperty("Content-Type", "application/json");
        if (errorType != null) {
            connection.setRequestProperty("Lambda-Runtime-Function-Error-Type", errorType);
        }
        connection.setDoOutput(true);
        connection.getOutputStream().write(body.getBytes());
        int status = connection.getResponseCode();
        readAway(connection);
        return status;
    }

    private HttpURLConnection open(String path) throws IOException {
        URL url = base.resolve(path).toURL();
        return (HttpURLConnection) url.openConnection(Proxy.NO_PROXY);
    }

    /** Only a connection whose answer was read is kept for the next call. */
    private static void readAway(HttpURLConnection connection) throws IOException {
        InputStream error = connection.getErrorStream();
        try (InputStream body = error != null ? error : connection.getInputStream()) {
            body.readAllBytes();
        }
    }

    private static Optional<Instant> deadline(@Nullable String epochMillis) throws IOException {
        if (epochMillis == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(Instant.ofEpochMilli(Long.parseLong(epochMillis)));
        } catch (NumberFormatException notMillis) {
            throw new IOException("Runtime API: Lambda-Runtime-Deadline-Ms is " + epochMillis, notMillis);
        }
    }
}
