package dev.lambdaflex.simulator.load;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class PaceTest {

    private static final long MS = 1_000_000;
    private static final long START = 7_000 * MS;

    private final Pace pace = new Pace(START);

    @Test
    void nothingIsDueAtRest() {
        assertThat(pace.next()).isEmpty();
        assertThat(pace.take(Long.MAX_VALUE / 2)).isEmpty();
    }

    @Test
    void constantRateIsEvenlySpaced() {
        pace.follow(LoadShape.constant(10), START);

        assertThat(pace.take(START + 99 * MS)).isEmpty();
        assertThat(takeAll(START + 350 * MS)).containsExactly(START + 100 * MS, START + 200 * MS, START + 300 * MS);
        assertThat(pace.next()).hasValue(START + 400 * MS);
    }

    @Test
    void lateCallerGetsAllThatBecameDueMeanwhileAtItsOwnMoment() {
        pace.follow(LoadShape.constant(500), START);

        List<Long> due = takeAll(START + 10_000 * MS);

        assertThat(due).hasSize(5_000).isSorted();
        assertThat(due.getFirst()).isEqualTo(START + 2 * MS);
    }

    @Test
    void changeOfRateKeepsWhatWasDueAndTheBegunFraction() {
        pace.follow(LoadShape.constant(10), START);
        pace.follow(LoadShape.constant(100), START + 250 * MS); // two are due, half a third one has begun

        assertThat(takeAll(START + 260 * MS)).containsExactly(START + 100 * MS, START + 200 * MS, START + 255 * MS);
    }

    @Test
    void manyChangesOfRateNeitherDropNorInventRequests() {
        List<Long> due = new ArrayList<>();
        for (long i = 0; i < 1_000; i++) {
            pace.follow(LoadShape.constant(3), START + i * 7 * MS);
            if (i % 3 == 0) {
                due.addAll(takeAll(START + i * 7 * MS));
            }
        }
        due.addAll(takeAll(START + 7_000 * MS + MS)); // 3/s for 7.001 s

        assertThat(due).hasSize(21).isSorted();
    }

    @Test
    void hillHasExactlyItsAreaOfRequests() {
        LoadShape hill = LoadShape.startingAt(0)
                .to(200, ofSeconds(30))
                .hold(ofSeconds(60))
                .to(0.5, ofSeconds(20))
                .to(0, ofSeconds(0));
        pace.follow(hill, START);

        assertThat(takeAll(START + 1_000_000 * MS)).hasSize(17_005).isSorted().doesNotHaveDuplicates();
        assertThat(pace.next()).isEmpty();
    }

    @Test
    void wantedRateIsOfTheShapeNow() {
        pace.follow(LoadShape.startingAt(0).to(100, ofSeconds(10)), START);

        assertThat(pace.rate(START + 2_500 * MS)).isEqualTo(25);
    }

    private List<Long> takeAll(long now) {
        List<Long> all = new ArrayList<>();
        for (OptionalLong due = pace.take(now); due.isPresent(); due = pace.take(now)) {
            all.add(due.getAsLong());
        }
        return all;
    }
}
