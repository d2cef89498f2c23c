package dev.lambdaflex.weights.split;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SplitTest {

    @Test
    void theSharesOfBothTiersAreTheWhole() {
        everySplit().forEach(split -> assertThat(split.share(Tier.LAMBDA) + split.share(Tier.FARGATE))
                .isEqualTo(Split.WHOLE));
    }

    @Test
    void whatPeopleReadIsReadBackAsTheSameSplit() {
        everySplit().forEach(split -> {
            String percent = split.percent(Tier.FARGATE).replace(" %", "");
            assertThat(Split.ofPercent(new BigDecimal(percent))).isEqualTo(split);
        });
    }

    @ParameterizedTest
    @CsvSource({"0, 0 %, 100 %", "1, 0.01 %, 99.99 %", "250, 2.5 %, 97.5 %", "2500, 25 %, 75 %", "10000, 100 %, 0 %"})
    void sharesReadAsPercents(int basisPoints, String fargate, String lambda) {
        Split split = new Split(basisPoints);
        assertThat(split.percent(Tier.FARGATE)).isEqualTo(fargate);
        assertThat(split.percent(Tier.LAMBDA)).isEqualTo(lambda);
        assertThat(split).hasToString(fargate + " fargate");
    }

    @Test
    void aTierServesFromTheFirstBasisPointOn() {
        assertThat(Split.ALL_LAMBDA.serves(Tier.FARGATE)).isFalse();
        assertThat(Split.ALL_FARGATE.serves(Tier.LAMBDA)).isFalse();
        assertThat(new Split(1).serves(Tier.FARGATE)).isTrue();
        assertThat(new Split(9_999).serves(Tier.LAMBDA)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"25", "25.0", "25.00", "25.000", "2.5E+1", "0.25E2"})
    void theSameNumberIsTheSameSplitHoweverItIsWritten(String percent) {
        assertThat(Split.ofPercent(new BigDecimal(percent))).isEqualTo(Split.ofPercent(25));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0E+2147483647", "0E-2147483647", "0.00"})
    void zeroIsZeroWithAnyExponent(String percent) {
        assertThat(Split.ofPercent(new BigDecimal(percent))).isEqualTo(Split.ALL_LAMBDA);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-0.01", "100.01", "101", "2.505", "0.001", "1E+2147483647", "1E-2147483647",
            "-1E+999999999"})
    void percentsOutOfRangeOrTooFineAreRefused(String percent) {
        BigDecimal number = new BigDecimal(percent);
        assertThatThrownBy(() -> Split.ofPercent(number)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("fargatePercent: %s (expected: 0 to 100, at most two decimals)", percent);
    }

    @Test
    void wholePercentsAndBasisPointsOutOfRangeAreRefused() {
        assertThatThrownBy(() -> Split.ofPercent(101)).hasMessage("fargatePercent: 101 (expected: 0 to 100)");
        assertThatThrownBy(() -> Split.ofPercent(-1)).hasMessage("fargatePercent: -1 (expected: 0 to 100)");
        assertThatThrownBy(() -> new Split(10_001)).hasMessage("fargateBasisPoints: 10001 (expected: 0 to 10000)");
        assertThatThrownBy(() -> new Split(-1)).hasMessage("fargateBasisPoints: -1 (expected: 0 to 10000)");
    }

    @Test
    void splitsAreOrderedByTheShareOfFargate() {
        assertThat(Split.ofPercent(10)).isGreaterThan(Split.ofPercent(5)).isLessThan(Split.ALL_FARGATE);
    }

    private static Stream<Split> everySplit() {
        return IntStream.rangeClosed(0, Split.WHOLE).mapToObj(Split::new);
    }
}
