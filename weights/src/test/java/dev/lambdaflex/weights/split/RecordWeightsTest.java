package dev.lambdaflex.weights.split;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The properties hold for each of the 10,001 splits there are, so none is left to chance. */
class RecordWeightsTest {

    @Test
    void wholePercentsSumTo100AndAreExact() {
        for (int percent = 0; percent <= 100; percent++) {
            Split split = Split.ofPercent(percent);
            RecordWeights weights = RecordWeights.of(split);
            assertThat(weights).isEqualTo(new RecordWeights(100 - percent, percent));
            assertThat(weights.split()).isEqualTo(split);
        }
    }

    @Test
    void aTierHasWeightExactlyWhenItServes() {
        everySplit().forEach(split -> {
            RecordWeights weights = RecordWeights.of(split);
            assertThat(weights.fargate() > 0).as("fargate of %s", split).isEqualTo(split.serves(Tier.FARGATE));
            assertThat(weights.lambda() > 0).as("lambda of %s", split).isEqualTo(split.serves(Tier.LAMBDA));
        });
    }

    @Test
    void noOtherPairOfWeightsIsNearerToTheSplit() {
        NavigableSet<Double> possible = everyShareThatPairsOfWeightsCanSay();
        everySplit().filter(split -> split.serves(Tier.FARGATE) && split.serves(Tier.LAMBDA)).forEach(split -> {
            double wanted = (double) split.fargateBasisPoints() / Split.WHOLE;
            double least = Math.min(distance(wanted, possible.floor(wanted)),
                    distance(wanted, possible.ceiling(wanted)));
            assertThat(error(split)).as("error of %s", split).isCloseTo(least, within(1e-12));
        });
    }

    /** Between 1 and 99 % the widest gaps lie beside simple fractions: 1/2 has no nearer neighbour than 254/509. */
    @Test
    void theErrorIsBelow5BasisPointsFromOneTo99PercentAndBelow1Of256Everywhere() {
        everySplit().forEach(split -> {
            boolean inside = split.fargateBasisPoints() >= 100 && split.fargateBasisPoints() <= 9_900;
            assertThat(error(split)).as("error of %s", split).isLessThan(inside ? 0.0005 : 1.0 / 256);
        });
    }

    @Test
    void aHigherShareNeverGetsLess() {
        double before = 0;
        for (Split split : everySplit().toList()) {
            double share = share(RecordWeights.of(split));
            assertThat(share).as("share of %s", split).isGreaterThanOrEqualTo(before);
            before = share;
        }
    }

    @Test
    void theTiersAreTreatedAlike() {
        everySplit().forEach(split -> {
            double mirrored = share(RecordWeights.of(new Split(Split.WHOLE - split.fargateBasisPoints())));
            assertThat(share(RecordWeights.of(split))).as("share of %s", split).isCloseTo(1 - mirrored, within(1e-12));
        });
    }

    @Test
    void weightsReadBackFromARecordSetGiveThemselvesAgain() {
        everySplit().map(RecordWeights::of).forEach(weights -> {
            Split read = weights.split();
            assertThat(share(RecordWeights.of(read))).as("%s", weights).isCloseTo(share(weights), within(0.0001));
        });
    }

    @ParameterizedTest
    @CsvSource({"1, 255, 1", "38, 255, 1", "39, 255, 1", "9_999, 1, 255", "250, 117, 3", "1_250, 91, 13",
            "3_333, 68, 34"})
    void finerSharesTakeTheNearestPair(String basisPoints, int lambda, int fargate) {
        Split split = new Split(Integer.parseInt(basisPoints.replace("_", "")));
        assertThat(RecordWeights.of(split)).isEqualTo(new RecordWeights(lambda, fargate));
    }

    @Test
    void anyPairSaysASplitInWhichExactlyTheWeightedTiersServe() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(53);
        for (int i = 0; i < 10_000; i++) {
            RecordWeights weights = new RecordWeights(random.nextInt(256), 1 + random.nextInt(255));
            assertThat(weights.split().serves(Tier.FARGATE)).isTrue();
            assertThat(weights.split().serves(Tier.LAMBDA)).as("%s", weights).isEqualTo(weights.lambda() > 0);
        }
    }

    @Test
    void weightsThatRoute53RefusesAreRefused() {
        assertThatThrownBy(() -> new RecordWeights(256, 0)).hasMessage("lambda: 256 (expected: 0 to 255)");
        assertThatThrownBy(() -> new RecordWeights(0, -1)).hasMessage("fargate: -1 (expected: 0 to 255)");
        assertThatThrownBy(() -> new RecordWeights(0, 0))
                .hasMessage("lambda and fargate weight are both 0 (expected: at least one above 0)");
    }

    private static Stream<Split> everySplit() {
        return IntStream.rangeClosed(0, Split.WHOLE).mapToObj(Split::new);
    }

    private static NavigableSet<Double> everyShareThatPairsOfWeightsCanSay() {
        NavigableSet<Double> shares = new TreeSet<>();
        for (int lambda = 1; lambda <= RecordWeights.MAX_WEIGHT; lambda++) {
            for (int fargate = 1; fargate <= RecordWeights.MAX_WEIGHT; fargate++) {
                shares.add((double) fargate / (lambda + fargate));
            }
        }
        return shares;
    }

    private static double distance(double wanted, @Nullable Double share) {
        return share == null ? Double.POSITIVE_INFINITY : Math.abs(share - wanted);
    }

    private static double error(Split split) {
        return Math.abs(share(RecordWeights.of(split)) - (double) split.fargateBasisPoints() / Split.WHOLE);
    }

    private static double share(RecordWeights weights) {
        return (double) weights.fargate() / (weights.lambda() + weights.fargate());
    }
}
