package dev.lambdaflex.workload.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostConfigTest {

    @Test
    void defaultsAreThoseOfAServerOnThisMachine() {
        HostConfig config = HostConfig.from(Map.of());
        assertThat(config.instance()).matches("local-\\d+-[0-9a-f]{8}");
        assertThat(config)
                .isEqualTo(new HostConfig(ServingTier.LOCAL, config.instance(), "127.0.0.1", 8080, Optional.empty(), 1,
                        false,
                        Duration.ofSeconds(5), Duration.ofSeconds(20), 4_500_000, Optional.empty(), false));
    }

    @Test
    void everyVariableIsRead() {
        HostConfig config = HostConfig.from(Map.ofEntries(Map.entry("PORT", "0"),
                Map.entry("HOST", "::1"),
                Map.entry("AWS_LAMBDA_RUNTIME_API", "127.0.0.1:9001"),
                Map.entry("LAMBDAFLEX_TIER", "fargate"),
                Map.entry("LAMBDAFLEX_INSTANCE", "task-7"),
                Map.entry("LAMBDAFLEX_UNREADY_SECONDS", "0.25"),
                Map.entry("LAMBDAFLEX_DRAIN_SECONDS", "3"),
                Map.entry("LAMBDAFLEX_MAX_BODY_BYTES", "10"),
                Map.entry("LAMBDAFLEX_DRILL_FILE", "/tmp/drill"),
                Map.entry("LAMBDAFLEX_STOP_WITH_STDIN", "true"),
                Map.entry("AWS_LAMBDA_MAX_CONCURRENCY", "32"),
                Map.entry("LAMBDAFLEX_RESPONSE_STREAMING", "true")));
        assertThat(config)
                .isEqualTo(new HostConfig(ServingTier.FARGATE, "task-7", "::1", 0, Optional.of("127.0.0.1:9001"), 32,
                        true,
                        Duration.ofMillis(250), Duration.ofSeconds(3), 10, Optional.of(Path.of("/tmp/drill")), true));
    }

    @Test
    void theTierIsWhatTheProcessFindsAroundItself() {
        assertThat(HostConfig.from(Map.of("AWS_LAMBDA_RUNTIME_API", "x:1")).tier()).isEqualTo(ServingTier.LAMBDA);
        assertThat(HostConfig.from(Map.of("ECS_CONTAINER_METADATA_URI_V4", "http://x")).tier())
                .isEqualTo(ServingTier.FARGATE);
    }

    @Test
    void aFargateTaskListensForItsBalancer() {
        assertThat(HostConfig.from(Map.of("ECS_CONTAINER_METADATA_URI_V4", "http://x")).host()).isEqualTo("0.0.0.0");
    }

    @Test
    void anEmptyVariableIsAbsent() {
        assertThat(HostConfig.from(Map.of("PORT", " ", "LAMBDAFLEX_DRILL_FILE", "")).port()).isEqualTo(8080);
    }

    @ParameterizedTest(name = "{0}={1}")
    @CsvSource(delimiter = '|', value = {
            "PORT                       | 65536 | PORT: 65536 (expected: 0 to 65535)",
            "PORT                       | http  | PORT: http (expected: 0 to 65535)",
            "LAMBDAFLEX_TIER            | moon  | LAMBDAFLEX_TIER: moon (expected: one of lambda, fargate, local)",
            "LAMBDAFLEX_UNREADY_SECONDS | -1    | LAMBDAFLEX_UNREADY_SECONDS: -1 (expected: seconds from 0 on, such as 0.2)",
            "LAMBDAFLEX_DRAIN_SECONDS   | soon  | LAMBDAFLEX_DRAIN_SECONDS: soon (expected: seconds from 0 on, such as 0.2)",
            "LAMBDAFLEX_STOP_WITH_STDIN | yes   | LAMBDAFLEX_STOP_WITH_STDIN: yes (expected: true or false)",
            "LAMBDAFLEX_MAX_BODY_BYTES  | -1    | LAMBDAFLEX_MAX_BODY_BYTES: -1 (expected: 0 to 2147483647)"})
    void aValueThatCannotBeIsOneSentence(String name, String value, String sentence) {
        assertThatThrownBy(() -> HostConfig.from(Map.of(name, value))).isInstanceOf(IllegalArgumentException.class)
                .hasMessage(sentence);
    }

    @Test
    void stoppingHasToFitIntoTheStopTimeoutOfEcs() {
        assertThatThrownBy(() -> HostConfig.from(Map.of("LAMBDAFLEX_UNREADY_SECONDS", "10")))
                .hasMessageContaining("30.0 (expected: below 30");
    }
}
