package dev.lambdaflex.workload.testing;

import io.vertx.core.json.JsonObject;

/** Events as API Gateway writes them, payload format 2.0. */
public final class Events {

    private Events() {}

    public static JsonObject request(String method, String path, String query) {
        return new JsonObject().put("version", "2.0")
                .put("routeKey", "$default")
                .put("rawPath", path)
                .put("rawQueryString", query)
                .put("headers", new JsonObject().put("host", "api.example.com").put("x-forwarded-for", "192.0.2.1"))
                .put("requestContext", new JsonObject().put("domainName", "api.example.com")
                        .put("http", new JsonObject().put("method", method)
                                .put("path", path)
                                .put("protocol", "HTTP/1.1")
                                .put("sourceIp", "192.0.2.1")))
                .put("isBase64Encoded", false);
    }

    public static String get(String path) {
        return request("GET", path, "").encode();
    }
}
