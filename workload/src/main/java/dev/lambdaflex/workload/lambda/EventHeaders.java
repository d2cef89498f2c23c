package dev.lambdaflex.workload.lambda;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Turns the headers, cookies and origin of an event into the headers of a request. */
final class EventHeaders {

    private static final String FORWARDED_FOR = "x-forwarded-for";
    private static final String TOKEN_MARKS = "!#$%&'*+-.^_`|~";

    private EventHeaders() {}

    /** Values of one name arrive joined with commas, which HTTP treats as equal; they are not split again. */
    static MultiMap read(Stream<Map.Entry<String, String>> values) {
        MultiMap headers = HttpHeaders.headers();
        values.forEach(
                header -> headers.add(requireToken(header.getKey()), onTheWire(header.getKey(), header.getValue())));
        HopByHop.removeFrom(headers);
        // API Gateway has already answered the client's expectation.
        headers.remove("expect");
        return headers;
    }

    /** API Gateway takes cookies out of the headers; HTTP/1.1 wants them in one header (RFC 6265 section 5.4). */
    static void addCookies(MultiMap headers, List<String> cookies) {
        if (!cookies.isEmpty()) {
            headers.set("cookie", onTheWire("cookies", String.join("; ", cookies)));
        }
    }

    /** The balancer appends the client's address as the last one; here the same is true even if the gateway left it out. */
    static void completeForwarding(MultiMap headers, Optional<String> sourceIp, Optional<String> domainName) {
        sourceIp.map(ip -> onTheWire("requestContext.http.sourceIp", ip)).ifPresent(ip -> appendAddress(headers, ip));
        if (!headers.contains("host")) {
            domainName.map(name -> onTheWire("requestContext.domainName", name))
                    .ifPresent(name -> headers.set("host", name));
        }
    }

    /** The event's own length may speak of the base64 text; ours speaks of the bytes that we send. */
    static void fitToBody(MultiMap headers, Buffer body) {
        boolean saidLength = headers.contains("content-length");
        headers.remove("content-length");
        if (saidLength || body.length() > 0) {
            headers.set("content-length", Integer.toString(body.length()));
        }
    }

    private static void appendAddress(MultiMap headers, String sourceIp) {
        String seen = headers.get(FORWARDED_FOR);
        if (seen == null || seen.isBlank()) {
            headers.set(FORWARDED_FOR, sourceIp);
        } else if (!seen.substring(seen.lastIndexOf(',') + 1).strip().equals(sourceIp)) {
            headers.set(FORWARDED_FOR, seen + ", " + sourceIp);
        }
    }

    private static String requireToken(String name) {
        boolean token = !name.isEmpty() && name.chars().allMatch(EventHeaders::isTokenChar);
        if (!token) {
            throw new MalformedEventException("headers has the name '%s' (expected: an HTTP token)".formatted(name));
        }
        return name;
    }

    private static boolean isTokenChar(int c) {
        return Ascii.isAlphanumeric(c) || TOKEN_MARKS.indexOf(c) >= 0;
    }

    /**
     * Header bytes are read as Latin-1 on both tiers, so text beyond Latin-1 goes out as the UTF-8 bytes that the client had
     * sent. A line break would let an event write headers of its own.
     */
    private static String onTheWire(String name, String value) {
        if (value.chars().anyMatch(c -> (c < 0x20 && c != '\t') || c == 0x7F)) {
            throw new MalformedEventException(
                    "%s holds a control character (expected: one line of text)".formatted(name));
        }
        boolean latin1 = value.chars().allMatch(c -> c <= 0xFF);
        return latin1 ? value : new String(value.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }
}
