package dev.lambdaflex.provisioner.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.lambdaflex.provisioner.reconcile.CloudException;
import dev.lambdaflex.provisioner.reconcile.ConflictException;
import dev.lambdaflex.provisioner.reconcile.StaleWriteException;
import dev.lambdaflex.provisioner.reconcile.Writer;
import dev.lambdaflex.provisioner.reconcile.Zone;
import dev.lambdaflex.weights.migration.ChangeStatus;
import dev.lambdaflex.weights.split.RecordSet;
import dev.lambdaflex.weights.split.RecordSet.Weighted;
import dev.lambdaflex.weights.split.Split;

/** What every zone promises. */
public abstract class ZoneContract {

    private static final long TERM = 7;

    private @org.jspecify.annotations.Nullable ZoneBench opened;

    protected abstract ZoneBench open();

    @BeforeEach
    void openZone() {
        opened = open();
    }

    @AfterEach
    void closeZone() {
        bench().close();
    }

    @Test
    void aNewNameHasNoRecords() {
        assertThat(bench().zone().read()).isEqualTo(RecordSet.EMPTY);
    }

    @Test
    void theFirstChangeMakesTheRecordOfLambdaAlone() {
        change(bench().zone(), RecordSet.EMPTY, lambdaOnly());
        assertThat(bench().zone().read()).isEqualTo(lambdaOnly());
        assertThat(bench().records()).isEqualTo(1);
    }

    @Test
    void bothTiersAreReadBackAsTheyWereWritten() {
        RecordSet wanted = split(5);
        change(bench().zone(), RecordSet.EMPTY, wanted);
        assertThat(bench().zone().read()).isEqualTo(wanted);
    }

    @Test
    void aWeightOfZeroStays() {
        change(bench().zone(), RecordSet.EMPTY, split(0));
        assertThat(bench().zone().read().fargate()).map(Weighted::weight).contains(0);
    }

    @Test
    void theWeightsMoveAgainAndAgain() {
        RecordSet standing = RecordSet.EMPTY;
        for (int percent : new int[]{0, 5, 25, 100, 25, 0}) {
            change(bench().zone(), standing, split(percent));
            standing = split(percent);
            assertThat(bench().zone().read()).isEqualTo(standing);
        }
        assertThat(bench().records()).isEqualTo(2);
    }

    @Test
    void theRecordOfFargateGoesAndTheOtherStays() {
        change(bench().zone(), RecordSet.EMPTY, split(0));
        change(bench().zone(), split(0), lambdaOnly());
        assertThat(bench().zone().read()).isEqualTo(lambdaOnly());
        assertThat(bench().records()).isEqualTo(1);
    }

    @Test
    void aWrongExpectationChangesNothing() {
        change(bench().zone(), RecordSet.EMPTY, split(5));
        assertThatExceptionOfType(ConflictException.class)
                .isThrownBy(() -> change(bench().zone(), split(10), split(25)));
        assertThat(bench().zone().read()).isEqualTo(split(5));
    }

    @Test
    void ofTwoWritersThatExpectTheSameOneIsRefused() {
        change(bench().zone(), RecordSet.EMPTY, split(5));
        Zone rival = bench().rival();
        assertThat(rival.read()).isEqualTo(split(5));
        change(bench().zone(), split(5), split(10));
        assertThatExceptionOfType(ConflictException.class).isThrownBy(() -> change(rival, split(5), split(25)));
        assertThat(bench().zone().read()).isEqualTo(split(10));
    }

    @Test
    void aWriterThatSawAnOlderNoteIsRefusedThoughTheWeightsAreTheSameAgain() {
        change(bench().zone(), RecordSet.EMPTY, split(5));
        Zone rival = bench().rival();
        assertThat(rival.read()).isEqualTo(split(5));
        change(bench().zone(), split(5), split(10));
        change(bench().zone(), split(10), split(5));
        // It may look again, or be refused; it must not write by what it saw.
        try {
            change(rival, split(5), split(25));
            assertThat(bench().zone().read()).isEqualTo(split(25));
        } catch (ConflictException _) {
            assertThat(bench().zone().read()).isEqualTo(split(5));
        }
        assertThat(bench().records()).isEqualTo(2);
    }

    @Test
    void aWriterOfAnEarlierTermIsRefused() {
        change(bench().zone(), RecordSet.EMPTY, split(5), TERM + 1);
        assertThatExceptionOfType(StaleWriteException.class)
                .isThrownBy(() -> change(bench().rival(), split(5), split(25), TERM));
        assertThat(bench().zone().read()).isEqualTo(split(5));
        change(bench().zone(), split(5), split(10), TERM + 2);
        assertThat(bench().zone().read()).isEqualTo(split(10));
    }

