package dev.lambdaflex.workload.lambda;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
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
        MultiMap headers = fields.has("multiValueHeaders")
                ? EventHeaders.readLists(fields.object("multiValueHeaders"))
                : EventHeaders.read(fields.object("headers"));
        EventHeaders.addCookies(headers, headers.getAll("cookie"));
        EventHeaders.completeForwarding(headers, context.object("identity").text("sourceIp"),
                context.text("domainName"));
        EventHeaders.fitToBody(headers, body);
        String target = RequestTarget.of(EventParts.path(fields, "path"), query(fields, query));
        return new LambdaRequest(EventParts.method(fields, "httpMethod"), target, headers, body);
    }

    private static String query(EventFields fields, Query query) {
        Stream<String> pairs = fields.has("multiValueQueryStringParameters")
                ? lists(fields.object("multiValueQueryStringParameters"), query)
                : singles(fields.object("queryStringParameters"), query);
        return pairs.collect(Collectors.joining("&"));
    }

    private static Stream<String> lists(EventFields parameters, Query query) {
        return parameters.json()
                .fieldNames()
                .stream()
                .flatMap(name -> parameters.texts(name).stream().map(value -> pair(name, value, query)));
    }

    private static Stream<String> singles(EventFields parameters, Query query) {
        return parameters.json()
                .fieldNames()
                .stream()
                .flatMap(name -> parameters.text(name)
                        .map(List::of)
                        .orElse(List.of())
                        .stream()
                        .map(value -> pair(name, value, query)));
    }

    private static String pair(String name, String value, Query query) {
        return query.encode(name) + '=' + query.encode(value);
    }
}
