package dev.lambdaflex.simulator.plane.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlaceTest {

    @Test
    void theOnlyNetworkNeedsNoName() throws Exception {
        assertThat(Place.of(container(Map.of(), "one"), Optional.empty()))
                .isEqualTo(new Place("one", "10.0.0.one", "cloud"));
    }

    @Test
    void oneOfSeveralIsChosenByName() throws Exception {
        assertThat(Place.of(container(Map.of(), "one", "two"), Optional.of("two")).home()).isEqualTo("10.0.0.two");
        assertThatThrownBy(() -> Place.of(container(Map.of(), "one", "two"), Optional.empty()))
                .hasMessage("this container's network: '' (expected: one of those it is in, [one, two])");
        assertThatThrownBy(() -> Place.of(container(Map.of(), "one"), Optional.of("three")))
                .hasMessage("this container's network: 'three' (expected: one of those it is in, [one])");
    }

    @Test
    void theOwnerIsTheServiceOfItsProject() throws Exception {
        Map<String, Object> labels = Map.of("com.docker.compose.project", "mine", "com.docker.compose.service",
                "cloud");

        assertThat(Place.of(container(labels, "one"), Optional.empty()).owner()).isEqualTo("mine-cloud");
    }

    private static JsonObject container(Map<String, Object> labels, String... networks) {
        JsonObject all = new JsonObject();
        for (String network : networks) {
            all.put(network, new JsonObject().put("IPAddress", "10.0.0." + network));
        }
        return new JsonObject().put("Name", "/cloud")
                .put("Config", new JsonObject().put("Labels", new JsonObject(labels)))
                .put("NetworkSettings", new JsonObject().put("Networks", all));
    }
}
