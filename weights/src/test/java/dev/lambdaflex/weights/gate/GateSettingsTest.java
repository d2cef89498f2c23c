package dev.lambdaflex.weights.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GateSettingsTest {

    @Test
    void theDefaultsAreThoseOfTheDocumentation() {
        GateSettings settings = GateSettings.defaults();
        assertThat(settings.errorLimit()).isEqualTo(0.01);
        assertThat(settings.minimumRequests()).isEqualTo(300);
        assertThat(settings.latencyLimit()).isEqualTo(Duration.ofSeconds(1));
        assertThat(settings.latencyRatio()).isEqualTo(1.5);
        assertThat(settings.latencySamples()).isEqualTo(100);
        assertThat(settings.failedProbes()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0    | 300 | PT1S  | 1.5 | 100 | 3 | errorLimit: 0.0 (expected: above 0 and below 1)
            1    | 300 | PT1S  | 1.5 | 100 | 3 | errorLimit: 1.0 (expected: above 0 and below 1)
            NaN  | 300 | PT1S  | 1.5 | 100 | 3 | errorLimit: NaN (expected: above 0 and below 1)
            0.01 | 0   | PT1S  | 1.5 | 100 | 3 | minimumRequests: 0 (expected: above 0)
            0.01 | 300 | PT0S  | 1.5 | 100 | 3 | latencyLimit: PT0S (expected: above 0)
            0.01 | 300 | PT1S  | 1   | 100 | 3 | latencyRatio: 1.0 (expected: above 1)
            0.01 | 300 | PT1S  | 1.5 | 0   | 3 | latencySamples: 0 (expected: above 0)
            0.01 | 300 | PT1S  | 1.5 | 100 | 0 | failedProbes: 0 (expected: above 0)
            """)
    void eachSettingIsRefusedByNameWithWhatIsExpected(double errorLimit, int minimumRequests, Duration latencyLimit,
            double latencyRatio, int latencySamples, int failedProbes, String message) {
        assertThatThrownBy(() -> new GateSettings(errorLimit, minimumRequests, latencyLimit, latencyRatio,
                latencySamples, failedProbes)).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }
}
