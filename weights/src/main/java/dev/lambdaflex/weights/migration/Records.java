package dev.lambdaflex.weights.migration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.lambdaflex.weights.safety.SafetyRule;
import dev.lambdaflex.weights.split.RecordSet;
import dev.lambdaflex.weights.split.Split;
import dev.lambdaflex.weights.split.Tier;

/**
 * Brings the records in line with what the state wants, whatever the phase. This is the only place that changes them, so
 * the rule that no share rises on a tier that is not healthy now has to stand only here.
 */
final class Records {

    private Records() {}

    static Decision enforce(Turn turn, Situation situation) {
        Optional<RecordSet> wanted = turn.state().wantedRecords();
        Optional<RecordSet> live = situation.seen().records();
        if (wanted.isEmpty() || live.isEmpty() || halted(turn.state())) {
            return decision(turn, turn.state(), turn.actions(), turn.reason());
        }
        MigrationState state = turn.state().change().wanted().equals(wanted.get())
                ? turn.state()
                : turn.state().with(RecordChange.intent(wanted.get(), situation.now()));
        boolean stands = live.equals(wanted);
        if (stands && state.change().id().isPresent()) {
            return decision(turn, state, turn.actions(), turn.reason());
        }
        Optional<String> danger = danger(situation, state, live.get(), wanted.get());
        if (danger.isPresent()) {
            return decision(turn, state, turn.actions(), danger.get());
        }
        boolean drifted = !stands && state.change().id().isPresent();
        MigrationState written = drifted ? state.with(RecordChange.intent(wanted.get(), situation.now())) : state;
        List<Action> actions = new ArrayList<>(turn.actions());
        actions.add(new Action.ChangeRecords(live.get(), wanted.get()));
        return decision(turn, written, actions, drifted
                ? "somebody changed the records to %s: puts them back; %s".formatted(live.get(), turn.reason())
                : turn.reason());
    }

    private static Optional<String> danger(Situation situation, MigrationState state, RecordSet live,
            RecordSet wanted) {
        Split after = wanted.split().orElse(Split.ALL_LAMBDA);
        if (overridden(state)) {
            return Optional.empty();
        }
        for (Tier tier : Tier.values()) {
            if (after.share(tier) > present(tier, live, wanted) && !situation.healthy(tier)) {
                return Optional.of("%s does not get %s: it is not verified healthy now".formatted(tier.label(),
                        after.percent(tier)));
            }
        }
        return Optional.empty();
    }

    /**
     * The share that {@code tier} has now. Without any record nobody is sent anywhere, and a record that leads to another name
     * than ours sends nobody to us: such a share rises from nothing.
     */
    private static int present(Tier tier, RecordSet live, RecordSet wanted) {
        boolean ours = target(live, tier).equals(target(wanted, tier));
        return ours ? live.split().map(split -> split.share(tier)).orElse(0) : 0;
    }

    private static Optional<String> target(RecordSet records, Tier tier) {
        return records.record(tier).map(RecordSet.Weighted::target);
    }

    private static boolean halted(MigrationState state) {
        return state.phase() instanceof Phase.Held(HoldReason.Drifted _, _, _);
    }

    private static boolean overridden(MigrationState state) {
        return state.phase() instanceof Phase.Held(HoldReason.ManualWeights manual, _, _)
                && manual.overridden().contains(SafetyRule.VERIFIED_CAPACITY);
    }

    private static Decision decision(Turn turn, MigrationState state, List<Action> actions, String reason) {
        return new Decision(state, actions, reason, turn.gates());
    }
}
