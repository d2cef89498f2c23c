package dev.lambdaflex.simulator.plane.gateway;

import dev.lambdaflex.simulator.plane.HopByHop;
import dev.lambdaflex.simulator.plane.TraceIds;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Makes events of payload format 2.0. Parts that a request does not have are missing keys, not null. */
final class Event {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private Event() {}

    static JsonObject of(Received request, HttpApi api) {
        JsonObject event = new JsonObject().put("version", "2.0")
                .put("routeKey", HttpApi.ROUTE)
                .put("rawPath", request.path())
                .put("rawQueryString", request.query());
        List<String> cookies = cookies(request);
        if (!cookies.isEmpty()) {
            event.put("cookies", new JsonArray(cookies));
        }
        event.put("headers", new JsonObject(headers(request)));
        if (!request.query().isEmpty()) {
            event.put("queryStringParameters", new JsonObject(parameters(request.query())));
        }
        event.put("requestContext", context(request, api));
        putBody(event, request);
        return event;
    }

    private static List<String> cookies(Received request) {
        return request.headers()
                .getAll("cookie")
                .stream()
                .flatMap(value -> Stream.of(value.split(";", -1)))
                .map(String::trim)
                .filter(cookie -> !cookie.isEmpty())
                .toList();
    }

    /** Lower-case names, duplicates joined with commas; cookies have a place of their own. */
    private static Map<String, Object> headers(Received request) {
        Set<String> dropped = HopByHop.of(request.headers());
        Map<String, Object> joined = new TreeMap<>();
        request.headers().forEach((name, value) -> {
            String lower = name.toLowerCase(Locale.ROOT);
            if (!dropped.contains(lower) && !lower.equals("cookie")) {
                joined.merge(lower, value, (before, after) -> before + "," + after);
            }
        });
        if (request.body().length() > 0) {
            joined.put("content-length", Integer.toString(request.body().length()));
        }
        joined.merge("x-forwarded-for", request.sourceIp(), (before, after) -> before + ", " + after);
        joined.put("x-forwarded-port", Integer.toString(request.port()));
        joined.put("x-forwarded-proto", "http");
        joined.put(TraceIds.HEADER.toLowerCase(Locale.ROOT), request.traceId());
        return joined;
    }

    private static Map<String, Object> parameters(String query) {
        Map<String, Object> joined = new LinkedHashMap<>();
        new QueryStringDecoder(query, false).parameters()
                .forEach((name, values) -> joined.put(name, String.join(",", values)));
        return joined;
    }

    private static JsonObject context(Received request, HttpApi api) {
        String domain = domain(request.header("host", ""));
        int dot = domain.indexOf('.');
        return new JsonObject().put("accountId", api.accountId())
                .put("apiId", api.apiId())
                .put("domainName", domain)
                .put("domainPrefix", dot < 0 ? domain : domain.substring(0, dot))
                .put("http", http(request))
                .put("requestId", request.requestId())
                .put("routeKey", HttpApi.ROUTE)
                .put("stage", HttpApi.STAGE)
                .put("time", TIME.format(request.at()))
                .put("timeEpoch", request.at().toEpochMilli());
    }

    /** The protocol is HTTP/1.1 whatever the client spoke. */
    private static JsonObject http(Received request) {
        return new JsonObject().put("method", request.method())
                .put("path", request.path())
                .put("protocol", "HTTP/1.1")
                .put("sourceIp", request.sourceIp())
                .put("userAgent", request.header("user-agent", ""));
    }

    private static String domain(String host) {
        int colon = host.lastIndexOf(':');
        boolean hasPort = colon > host.lastIndexOf(']');
        return hasPort ? host.substring(0, colon) : host;
    }

    private static void putBody(JsonObject event, Received request) {
        Buffer body = request.body();
        boolean text = BodyText.isText(request);
        if (body.length() > 0) {
            event.put("body", text ? body.toString() : Base64.getEncoder().encodeToString(body.getBytes()));
        }
        event.put("isBase64Encoded", body.length() > 0 && !text);
    }
}
