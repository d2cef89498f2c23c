package dev.lambdaflex.proxy;

import dev.lambdaflex.weights.split.Tier;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import java.util.Locale;
import java.util.Set;

/** Writes the head of the answer that goes to the client. */
final class ResponseHead {

    private ResponseHead() {}

    static void write(HttpClientResponse from, HttpServerResponse to, Tier tier, boolean retried) {
        to.setStatusCode(from.statusCode());
        Set<String> nominated = HopByHop.nominated(from.headers());
        MultiMap headers = to.headers();
        from.headers().forEach((name, value) -> {
            if (passes(name, nominated)) {
                headers.add(name, value);
            }
        });
        if (from.statusCode() == 204) {
            headers.remove(HttpHeaders.CONTENT_LENGTH); // RFC 9110, 8.6: a client could wait for the bytes
        }
        headers.set(Headers.TIER, tier.label());
        if (retried) {
            headers.set(Headers.RETRIED, "1");
        }
    }

    /** Whether the answer ends with its head (RFC 9112, 6.3). */
    static boolean endsWithHead(HttpMethod method, int status) {
        return HttpMethod.HEAD.equals(method) || status == 204 || status == 304;
    }

    /** The length of the body; -1 when only its end tells. */
    static long bodyBytes(HttpClientResponse from) {
        String length = from.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length == null ? -1 : Long.parseLong(length);
    }

    private static boolean passes(String name, Set<String> nominated) {
        boolean ofTheEdge = name.regionMatches(true, 0, Headers.OWN_PREFIX, 0, Headers.OWN_PREFIX.length());
        return !HopByHop.is(name) && !ofTheEdge
                && (nominated.isEmpty() || !nominated.contains(name.toLowerCase(Locale.ROOT)));
    }
}
