package dev.lambdaflex.provisioner.api;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.openapi.contract.OpenAPIContract;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The OpenAPI document: as it is served, and as requests are checked by it. */
final class Contract {

    private static final String RESOURCE = "/openapi.yaml";

    private Contract() {}

    /** The document as it is served. */
    static String text() {
        try (InputStream document = Contract.class.getResourceAsStream(RESOURCE)) {
            if (document == null) {
                throw new IllegalStateException("the class path has no " + RESOURCE);
            }
            return new String(document.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(RESOURCE + " cannot be read", e);
        }
    }

    /** The document as requests are checked by it. */
    static Future<OpenAPIContract> load(Vertx vertx) {
        Map<String, Object> document = new Yaml(new SafeConstructor(new LoaderOptions())).load(text());
        JsonObject contract = new JsonObject(document);
        contract.getJsonObject("paths").forEach(path -> onlyKnownAnswers((JsonObject) path.getValue()));
        contract.getJsonObject("components")
                .getJsonObject("responses")
                .forEach(response -> onlyKnownContent((JsonObject) response.getValue()));
        return OpenAPIContract.from(vertx, contract);
    }

    private static void onlyKnownAnswers(JsonObject path) {
        for (String method : path.fieldNames()) {
            if (path.getValue(method) instanceof JsonObject operation) {
                withoutEntityTags(operation);
                operation.getJsonObject("responses")
                        .forEach(response -> onlyKnownContent((JsonObject) response.getValue()));
            }
        }
    }

    /** The validator reads headers as JSON, which an entity tag such as {@code W/"12"} is not: we read them ourselves. */
    private static void withoutEntityTags(JsonObject operation) {
        JsonArray parameters = operation.getJsonArray("parameters", new JsonArray());
        for (int i = parameters.size() - 1; i >= 0; i--) {
            if ("If-Match".equals(parameters.getJsonObject(i).getString("name"))) {
                parameters.remove(i);
            }
        }
    }

    /** The validator refuses a document that names other answers than these; it checks requests all the same. */
    private static void onlyKnownContent(JsonObject response) {
        JsonObject content = response.getJsonObject("content");
        if (content != null) {
            content.fieldNames()
                    .stream()
                    .filter(type -> !type.equals("application/json") && !type.equals("text/plain"))
                    .toList()
                    .forEach(content::remove);
            if (content.isEmpty()) {
                response.remove("content");
            }
        }
    }
}
