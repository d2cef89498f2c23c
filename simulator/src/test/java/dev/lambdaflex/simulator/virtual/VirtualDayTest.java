package dev.lambdaflex.simulator.virtual;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.LongStream;

import dev.lambdaflex.provisioner.store.MemoryStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class VirtualDayTest {

    private static final Duration DAY = Duration.ofHours(24);

    @ParameterizedTest
    @MethodSource("quietSeeds")
    void aDayWithoutFaultsLosesNothingAndEndsWhereItBegan(long seed) {
        RunResult result = run(RunSettings.quiet(seed, DAY));
        assertThat(result.violations()).isEmpty();
        assertThat(result.traffic().lost()).isZero();
        assertThat(result.traffic().asked()).isPositive();
        assertThat(result.migrationsUp()).isPositive();
        assertThat(result.migrationsDown()).isPositive();
        assertThat(result.rollbacks()).isZero();
        assertThat(result.left()).isZero();
        assertThat(result.end().restsOnLambda()).as(result.reason()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("troubledSeeds")
    void aDayWithFaultsBreaksNoInvariantAndEndsAtRestOrSaysWhyNot(long seed) {
        RunResult result = run(RunSettings.troubled(seed, DAY));
        assertThat(result.violations()).isEmpty();
        if (result.end().restsOnLambda()) {
            assertThat(result.left()).isZero();
        } else {
            assertThat(result.phase()).isIn("held", "rollback-failed");
            assertThat(result.reason()).isNotBlank();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {2})
    void theSameSeedGivesTheSameDecisions(long seed) {
        RunResult first = run(RunSettings.troubled(seed, DAY));
        RunResult second = run(RunSettings.troubled(seed, DAY));
        assertThat(first.log()).isNotEmpty();
        assertThat(second.logHash()).isEqualTo(first.logHash());
        assertThat(second.traffic()).isEqualTo(first.traffic());
        assertThat(second.calls()).isEqualTo(first.calls());
    }

    @Test
    void anotherSeedGivesAnotherDay() {
        assertThat(run(RunSettings.quiet(1, DAY)).logHash()).isNotEqualTo(run(RunSettings.quiet(2, DAY)).logHash());
    }

    static LongStream quietSeeds() {
        return LongStream.rangeClosed(1, 20);
    }

    static LongStream troubledSeeds() {
        return LongStream.rangeClosed(1, 30);
    }

    private static RunResult run(RunSettings settings) {
        try (MemoryStore store = new MemoryStore()) {
            return VirtualRun.run(settings, store);
        }
    }
}