    @Test
    void aWriterWithAnotherStoreIsRefusedWhateverItsTerm() {
        change(bench().zone(), RecordSet.EMPTY, split(5));
        for (long term : new long[]{TERM - 1, TERM, TERM + 1}) {
            assertThatExceptionOfType(StaleWriteException.class)
                    .isThrownBy(() -> bench().rival().change(split(5), split(25), new Writer("two", term), "test"))
                    .withMessageContaining("belong to the provisioner with the store one (expected: ours, two;");
        }
        assertThat(bench().zone().look()).isEqualTo(new Zone.View(split(5), new Writer("one", TERM)));
    }

    @Test
    void aLookTellsTheLastWriterTogetherWithTheRecords() {
        assertThat(bench().zone().look()).isEqualTo(new Zone.View(RecordSet.EMPTY, Writer.NOBODY));
        change(bench().zone(), RecordSet.EMPTY, split(5), TERM);
        assertThat(bench().rival().look()).isEqualTo(new Zone.View(split(5), new Writer("one", TERM)));
        change(bench().zone(), split(5), split(10), TERM + 1);
        assertThat(bench().rival().look()).isEqualTo(new Zone.View(split(10), new Writer("one", TERM + 1)));
    }

    @Test
    void aPersonsEditIsSeenAndNotOverwrittenUnseen() {
        change(bench().zone(), RecordSet.EMPTY, split(5));
        assertThat(bench().zone().read()).isEqualTo(split(5));
        bench().editLambdaWeight(77);
        assertThatExceptionOfType(ConflictException.class)
                .isThrownBy(() -> change(bench().zone(), split(5), split(10)));
        assertThat(bench().zone().read().lambda()).map(Weighted::weight).contains(77);
    }

    @Test
    void writingWhatStandsChangesNothingAndGivesAnIdToAskFor() {
        String first = change(bench().zone(), RecordSet.EMPTY, split(5));
        String second = change(bench().zone(), split(5), split(5));
        assertThat(second).isNotEqualTo(first);
        assertThat(bench().zone().read()).isEqualTo(split(5));
    }

    @Test
    void aChangeIsPendingFirst() {
        String id = change(bench().zone(), RecordSet.EMPTY, lambdaOnly());
        assertThat(bench().zone().status(id)).isEqualTo(ChangeStatus.PENDING);
    }

    @Test
    void aChangeIsInSyncInTheEnd() {
        String id = change(bench().zone(), RecordSet.EMPTY, lambdaOnly());
        bench().until(() -> bench().zone().status(id) == ChangeStatus.INSYNC);
        assertThat(bench().zone().status(id)).isEqualTo(ChangeStatus.INSYNC);
    }

    @Test
    void aChangeThatTheZoneDoesNotKnowIsUnknown() {
        assertThat(bench().zone().status("C0000000000000000000")).isEqualTo(ChangeStatus.UNKNOWN);
    }

    @Test
    void besideASimpleRecordNothingIsReadOrChanged() {
        bench().addSimpleRecord();
        refusesEverything(RecordSet.EMPTY, "foreign record");
        assertThat(bench().records()).isEqualTo(1);
    }

    @Test
    void besideAnotherSetNothingIsReadOrChanged() {
        change(bench().zone(), RecordSet.EMPTY, split(5));
        bench().addWeightedRecord("blue");
        refusesEverything(split(5), "blue");
        assertThat(bench().records()).isEqualTo(3);
    }

    @Test
    void aSetThatEndsAsOursIsForeignAllTheSame() {
        change(bench().zone(), RecordSet.EMPTY, lambdaOnly());
        bench().addWeightedRecord("blue/fargate");
        refusesEverything(lambdaOnly(), "foreign record");
        assertThat(bench().records()).isEqualTo(2);
    }

    @Test
    void aLongReasonIsCutAndTheChangeIsMade() {
        bench().zone().change(RecordSet.EMPTY, lambdaOnly(), new Writer("one", TERM), "because ".repeat(100));
        assertThat(bench().zone().read()).isEqualTo(lambdaOnly());
    }

    protected final ZoneBench bench() {
        return Optional.ofNullable(opened).orElseThrow();
    }

    private void refusesEverything(RecordSet expected, String named) {
        assertThatExceptionOfType(CloudException.class).isThrownBy(() -> bench().zone().read())
                .withMessageContaining(named);
        assertThatExceptionOfType(CloudException.class)
                .isThrownBy(() -> change(bench().zone(), expected, split(10)));
    }

    private RecordSet lambdaOnly() {
        return RecordSet.lambdaOnly(bench().lambdaTarget());
    }

    private RecordSet split(int percent) {
        return RecordSet.of(Split.ofPercent(percent), bench().lambdaTarget(), bench().fargateTarget());
    }

    private static String change(Zone zone, RecordSet expected, RecordSet wanted) {
        return change(zone, expected, wanted, TERM);
    }

    private static String change(Zone zone, RecordSet expected, RecordSet wanted, long term) {
        return zone.change(expected, wanted, new Writer("one", term), "test");
    }
}
