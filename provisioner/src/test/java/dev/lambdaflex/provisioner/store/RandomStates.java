package dev.lambdaflex.provisioner.store;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

import dev.lambdaflex.weights.migration.Backoff;
import dev.lambdaflex.weights.migration.FailedProbes;
import dev.lambdaflex.weights.migration.HoldReason;
import dev.lambdaflex.weights.migration.MigrationState;
import dev.lambdaflex.weights.migration.Phase;
import dev.lambdaflex.weights.migration.Raise;
import dev.lambdaflex.weights.migration.RecordChange;
import dev.lambdaflex.weights.migration.Targets;
import dev.lambdaflex.weights.plan.Direction;
import dev.lambdaflex.weights.plan.ShiftPlan;
import dev.lambdaflex.weights.plan.Step;
import dev.lambdaflex.weights.safety.SafetyRule;
import dev.lambdaflex.weights.split.RecordSet;
import dev.lambdaflex.weights.split.Split;
import dev.lambdaflex.weights.split.Tier;

/** States of every kind, the same again for the same seed. */
final class RandomStates {

    private static final List<String> TEXTS = List.of("", "a", "Löwe \uD83E\uDD81", "line\r\nbreak", "\"quoted\\\"",
            "null",
            "\u0000\u202E");

    private final Random random;

    RandomStates(long seed) {
        this.random = new Random(seed);
    }

    MigrationState state() {
        return with(phase(true));
    }

    MigrationState with(Phase phase) {
        return new MigrationState(phase, text(), plan(), text(), new Targets(maybe(text()), maybe(text())),
                new RecordChange(records(), maybe(text()), instant(), maybe(instant())),
                new FailedProbes(random.nextInt(11), random.nextInt(11)),
                new Backoff(random.nextInt(20), maybe(instant())),
                maybe(new Raise(random.nextInt(100), random.nextInt(1_000))));
    }

    /** One of each phase, and each of them held for each reason. */
    List<Phase> everyPhase() {
        List<Phase> phases = new ArrayList<>(plainPhases());
        for (HoldReason reason : reasons()) {
            for (Phase resumes : plainPhases()) {
                phases.add(new Phase.Held(reason, resumes, instant()));
            }
        }
        return phases;
    }

    private Phase phase(boolean mayBeHeld) {
        List<Phase> plain = plainPhases();
        Phase phase = plain.get(random.nextInt(plain.size()));
        List<HoldReason> reasons = reasons();
        boolean held = mayBeHeld && random.nextInt(3) == 0;
        return held ? new Phase.Held(reasons.get(random.nextInt(reasons.size())), phase(true), instant()) : phase;
    }

    private List<Phase> plainPhases() {
        return List.of(new Phase.Resting(tier(), instant()), new Phase.Provisioning(instant()),
                new Phase.Verifying(random.nextBoolean(), instant()),
                new Phase.Shifting(direction(), random.nextInt(7), random.nextInt(5), random.nextInt(5),
                        random.nextBoolean(), instant()),
                new Phase.Baking(random.nextInt(5), instant()), new Phase.Quiescing(instant()),
                new Phase.TearingDown(1 + random.nextInt(5), maybe(instant()), instant(), instant()),
                new Phase.RollingBack(tier(), split(), random.nextBoolean(), text(), instant(), instant()),
                new Phase.RollbackFailed(
                        new Phase.RollingBack(tier(), split(), random.nextBoolean(), text(), instant(), instant()),
                        instant()));
    }

    private List<HoldReason> reasons() {
        return List.of(new HoldReason.Paused(text(), text()),
                new HoldReason.ManualWeights(split(), text(), text(), maybe(instant()), rules()),
                new HoldReason.Inconclusive(), new HoldReason.Blind(), new HoldReason.TeardownStuck(text()),
                new HoldReason.Drifted(records()));
    }

    private ShiftPlan plan() {
        Set<Integer> shares = new TreeSet<>(Set.of(Split.WHOLE));
        for (int i = random.nextInt(9); i > 0; i--) {
            shares.add(1 + random.nextInt(Split.WHOLE));
        }
        return new ShiftPlan(shares.stream()
                .map(share -> new Step(new Split(share), Duration.ofMillis(random.nextInt(10_000_000))))
                .toList());
    }

    private RecordSet records() {
        return new RecordSet(maybe(new RecordSet.Weighted(random.nextInt(256), text())),
                maybe(new RecordSet.Weighted(random.nextInt(256), text())));
    }

    private Set<SafetyRule> rules() {
        Set<SafetyRule> rules = EnumSet.noneOf(SafetyRule.class);
        for (SafetyRule rule : SafetyRule.values()) {
            if (random.nextBoolean()) {
                rules.add(rule);
            }
        }
        return rules;
    }

    private <T> Optional<T> maybe(T value) {
        return random.nextBoolean() ? Optional.of(value) : Optional.empty();
    }

    private Tier tier() {
        return random.nextBoolean() ? Tier.LAMBDA : Tier.FARGATE;
    }

    private Direction direction() {
        return random.nextBoolean() ? Direction.UP : Direction.DOWN;
    }

    private Split split() {
        return new Split(random.nextInt(Split.WHOLE + 1));
    }

    private Instant instant() {
        return Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000_000));
    }

    private String text() {
        return TEXTS.get(random.nextInt(TEXTS.size()));
    }
}
