package dev.lambdaflex.workload.lambda;

import io.vertx.core.MultiMap;
import io.vertx.core.json.JsonObject;
import java.util.Locale;

/** The headers of an answer as results carry them. */
final class ResultHeaders {

    private ResultHeaders() {}

    /** Without what speaks of the connection between app and host. */
    static MultiMap endToEnd(MultiMap received) {
        MultiMap headers = MultiMap.caseInsensitiveMultiMap().addAll(received);
        HopByHop.removeFrom(headers);
        // The gateway counts for itself, and base64 would make the number wrong.
        headers.remove("content-length");
        return headers;
    }

    static JsonObject joined(MultiMap headers) {
        JsonObject single = new JsonObject();
        for (String name : headers.names()) {
            single.put(name.toLowerCase(Locale.ROOT), String.join(", ", headers.getAll(name)));
        }
        return single;
    }
}
