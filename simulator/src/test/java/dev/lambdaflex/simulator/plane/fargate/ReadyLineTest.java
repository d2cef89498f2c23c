package dev.lambdaflex.simulator.plane.fargate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadyLineTest {

    @Test
    void theReadyLineTellsThePort() {
        assertThat(ReadyLine.port("{\"event\":\"ready\",\"port\":12345,\"more\":true}")).hasValue(12_345);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "listening on 8080", "{\"event\":\"ready\"}", "{\"event\":\"ready\",\"port\":\"80\"}",
            "{\"event\":\"ready\",\"port\":0}", "{\"event\":\"ready\",\"port\":70000}",
            "{\"event\":\"stopped\",\"port\":80}",
            "{broken", "{\"event\":7,\"port\":80}"})
    void anyOtherLineDoesNot(String line) {
        assertThat(ReadyLine.port(line)).isEmpty();
    }
}
