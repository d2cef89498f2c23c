package dev.lambdaflex.proxy;

import java.util.Locale;

/** The answers that the edge gives itself. Each is a problem document (RFC 9457) and a label of a metric. */
enum Refusal {
    MALFORMED(400, "The request is malformed"),
    BAD_TARGET(400, "The request target is malformed"),
    BAD_HOST(400, "The Host header is missing or malformed"),
    TOO_MANY_HOPS(400, "The request came through too many proxies"),
    METHOD(405, "The method is not supported"),
    REQUEST_TIMEOUT(408, "The request did not arrive in time"),
    BODY_TOO_LARGE(413, "The body is too large"),
    LINE_TOO_LONG(414, "The request line is too long"),
    EXPECTATION(417, "The expectation is not supported"),
    WRONG_HOST(421, "This host is not served here"),
    HEADERS_TOO_LARGE(431, "The headers are too large"),
    TRANSFER_CODING(501, "The transfer coding is not supported"),
    WEBSOCKET(501, "WebSocket is not supported"),
    BAD_GATEWAY(502, "The tier gave no answer"),
    NO_UPSTREAM(503, "No tier is ready"),
    BUSY(503, "All connections to the tier are busy"),
    GATEWAY_TIMEOUT(504, "The tier did not answer in time"),
    LOOP(508, "The request passed this edge before");

    private final int status;
    private final String title;

    Refusal(int status, String title) {
        this.status = status;
        this.title = title;
    }

    int status() {
        return status;
    }

    String title() {
        return title;
    }

    /** The name in problem documents and metrics: {@code body-too-large}. */
    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
