package dev.lambdaflex.simulator.plane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlaneTimingsTest {

    @Test
    void theDefaultsAreThoseOfAws() {
        assertThat(PlaneTimings.AWS).isEqualTo(new PlaneTimings(Duration.ofMinutes(10), Duration.ofSeconds(10),
                Duration.ofSeconds(29), Duration.ofSeconds(30), Duration.ofSeconds(30), Duration.ofSeconds(5),
                Duration.ofSeconds(30), Duration.ofSeconds(10), Duration.ofSeconds(60), Duration.ofHours(1)));
    }

    @Test
    void speedShortensWaitsButWhatRealWorkNeedsKeepsAFloor() {
        PlaneTimings fast = PlaneTimings.AWS.shortened(60);

        assertThat(fast.environmentIdle()).isEqualTo(Duration.ofSeconds(10));
        assertThat(fast.probeInterval()).isEqualTo(Duration.ofMillis(500));
        assertThat(fast.clientKeepAlive()).isEqualTo(Duration.ofSeconds(60));
        assertThat(fast.initTimeout()).isEqualTo(Duration.ofSeconds(10));
        assertThat(fast.integrationTimeout()).isGreaterThan(fast.functionTimeout()).isEqualTo(Duration.ofSeconds(15));
    }

    @Test
    void speedOneChangesNothing() {
        assertThat(PlaneTimings.AWS.shortened(1)).isEqualTo(PlaneTimings.AWS);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, 0.5, Double.NaN, Double.POSITIVE_INFINITY})
    void impossibleSpeedsAreRefused(double speed) {
        assertThatThrownBy(() -> PlaneTimings.AWS.shortened(speed)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("expected: 1 or more");
    }

    @Test
    void aTimeOfZeroIsRefusedByName() {
        Duration one = Duration.ofSeconds(1);
        assertThatThrownBy(() -> new PlaneTimings(one, one, one, one, Duration.ZERO, one, one, one, one, one))
                .hasMessage("probeInterval: PT0S (expected: at least 1 ms)");
    }
}
