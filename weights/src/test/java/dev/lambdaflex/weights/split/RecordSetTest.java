package dev.lambdaflex.weights.split;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import dev.lambdaflex.weights.split.RecordSet.Weighted;

class RecordSetTest {

    private static final String API = "d-abc.execute-api.eu-central-1.amazonaws.com";
    private static final String BALANCER = "app-123.eu-central-1.elb.amazonaws.com";

    @Test
    void atRestLambdaStandsAloneWithWeight() {
        RecordSet atRest = RecordSet.lambdaOnly(API);
        assertThat(atRest.record(Tier.LAMBDA)).contains(new Weighted(100, API));
        assertThat(atRest.record(Tier.FARGATE)).isEmpty();
        assertThat(atRest.split()).contains(Split.ALL_LAMBDA);
    }

    @Test
    void everyWholePercentIsReadBackFromTheRecords() {
        IntStream.rangeClosed(0, 100)
                .mapToObj(Split::ofPercent)
                .forEach(split -> assertThat(RecordSet.of(split, API, BALANCER).split()).contains(split));
    }

    @Test
    void recordsCarryTheWeightsAndTargetsOfTheirTiers() {
        RecordSet records = RecordSet.of(Split.ofPercent(25), API, BALANCER);
        assertThat(records.record(Tier.LAMBDA)).contains(new Weighted(75, API));
        assertThat(records.record(Tier.FARGATE)).contains(new Weighted(25, BALANCER));
    }

    @Test
    void withoutRecordsThereIsNoSplit() {
        assertThat(RecordSet.EMPTY.split()).isEmpty();
    }

    @Test
    void aRecordThatStandsAloneGetsEverythingWhateverItsWeight() {
        for (int weight : new int[]{0, 1, 255}) {
            assertThat(records(Optional.of(weight), Optional.empty()).split()).contains(Split.ALL_LAMBDA);
            assertThat(records(Optional.empty(), Optional.of(weight)).split()).contains(Split.ALL_FARGATE);
        }
    }

    @Test
    void twoRecordsOfWeightZeroAreAnsweredEvenly() {
        assertThat(records(Optional.of(0), Optional.of(0)).split()).contains(Split.ofPercent(50));
    }

    @Test
    void oneWeightOfZeroLeavesEverythingToTheOtherTier() {
        assertThat(records(Optional.of(0), Optional.of(7)).split()).contains(Split.ALL_FARGATE);
        assertThat(records(Optional.of(7), Optional.of(0)).split()).contains(Split.ALL_LAMBDA);
    }

    @Test
    void weightsOfOthersNeedNotSumTo100() {
        assertThat(records(Optional.of(3), Optional.of(1)).split()).contains(Split.ofPercent(25));
        assertThat(records(Optional.of(255), Optional.of(1)).split()).contains(new Split(39));
    }

    @Test
    void aWeightThatRoute53RefusesIsRefused() {
        assertThatThrownBy(() -> new Weighted(256, API)).hasMessage("weight: 256 (expected: 0 to 255)");
        assertThatThrownBy(() -> new Weighted(-1, API)).hasMessage("weight: -1 (expected: 0 to 255)");
    }

    private static RecordSet records(Optional<Integer> lambda, Optional<Integer> fargate) {
        return new RecordSet(lambda.map(weight -> new Weighted(weight, API)),
                fargate.map(weight -> new Weighted(weight, BALANCER)));
    }
}
