package dev.lambdaflex.simulator.model.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import dev.lambdaflex.simulator.model.testing.VirtualClock;

class TimelineTest {

    private final VirtualClock clock = new VirtualClock();
    private final Timeline timeline = new Timeline(clock);
    private final List<String> happened = new ArrayList<>();

    @Test
    void entriesHappenInTheOrderOfTheirTimeAndSeeIt() {
        timeline.after(Duration.ofSeconds(20), () -> note("late"));
        timeline.after(Duration.ofSeconds(10), () -> {
            note("early");
            timeline.after(Duration.ofSeconds(5), () -> note("between"));
        });
        clock.move(Duration.ofMinutes(1));
        timeline.advance();
        assertThat(happened).containsExactly("early 10", "between 15", "late 20");
        assertThat(timeline.now()).isEqualTo(clock.instant());
    }

    @Test
    void entriesOfOneInstantHappenInTheOrderInWhichTheyWereMade() {
        for (int i = 0; i < 20; i++) {
            String name = "entry" + i;
            timeline.after(Duration.ofSeconds(1), () -> happened.add(name));
        }
        clock.move(Duration.ofSeconds(1));
        timeline.advance();
        assertThat(happened).hasSize(20).first().isEqualTo("entry0");
        assertThat(happened.getLast()).isEqualTo("entry19");
    }

    @Test
    void nothingMovesBeforeAnAdvance() {
        timeline.after(Duration.ZERO, () -> note("now"));
        clock.move(Duration.ofSeconds(1));
        assertThat(happened).isEmpty();
        assertThat(timeline.now()).isEqualTo(VirtualClock.START);
    }

    private void note(String name) {
        happened.add(name + " " + Duration.between(VirtualClock.START, timeline.now()).toSeconds());
    }
}
