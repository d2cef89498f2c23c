package dev.lambdaflex.weights.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTest {

    @ParameterizedTest
    @CsvSource({"0s, PT0S", "90s, PT1M30S", "2m, PT2M", "1.5h, PT1H30M", "1d, PT24H", "250ms, PT0.25S", "0.5s, PT0.5S",
            "PT2M, PT2M", "pt1m30s, PT1M30S", "P1D, PT24H", "366d, PT8784H"})
    void shortAndIsoFormsAreRead(String text, Duration duration) {
        assertThat(Durations.parse(text)).isEqualTo(duration);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5", "s", "5 s", "5sec", "-5s", "1.2345s", "1234567890123s", "PT", "PT-5S", "-PT5S",
            "PT9999999999999999H"})
    void whatIsNoDurationIsRefused(String text) {
        assertThatThrownBy(() -> Durations.parse(text)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("duration: '" + text + "' (expected: such as 30s, 2m, 1h or PT2M)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"367d", "999999999999d", "PT999999999999H"})
    void whatIsTooLongIsRefused(String text) {
        assertThatThrownBy(() -> Durations.parse(text)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("duration: '" + text + "' (expected: at most 366d)");
    }

    @ParameterizedTest
    @CsvSource({"PT0S, 0s", "PT0.25S, 250ms", "PT1.5S, 1500ms", "PT90S, 90s", "PT2M, 2m", "PT90M, 90m", "PT24H, 1d",
            "PT36H, 36h", "PT0.0000005S, PT0.0000005S"})
    void theTypedFormTakesTheLargestWholeUnit(Duration duration, String text) {
        assertThat(Durations.typed(duration)).isEqualTo(text);
    }

    @Test
    void theTypedFormIsReadBack() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(3);
        for (int i = 0; i < 2_000; i++) {
            long millis = random.nextLong(Duration.ofDays(300).toMillis());
            Duration duration = Duration.ofMillis(millis / (long) Math.pow(10, random.nextInt(9)));
            assertThat(Durations.parse(Durations.typed(duration))).isEqualTo(duration);
        }
    }

    @ParameterizedTest
    @CsvSource({"PT0S, 0 s", "PT-5S, 0 s", "PT0.42S, 420 ms", "PT1S, 1 s", "PT1.44S, 1.4 s", "PT9.96S, 10.0 s",
            "PT45.4S, 45 s", "PT59.6S, 1 min", "PT2M, 2 min", "PT2M5S, 2 min 5 s", "PT59M59.7S, 1 h", "PT3H, 3 h",
            "PT3H59M59S, 3 h 59 min", "PT50H, 50 h"})
    void peopleReadOneOrTwoUnits(Duration duration, String text) {
        assertThat(Durations.text(duration)).isEqualTo(text);
    }

    @Test
    void divisionGoesToTheMillisecond() {
        assertThat(Durations.divide(Duration.ofMinutes(2), 60)).isEqualTo(Duration.ofSeconds(2));
        assertThat(Durations.divide(Duration.ofSeconds(1), 3)).isEqualTo(Duration.ofMillis(333));
        assertThat(Durations.divide(Duration.ofSeconds(1), 0.5)).isEqualTo(Duration.ofSeconds(2));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN})
    void nothingIsDividedByNothing(double divisor) {
        assertThatThrownBy(() -> Durations.divide(Duration.ofSeconds(1), divisor))
                .hasMessage("divisor: %s (expected: above 0)", divisor);
    }
}
