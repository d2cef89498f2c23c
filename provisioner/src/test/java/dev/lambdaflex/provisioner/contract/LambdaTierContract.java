package dev.lambdaflex.provisioner.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every Lambda tier promises. */
public abstract class LambdaTierContract {

    private @Nullable LambdaTierBench opened;

    protected abstract LambdaTierBench open();

    @BeforeEach
    void openTier() {
        opened = open();
    }

    @AfterEach
    void closeTier() {
        bench().close();
    }

    @Test
    void itIsReachedAtTheNameOfApiGateway() {
        assertThat(bench().tier().observe().target()).isEqualTo(bench().target());
    }

    @Test
    void thereAreEnvironmentsToBeHad() {
        assertThat(bench().tier().observe().concurrencyLimit()).isPositive();
    }

    @Test
    void whatIsReservedIsAlsoTheLimit() {
        bench().reserve(7);
        assertThat(bench().tier().observe().concurrencyLimit()).isEqualTo(7);
        bench().reserve(0);
        assertThat(bench().tier().observe().concurrencyLimit()).isZero();
    }

    @Test
    void anIdleFunctionIsNotThrottled() {
        assertThat(bench().tier().observe().throttled()).isFalse();
    }

    private LambdaTierBench bench() {
        return Optional.ofNullable(opened).orElseThrow();
    }
}
