package dev.lambdaflex.proxy;

import dev.lambdaflex.weights.split.Tier;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the head of a request before any tier hears of it. What two servers could read in two ways is refused, for the
 * difference is how requests are smuggled (RFC 9112, 11.2). Netty's decoder has already refused Content-Length together with
 * Transfer-Encoding, several Content-Lengths, and codings that do not end in {@code chunked}.
 */
final class Admission {

    private static final String CHUNKED = "chunked";
    private static final int MAX_ADDRESSES = 29; // the load balancer answers 463 above 30, and ours is one of them

    private final EdgeConfig config;
    private final String viaName;

    Admission(EdgeConfig config, String viaName) {
        this.config = config;
        this.viaName = viaName;
    }

    sealed interface Verdict {}

    /**
     * The request may go on.
     *
     * @param path           what to ask the upstream for
     * @param host           what the client calls the server
     * @param bodyBytes      length of the body; -1 when it is chunked
     * @param expectContinue whether the client waits for a go-ahead before it sends the body
     * @param override       the tier that the client may and does choose
     */
    record Admitted(String path, String host, long bodyBytes, boolean expectContinue, Optional<Tier> override)
            implements
                Verdict {}

    record Refused(Refusal refusal, String detail) implements Verdict {}

    Verdict check(HttpServerRequest request) {
        String method = request.method().name();
        if (method.equals("TRACE") || method.equals("CONNECT")) {
            return new Refused(Refusal.METHOD, "method: %s (expected: any but TRACE and CONNECT)".formatted(method));
        }
        Optional<RequestTarget> target = RequestTarget.parse(method, request.uri());
        if (target.isEmpty()) {
            return new Refused(Refusal.BAD_TARGET, "request target (expected: an absolute path of visible ASCII)");
        }
        MultiMap headers = request.headers();
        List<String> hosts = headers.getAll(HttpHeaders.HOST);
        if (hosts.size() != 1 || !HostName.valid(hosts.getFirst())) {
            return new Refused(Refusal.BAD_HOST,
                    "Host: %d of them (expected: one, a name or address with an optional port)"
                            .formatted(hosts.size()));
        }
        String host = target.get().host().orElse(hosts.getFirst());
        if (!config.allowedHosts().isEmpty() && !config.allowedHosts().contains(HostName.nameOf(host))) {
            return new Refused(Refusal.WRONG_HOST, "Host: %s (expected: a name that this edge serves)".formatted(host));
        }
        Refused refused = refusedByHeaders(headers);
        if (refused != null) {
            return refused;
        }
        long bodyBytes = bodyBytes(headers);
        if (bodyBytes > config.limits().bodyBytes()) {
            return new Refused(Refusal.BODY_TOO_LARGE, bodyLimit(config));
        }
        boolean expectContinue = bodyBytes != 0 && headers.contains(HttpHeaders.EXPECT);
        return new Admitted(target.get().path(), host, bodyBytes, expectContinue, override(headers));
    }

    static String bodyLimit(EdgeConfig config) {
        return "body (expected: at most %d bytes)".formatted(config.limits().bodyBytes());
    }

    private @Nullable Refused refusedByHeaders(MultiMap headers) {
        if (headers.contains(HttpHeaders.TRANSFER_ENCODING)
                && !onlyChunked(headers.getAll(HttpHeaders.TRANSFER_ENCODING))) {
            return new Refused(Refusal.TRANSFER_CODING, "Transfer-Encoding (expected: chunked and nothing else)");
        }
        String expect = headers.get(HttpHeaders.EXPECT);
        if (expect != null && !expect.equalsIgnoreCase("100-continue")) {
            return new Refused(Refusal.EXPECTATION, "Expect: %s (expected: 100-continue)".formatted(expect));
        }
        String upgrade = headers.get(HttpHeaders.UPGRADE);
        if (upgrade != null && upgrade.equalsIgnoreCase("websocket")) {
            return new Refused(Refusal.WEBSOCKET,
                    "Upgrade: websocket (expected: plain HTTP; this edge opens no tunnels)");
        }
        String via = headers.get(Headers.VIA);
        if (via != null && headers.getAll(Headers.VIA).stream().anyMatch(value -> value.contains(viaName))) {
            return new Refused(Refusal.LOOP, "an upstream of this edge leads back to it");
        }
        if (config.trustForwarded() && addresses(headers) > MAX_ADDRESSES) {
            return new Refused(Refusal.TOO_MANY_HOPS,
                    "X-Forwarded-For: %d addresses (expected: at most %d)".formatted(addresses(headers),
                            MAX_ADDRESSES));
        }
        return null;
    }

    private Optional<Tier> override(MultiMap headers) {
        String wanted = headers.get(Headers.ROUTE);
        if (wanted == null) {
            return Optional.empty();
        }
        boolean allowed = switch (config.routeOverride()) {
            case RouteOverride.Off _ -> false;
            case RouteOverride.Open _ -> true;
            case RouteOverride.Keyed(String key) -> sameKey(key, headers.get(Headers.ROUTE_KEY));
        };
        return allowed ? tier(wanted) : Optional.empty();
    }

    private static Optional<Tier> tier(String label) {
        for (Tier tier : Tier.values()) {
            if (tier.label().equalsIgnoreCase(label)) {
                return Optional.of(tier);
            }
        }
        return Optional.empty();
    }

    /** In constant time, or the key could be guessed letter by letter. */
    private static boolean sameKey(String key, @Nullable String sent) {
        return sent != null && MessageDigest.isEqual(key.getBytes(StandardCharsets.UTF_8),
                sent.getBytes(StandardCharsets.UTF_8));
    }

    private static long bodyBytes(MultiMap headers) {
        if (headers.contains(HttpHeaders.TRANSFER_ENCODING)) {
            return -1;
        }
        String length = headers.get(HttpHeaders.CONTENT_LENGTH);
        return length == null ? 0 : Long.parseLong(length);
    }

    /** Empty elements are allowed in a list (RFC 9110, 5.6.1.2). */
    private static boolean onlyChunked(List<String> values) {
        int codings = 0;
        for (String value : values) {
            for (String coding : value.split(",", -1)) {
                if (!coding.isBlank()) {
                    codings++;
                    if (!coding.strip().equalsIgnoreCase(CHUNKED)) {
                        return false;
                    }
                }
            }
        }
        return codings == 1;
    }

    private static int addresses(MultiMap headers) {
        int count = 0;
        for (String value : headers.getAll(Headers.FORWARDED_FOR)) {
            count += 1 + (int) value.chars().filter(c -> c == ',').count();
        }
        return count;
    }
}
