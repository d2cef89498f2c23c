package dev.lambdaflex.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;

class SimulateTest {

    @Test
    void aQuietHourIsGoodAndSaysSoInItsLastLine() {
        Ran ran = Ran.lambdaflex("simulate", "--hours", "1", "--no-faults");
        assertThat(ran.code()).isEqualTo(0);
        assertThat(ran.out()).contains("virtual time", "all on lambda", "lost, avoidable", "invariant violations",
                "resources left").doesNotContain("fault ");
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
    void aTroubledDayTellsWhatStruck() {
        Ran ran = Ran.lambdaflex("simulate", "--hours", "8", "--seed", "2");
        assertThat(ran.code()).isEqualTo(0);
        assertThat(ran.out().lines().filter(line -> line.contains("fault "))).hasSize(2);
        assertThat(ran.out()).contains("calls failed or lost their answer");
    }

    @Test
    void theSameSeedSaysTheSameButForTheTimeItTook() {
        JsonObject first = new JsonObject(Ran.lambdaflex("simulate", "--hours", "2", "-o", "json").out());
        JsonObject second = new JsonObject(Ran.lambdaflex("simulate", "--hours", "2", "-o", "json").out());
        first.remove("wallSeconds");
        second.remove("wallSeconds");
        assertThat(first).isEqualTo(second);
        assertThat(first.getJsonObject("requests").getLong("avoidable")).isZero();
    }

    @Test
    void noHoursAreRefused() {
        Ran ran = Ran.lambdaflex("simulate", "--hours", "0");
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).contains("--hours: 0 (expected: 1 to 672)").hasLineCount(1);
    }
}
