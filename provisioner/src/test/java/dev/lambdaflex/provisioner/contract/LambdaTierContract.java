package dev.lambdaflex.provisioner.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.lambdaflex.provisioner.reconcile.CloudException;
import dev.lambdaflex.weights.migration.Concurrency;

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
        assertThat(bench().tier().observe().concurrency().limit()).isPositive();
    }

    @Test
    void whatIsReservedIsAlsoTheLimit() {
        bench().reserve(7);
        assertThat(bench().tier().observe().concurrency().limit()).isEqualTo(7);
        bench().reserve(0);
        assertThat(bench().tier().observe().concurrency().limit()).isZero();
    }

    @Test
    void whatItReservesIsSeen() {
        bench().reserve(7);
        int others = bench().tier().observe().concurrency().unreserved();
        bench().tier().reserve(9);
        assertThat(bench().tier().observe().concurrency()).isEqualTo(new Concurrency(Optional.of(9), others - 2));
    }

    @Test
    void moreThanTheAccountHasIsRefusedAndChangesNothing() {
        bench().reserve(7);
        assertThatExceptionOfType(CloudException.class).isThrownBy(() -> bench().tier().reserve(1_000_000))
                .withMessageContaining("UnreservedConcurrentExecution below its minimum value");
        assertThat(bench().tier().observe().concurrency().limit()).isEqualTo(7);
    }

    @Test
    void anIdleFunctionIsNotThrottled() {
        assertThat(bench().tier().observe().throttled()).isFalse();
    }

    private LambdaTierBench bench() {
        return Optional.ofNullable(opened).orElseThrow();
    }
}
