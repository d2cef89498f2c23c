package dev.lambdaflex.simulator.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RateMeterTest {

    private static final long MS = 1_000_000;

    private final RateMeter meter = new RateMeter(0);

    @Test
    void steadyRateIsMeasuredExactlyAtEveryMoment() {
        for (int ms = 0; ms < 3_000; ms++) {
            meter.mark(ms * MS);
            if (ms > 1_100) {
                assertThat(meter.perSecond(ms * MS)).isEqualTo(1_000);
            }
        }
    }

    @Test
    void restIsSeenAfterASecond() {
        meter.mark(0);

        assertThat(meter.perSecond(500 * MS)).isEqualTo(1);
        assertThat(meter.perSecond(1_100 * MS)).isZero();
        assertThat(meter.perSecond(100_000 * MS)).isZero();
    }
}
