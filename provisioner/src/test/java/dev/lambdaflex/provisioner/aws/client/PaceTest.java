package dev.lambdaflex.provisioner.aws.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

class PaceTest {

    private final List<Duration> pauses = new ArrayList<>();
    /** It runs over its largest value on the way, as nanoTime may. */
    private long now = Long.MAX_VALUE - 1_000_000_000;
    private final Pace pace = new Pace(Duration.ofMillis(250), this::pass, () -> now);

    @Test
    void callsAreKeptApartAndOneThatComesLaterDoesNotWait() {
        pace.await();
        pace.await();
        pass(Duration.ofMillis(100));
        pace.await();
        pass(Duration.ofSeconds(1));
        pace.await();
        assertThat(pauses).containsExactly(Duration.ofMillis(250), Duration.ofMillis(100), Duration.ofMillis(150),
                Duration.ofSeconds(1));
    }

    private void pass(Duration duration) {
        pauses.add(duration);
        now += duration.toNanos();
    }
}
