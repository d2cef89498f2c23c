package dev.lambdaflex.simulator.load;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.lambdaflex.simulator.load.LoadShape.Point;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class LoadShapeTest {

    private static final LoadShape HILL = LoadShape.startingAt(0)
            .to(200, ofSeconds(30))
            .hold(ofSeconds(60))
            .to(0, ofSeconds(20));

    @Test
    void rateFollowsTheLinesBetweenThePoints() {
        assertThat(HILL.rateAt(Duration.ZERO)).isZero();
        assertThat(HILL.rateAt(ofSeconds(15))).isEqualTo(100);
        assertThat(HILL.rateAt(ofSeconds(30))).isEqualTo(200);
        assertThat(HILL.rateAt(ofSeconds(89))).isEqualTo(200);
        assertThat(HILL.rateAt(ofSeconds(105))).isEqualTo(50);
        assertThat(HILL.rateAt(ofSeconds(1_000))).isZero();
        assertThat(HILL.length()).isEqualTo(ofSeconds(110));
    }

    @Test
    void requestsDueAreTheAreaUnderTheLine() {
        assertThat(HILL.dueBy(nanos(30_000))).isCloseTo(3_000, within(1e-6));
        assertThat(HILL.dueBy(nanos(90_000))).isCloseTo(15_000, within(1e-6));
        assertThat(HILL.dueBy(nanos(500_000))).isCloseTo(17_000, within(1e-6));
    }

    @Test
    void momentOfEachRequestIsTheInverseOfTheArea() {
        for (int n = 1; n <= 16_999; n++) {
            double nanos = HILL.whenDue(n).orElseThrow();
            assertThat(HILL.dueBy((long) nanos)).isCloseTo(n, within(1e-3));
        }
        assertThat(HILL.whenDue(17_001)).isEmpty();
    }

    @Test
    void jumpIsTwoPointsAtOneTime() {
        LoadShape jump = LoadShape.startingAt(10).hold(ofSeconds(1)).to(100, Duration.ZERO);

        assertThat(jump.rateAt(ofMillis(999))).isEqualTo(10);
        assertThat(jump.rateAt(ofSeconds(1))).isEqualTo(100);
        assertThat(jump.dueBy(nanos(2_000))).isCloseTo(110, within(1e-6));
        assertThat(jump.whenDue(110).orElseThrow()).isCloseTo(2e9, within(1_000.0));
    }

    @Test
    void badRatesAndDisorderAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> LoadShape.constant(-1))
                .withMessage("rate: -1.0 (expected: 0 to 1000000 requests/s)");
        assertThatIllegalArgumentException().isThrownBy(() -> LoadShape.constant(Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> HILL.to(1, ofSeconds(-1)))
                .withMessage("points: PT1M49S after PT1M50S (expected: in the order of time)");
        assertThatIllegalArgumentException().isThrownBy(() -> new LoadShape(List.of()));
        assertThatIllegalArgumentException().isThrownBy(
                () -> new LoadShape(List.of(new Point(ofSeconds(1), 1))));
    }

    private static long nanos(long millis) {
        return ofMillis(millis).toNanos();
    }
}
