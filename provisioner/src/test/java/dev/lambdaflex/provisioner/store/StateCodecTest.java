package dev.lambdaflex.provisioner.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.lambdaflex.weights.migration.HoldReason;
import dev.lambdaflex.weights.migration.MigrationState;
import dev.lambdaflex.weights.migration.Phase;
import dev.lambdaflex.weights.plan.Direction;
import dev.lambdaflex.weights.plan.ShiftPlan;

class StateCodecTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    private final StateCodec codec = new StateCodec();

    @Test
    void everyPhaseAndEveryHoldOfItComesBackAsItWas() {
        RandomStates states = new RandomStates(1);
        for (Phase phase : states.everyPhase()) {
            MigrationState state = states.with(phase);
            assertThat(codec.read(codec.write(state))).isEqualTo(state);
        }
    }

    @Test
    void thousandRandomStatesComeBackAsTheyWere() {
        RandomStates states = new RandomStates(20261124);
        for (int i = 0; i < 1_000; i++) {
            MigrationState state = states.state();
            assertThat(codec.read(codec.write(state))).isEqualTo(state);
        }
    }

    @Test
    void everyPhaseThereIsIsTried() {
        Set<Class<?>> tried = new HashSet<>();
        Set<Class<?>> reasons = new HashSet<>();
        for (Phase phase : new RandomStates(1).everyPhase()) {
            tried.add(phase.getClass());
            if (phase instanceof Phase.Held held) {
                reasons.add(held.reason().getClass());
            }
        }
        assertThat(tried).containsExactlyInAnyOrder(Phase.class.getPermittedSubclasses());
        assertThat(reasons).containsExactlyInAnyOrder(HoldReason.class.getPermittedSubclasses());
    }

    @Test
    void theStoredFormIsTheDocumentedOne() {
        MigrationState state = MigrationState.initial(ShiftPlan.ofPercents(ShiftPlan.DEFAULT_HOLD, 10, 100), NOON);
        assertThat(codec.write(state)).isEqualTo("{\"schema\":2,\"state\":{\"phase\":{\"type\":\"resting\","
                + "\"tier\":\"LAMBDA\",\"since\":\"2026-11-24T12:00:00Z\"},\"run\":\"none\",\"plan\":{\"rising\":["
                + "{\"split\":1000,\"hold\":\"PT2M\"},{\"split\":10000,\"hold\":\"PT2M\"}]},\"origin\":\"automation\","
                + "\"targets\":{\"lambda\":null,\"fargate\":null},\"change\":{\"wanted\":{\"lambda\":null,"
                + "\"fargate\":null},\"id\":null,\"asked\":\"2026-11-24T12:00:00Z\",\"inSync\":null},"
                + "\"probes\":{\"lambda\":0,\"fargate\":0},\"backoff\":{\"failures\":0,\"notBefore\":null},\"raise\":null}}");
    }

    @Test
    void theFormBeforeThereWereRaisesIsStillRead() {
        RandomStates states = new RandomStates(2);
        for (Phase phase : states.everyPhase()) {
            MigrationState state = states.with(phase);
            String old = codec.write(state)
                    .replace("\"schema\":2", "\"schema\":1")
                    .replaceFirst(",\"raise\":[^}]*}+$", "}}");
            MigrationState read = codec.read(old);
            assertThat(read.raise()).isEmpty();
            assertThat(read).usingRecursiveComparison().ignoringFields("raise").isEqualTo(state);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "an unknown field         | \"step\":2,      | \"step\":2,\"stop\":3, | stop",
            "a missing field          | \"step\":2,      | ''                     | step",
            "null for a number        | \"step\":2       | \"step\":null          | null",
            "null for a value         | \"direction\":\"UP\" | \"direction\":null  | direction",
            "a doubled field          | \"step\":2,      | \"step\":2,\"step\":3, | Duplicate",
            "an unknown phase         | shifting         | sliding                | sliding",
            "a number for a name      | \"UP\"           | 0                      | Direction",
            "an impossible value      | \"split\":100,   | \"split\":10001,       | 10001",
            "no end                   | null}}           | null}                  | end-of-input",
            "text after the end       | null}}           | null}} {}              | Trailing",
            "a newer schema           | \"schema\":2     | \"schema\":3           | state schema: 3 (expected: 2)",
            "no schema                | \"schema\":2,    | ''                     | schema"})
    void aStateThatWasTamperedWithIsRefused(String what, String from, String to, String named) {
        String good = codec.write(MigrationState.initial(ShiftPlan.standard(), NOON))
                .replace(
                        "{\"type\":\"resting\",\"tier\":\"LAMBDA\"",
                        "{\"type\":\"shifting\",\"direction\":\"UP\",\"step\":2,"
                                + "\"badTicks\":0,\"blindTicks\":0,\"promoted\":false");
        assertThat(codec.read(good).phase()).isEqualTo(new Phase.Shifting(Direction.UP, 2, 0, 0, false, NOON));
        String bad = good.replace(from, to);
        assertThat(bad).as(what).isNotEqualTo(good);
        assertThatThrownBy(() -> codec.read(bad)).as(what)
                .isInstanceOf(StoreException.class)
                .hasMessageContaining(named);
    }
}
