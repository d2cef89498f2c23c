package dev.lambdaflex.weights.gate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PercentTest {

    @ParameterizedTest
    @CsvSource({"0, 0 %", "1, 100 %", "0.01, 1 %", "0.014142, 1.4 %", "0.000934, 0.093 %", "0.5, 50 %",
            "0.123456, 12 %"})
    void ratesAreReadWithTwoDigits(double rate, String text) {
        assertThat(Percent.of(rate)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"0.01, 1 %", "0.0125, 1.25 %", "0.35000000000000003, 35 %", "0.0001, 0.01 %"})
    void limitsAreReadAsTheyWereSet(double limit, String text) {
        assertThat(Percent.limit(limit)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"0.01004, 0.01, 1.004 %", "0.00996, 0.01, 0.996 %", "0.0126, 0.0125, 1.3 %", "0.01, 0.01, 1 %",
            "0.02, 0.01, 2 %", "0.0100000001, 0.01, 1.00000001 %"})
    void aRateBesideALimitIsReadOnItsOwnSide(double rate, double limit, String text) {
        assertThat(Percent.beside(rate, limit)).isEqualTo(text);
    }
}
