package dev.lambdaflex.simulator.virtual;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class VirtualDayTest {

    private static final Duration DAY = Duration.ofHours(24);

    @ParameterizedTest
    @MethodSource("quietSeeds")
    void aDayWithoutFaultsLosesNothingAndEndsWhereItBegan(long seed) {
        RunResult result = Runs.of(RunSettings.quiet(seed, DAY));
        assertThat(result.violations()).isEmpty();
        assertThat(result.losses().failed()).isZero();
        assertThat(result.traffic().asked()).isPositive();
        assertThat(result.migrationsUp()).isPositive();
        assertThat(result.migrationsDown()).isPositive();
        assertThat(result.rollbacks()).isZero();
        assertThat(result.left()).isZero();
        assertThat(result.end().restsOnLambda()).as(result.reason()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("troubledSeeds")
    void aDayWithFaultsBreaksNoInvariantLosesNothingInVainAndEndsAtRestOrSaysWhyNot(long seed) {
        RunResult result = Runs.of(RunSettings.troubled(seed, DAY));
        assertThat(result.violations()).isEmpty();
        assertThat(result.losses().incidents()).isEmpty();
        assertThat(result.losses().avoidable()).isZero();
        if (result.end().restsOnLambda()) {
            assertThat(result.left()).isZero();
        } else {
            assertThat(result.phase()).isIn("held", "rollback-failed");
            assertThat(result.reason()).isNotBlank();
        }
    }

    @Test
    void theSameSeedGivesTheSameDay() {
        RunResult first = Runs.of(RunSettings.troubled(2, DAY));
        RunResult second = Runs.of(RunSettings.troubled(2, DAY));
        assertThat(first.log()).isNotEmpty();
        assertThat(second.logHash()).isEqualTo(first.logHash());
        assertThat(second.traffic()).isEqualTo(first.traffic());
        assertThat(second.calls()).isEqualTo(first.calls());
    }

    @ParameterizedTest
    @MethodSource("forgettingSeeds")
    void whoForgetsEverythingAtEachTickDoesTheSame(long seed) {
        assertSameDay(Runs.of(RunSettings.quiet(seed, DAY)), Runs.of(RunSettings.quiet(seed, DAY).forgetful()));
        assertSameDay(Runs.of(RunSettings.troubled(seed, DAY)), Runs.of(RunSettings.troubled(seed, DAY).forgetful()));
    }

    @Test
    void anotherSeedGivesAnotherDay() {
        assertThat(Runs.of(RunSettings.quiet(1, DAY)).logHash())
                .isNotEqualTo(Runs.of(RunSettings.quiet(2, DAY)).logHash());
    }

    private static void assertSameDay(RunResult mindful, RunResult forgetful) {
        assertThat(forgetful.log()).isEqualTo(mindful.log());
        assertThat(forgetful.calls()).isEqualTo(mindful.calls());
        assertThat(forgetful.traffic()).isEqualTo(mindful.traffic());
    }

    static LongStream forgettingSeeds() {
        return LongStream.rangeClosed(1, 3);
    }

    static LongStream quietSeeds() {
        return LongStream.rangeClosed(1, 20);
    }

    static LongStream troubledSeeds() {
        return LongStream.rangeClosed(1, 30);
    }
}
