package dev.lambdaflex.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;

class SimulateTest {

    @Test
    void aQuietHourIsGoodAndSaysSoInItsLastLine() {
        Ran ran = Ran.lambdaflex("simulate", "--hours", "1", "--no-faults");
        assertThat(ran.code()).isEqualTo(0);
        assertThat(ran.out()).contains("virtual time", "lost", "invariant violations", "resources left");
        assertThat(ran.out().lines().toList().getLast()).startsWith("Good: at rest on Lambda after ");
    }

    @Test
    void programsReadTheSameAsJson() {
        Ran ran = Ran.lambdaflex("simulate", "--hours", "1", "--seed", "5", "--no-faults", "-o", "json");
        JsonObject run = new JsonObject(ran.out());
        assertThat(run.getBoolean("good")).isTrue();
        assertThat(run.getLong("seed")).isEqualTo(5);
        assertThat(run.getString("phase")).isEqualTo("resting-lambda");
        assertThat(run.getString("logSha256")).hasSize(64);
    }

    @Test
    void noHoursAreRefused() {
        Ran ran = Ran.lambdaflex("simulate", "--hours", "0");
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).contains("--hours: 0 (expected: 1 to 672)").hasLineCount(1);
    }
}
