package dev.lambdaflex.workload.lambda;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;

/** Reads an event of payload format 2.0. */
final class HttpApiEvent {

    private HttpApiEvent() {}

    /** The request that the event tells of, or {@link MalformedEventException}. */
    static LambdaRequest read(EventFields fields) {
        EventFields context = fields.object("requestContext");
        EventFields http = context.object("http");
        Buffer body = EventParts.body(fields);
        MultiMap headers = EventHeaders.read(fields.object("headers").singles());
        EventHeaders.addCookies(headers, fields.texts("cookies"));
        EventHeaders.completeForwarding(headers, http.text("sourceIp"), context.text("domainName"));
        EventHeaders.fitToBody(headers, body);
        String target = RequestTarget.of(EventParts.path(fields, "rawPath"), fields.text("rawQueryString").orElse(""));
        return new LambdaRequest(EventParts.method(http, "method"), target, headers, body);
    }
}
