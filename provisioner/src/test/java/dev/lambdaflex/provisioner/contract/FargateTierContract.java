package dev.lambdaflex.provisioner.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Locale;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.lambdaflex.provisioner.reconcile.CloudException;
import dev.lambdaflex.provisioner.reconcile.FargateTier;
import dev.lambdaflex.weights.migration.FargateView;
import dev.lambdaflex.weights.migration.FargateView.Status;

/** What every Fargate tier promises. */
public abstract class FargateTierContract {

    private @Nullable FargateBench opened;

    protected abstract FargateBench open();

    @BeforeEach
    void openTier() {
        opened = open();
    }

    @AfterEach
    void closeTier() {
        bench().close();
    }

    @Test
    void atFirstThereIsNothing() {
        assertThat(tier().observe()).isEqualTo(FargateView.NOTHING);
    }

    @Test
    void aBuildIsUnderWayAndThenStands() {
        tier().build("run1-build", 1);
        assertThat(tier().observe().status()).isIn(Status.BUILDING, Status.READY);
        built();
        FargateView view = tier().observe();
        assertThat(view.desiredTasks()).isEqualTo(1);
        assertThat(view.target()).isPresent();
        assertThat(view.detail()).isNotBlank();
    }

    @Test
    void itsTargetIsNamedAsTheZoneListsIt() {
        tier().build("run1-build", 1);
        built();
        String target = tier().observe().target().orElseThrow();
        assertThat(target).isEqualTo(target.toLowerCase(Locale.ROOT)).doesNotEndWith(".");
    }

    @Test
    void allTasksRunAndAreHealthyInTheEnd() {
        tier().build("run1-build", 2);
        bench().until(() -> tier().observe().healthyTargets() == 2);
        assertThat(tier().observe().runningTasks()).isEqualTo(2);
    }

    @Test
    void theSameBuildAgainIsOneBuild() {
        tier().build("run1-build", 1);
        assertThatCode(() -> tier().build("run1-build", 1)).doesNotThrowAnyException();
        built();
    }

    @Test
    void anotherBuildOfWhatStandsIsRefused() {
        tier().build("run1-build", 1);
        built();
        assertThatExceptionOfType(CloudException.class).isThrownBy(() -> tier().build("run2-build", 3));
        assertThat(tier().observe().desiredTasks()).isEqualTo(1);
    }

    @Test
    void itIsScaledUpAndDown() {
        tier().build("run1-build", 1);
        built();
        tier().scale(3);
        assertThat(tier().observe().desiredTasks()).isEqualTo(3);
        bench().until(() -> tier().observe().runningTasks() == 3);
        tier().scale(1);
        bench().until(() -> tier().observe().runningTasks() == 1);
    }

    @Test
    void whatIsNotThereCannotBeScaled() {
        assertThatExceptionOfType(CloudException.class).isThrownBy(() -> tier().scale(3));
        assertThat(tier().observe()).isEqualTo(FargateView.NOTHING);
    }

    @Test
    void itIsRemovedWithAllThatBelongsToIt() {
        tier().build("run1-build", 1);
        built();
        tier().remove("run1-remove-1");
        assertThat(tier().observe().status()).isIn(Status.REMOVING, Status.ABSENT);
        removed();
    }

    @Test
    void theSameRemovalAgainIsOneRemoval() {
        tier().build("run1-build", 1);
        built();
        tier().remove("run1-remove-1");
        assertThatCode(() -> tier().remove("run1-remove-1")).doesNotThrowAnyException();
        removed();
        assertThatCode(() -> tier().remove("run1-remove-2")).doesNotThrowAnyException();
    }

    @Test
    void afterARemovalItIsBuiltAgain() {
        tier().build("run1-build", 1);
        built();
        tier().remove("run1-remove-1");
        removed();
        tier().build("run2-build", 1);
        built();
    }

    protected final FargateBench bench() {
        return Optional.ofNullable(opened).orElseThrow();
    }

    private FargateTier tier() {
        return bench().tier();
    }

    private void built() {
        bench().until(() -> tier().observe().status() == Status.READY);
    }

    private void removed() {
        bench().until(() -> tier().observe().equals(FargateView.NOTHING));
    }
}
