package dev.lambdaflex.workload.lambda;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads an event of payload format 1.0 or of a load balancer: headers and query come as maps, of single values or of lists.
 * The lists hold everything and win.
 */
final class ProxyEvent {

    /** How names and values of the query are written. */
    enum Query {

        /** API Gateway decodes them. */
        DECODED,

        /** A load balancer passes them on as the client sent them. */
        AS_SENT;

        private String encode(String text) {
            return switch (this) {
                case DECODED -> URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
                case AS_SENT -> text;
            };
        }
    }

    private ProxyEvent() {}

    /** The request that the event tells of, or {@link MalformedEventException}. */
    static LambdaRequest read(EventFields fields, Query query) {
        EventFields context = fields.object("requestContext");
        Buffer body = EventParts.body(fields);
        MultiMap headers = EventHeaders.read(all(fields, "multiValueHeaders", "headers"));
        EventHeaders.addCookies(headers, headers.getAll("cookie"));
        EventHeaders.completeForwarding(headers, context.object("identity").text("sourceIp"),
                context.text("domainName"));
        EventHeaders.fitToBody(headers, body);
        String target = RequestTarget.of(EventParts.path(fields, "path"), query(fields, query));
        return new LambdaRequest(EventParts.method(fields, "httpMethod"), target, headers, body);
    }

    private static String query(EventFields fields, Query query) {
        return all(fields, "multiValueQueryStringParameters", "queryStringParameters")
                .map(pair -> query.encode(pair.getKey()) + '=' + query.encode(pair.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static Stream<Map.Entry<String, String>> all(EventFields fields, String lists, String singles) {
        return fields.has(lists) ? fields.object(lists).lists() : fields.object(singles).singles();
    }
}
