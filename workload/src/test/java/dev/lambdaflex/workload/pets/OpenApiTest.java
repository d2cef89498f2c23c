package dev.lambdaflex.workload.pets;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.lambdaflex.workload.host.HostConfig;
import dev.lambdaflex.workload.host.HostContext;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Route;
import io.vertx.junit5.VertxExtension;
import io.vertx.openapi.contract.OpenAPIContract;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The document says what the router does, and keeps to the YAML that the page can read. */
@ExtendWith(VertxExtension.class)
class OpenApiTest {

    private final String yaml = read();

    @Test
    void theDocumentIsAValidContract(Vertx vertx) throws Exception {
        // The validator knows a fixed list of media types, and this one is JSON all the same.
        JsonNode tree = new YAMLMapper().readTree(yaml.replace("application/problem+json", "application/json"));
        JsonObject document = new JsonObject(new ObjectMapper().writeValueAsString(tree));
        OpenAPIContract contract = OpenAPIContract.from(vertx, document).await();
        assertThat(contract.operations()).hasSize(10);
    }

    @Test
    void everyRouteIsDocumentedAndEveryDocumentedOperationIsRouted(Vertx vertx) throws Exception {
        Set<String> documented = new TreeSet<>();
        new YAMLMapper().readTree(yaml)
                .get("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .fieldNames()
                        .forEachRemaining(
                                method -> documented.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
        documented.removeIf(operation -> operation.startsWith("PARAMETERS"));
        Set<String> routed = new TreeSet<>(Set.of("GET /healthz", "GET /readyz"));
        for (Route route : PetStore.router(new HostContext(vertx, HostConfig.from(Map.of()))).getRoutes()) {
            if (route.methods() != null) {
                String path = route.getPath().replaceAll(":(\\w+)", "{$1}");
                route.methods().forEach(method -> routed.add(method + " " + path));
            }
        }
        routed.removeAll(Set.of("GET /docs", "GET /openapi.yaml"));
        assertThat(documented).isEqualTo(routed);
    }

    @Test
    void theDocumentKeepsToTheYamlThatThePageReads() {
        assertThat(yaml.lines()).allSatisfy(line -> assertThat(line)
                .doesNotContain("\t")
                .doesNotContainPattern(":\\s*[|>&*]")
                .doesNotContain("'")
                .doesNotEndWith(" "));
    }

    private static String read() {
        try (InputStream stream = OpenApiTest.class.getResourceAsStream("openapi.yaml")) {
            assertThat(stream).isNotNull();
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
    }
}
