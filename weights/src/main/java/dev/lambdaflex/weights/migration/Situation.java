package dev.lambdaflex.weights.migration;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import dev.lambdaflex.weights.gate.Capacity;
import dev.lambdaflex.weights.gate.GateReport;
import dev.lambdaflex.weights.gate.Gates;
import dev.lambdaflex.weights.plan.Durations;
import dev.lambdaflex.weights.policy.Demand;
import dev.lambdaflex.weights.policy.Wish;
import dev.lambdaflex.weights.split.RecordSet;
import dev.lambdaflex.weights.split.Split;
import dev.lambdaflex.weights.split.Tier;

/** State, observation, policy and time together, and what follows from them at once. */
record Situation(MigrationState state, Observation seen, Policy policy, Instant now) {

    Situation in(Phase phase) {
        return new Situation(state.at(phase), seen, policy, now);
    }

    Timing timing() {
        return policy.timing();
    }

    /** Where the app stands, as sentences say it. */
    String label() {
        return PhaseLabel.of(state.phase()).replace('-', ' ').toLowerCase(Locale.ROOT);
    }

    /** Verified healthy at this very tick. */
    boolean healthy(Tier tier) {
        return switch (tier) {
            case LAMBDA -> seen.lambdaAnswers().orElse(false);
            case FARGATE -> seen.fargateAnswers().orElse(false) && hasHealthyTask();
        };
    }

    /** Known to be out of order: its probes failed several times in a row, or no task is healthy any more. */
    boolean broken(Tier tier) {
        boolean probesFailed = state.probes().of(tier) >= policy.gates().failedProbes();
        return probesFailed || (tier == Tier.FARGATE && seen.fargate().isPresent() && !hasHealthyTask());
    }

    /** Whether the tier is not there any more, whoever removed it. */
    boolean vanished(Tier tier) {
        return tier == Tier.FARGATE
                && seen.fargate().filter(view -> view.status() == FargateView.Status.ABSENT).isPresent();
    }

    /** The share that {@code tier} has in the records as they stand; what is wanted when they cannot be read. */
    Split live() {
        return seen.liveSplit().orElseGet(state::split);
    }

    /** Whether the records stand as the state wants them. */
    boolean recordsStand() {
        Optional<RecordSet> wanted = state.wantedRecords();
        return wanted.isPresent() && wanted.equals(seen.records()) && state.change().wanted().equals(wanted.get());
    }

    /** Whether all name servers answer by the wanted records. */
    boolean inSync() {
        return recordsStand() && state.change().inSync().isPresent();
    }

    /** When caches have forgotten older records; empty before INSYNC. */
    Optional<Instant> settledAt() {
        return recordsStand() ? state.change().settles(timing().settle()) : Optional.empty();
    }

    boolean settled() {
        return settledAt().filter(at -> !at.isAfter(now)).isPresent();
    }

    /** What an unsettled change waits for. */
    String settling() {
        if (!recordsStand()) {
            return "waiting for the records to change";
        }
        return settledAt().map(at -> "caches forget the old records in " + left(at))
                .orElse("waiting for the change to be INSYNC");
    }

    boolean passed(Instant since, Duration deadline) {
        return !now.isBefore(since.plus(deadline));
    }

    String left(Instant until) {
        return Durations.text(Duration.between(now, until));
    }

    Optional<Wish> wish(Tier present) {
        return seen.demand().map(demand -> policy.tier().wish(present, state.phase().since(), demand, now));
    }

    boolean wished(Tier tier, Tier present) {
        return wish(present).filter(wish -> wish.tier() == tier).isPresent();
    }

    /** Whether automation itself may turn the present migration round. */
    boolean automated() {
        return state.origin().equals(MigrationState.AUTOMATION) && !policy.frozen();
    }

    double peak() {
        return seen.demand().map(Demand::peak).orElse(0.0);
    }

    /** What {@code tier} can carry against {@code split} of the present demand; empty when the tier could not be looked at. */
    Optional<Capacity> capacity(Tier tier, Split split) {
        double needed = peak() * split.share(tier) / Split.WHOLE;
        return switch (tier) {
            case FARGATE -> seen.fargate().map(view -> fargateCapacity(view, needed));
            case LAMBDA -> seen.lambda().map(view -> lambdaCapacity(view, needed));
        };
    }

    /** Whether {@code tier} is known to carry its part of {@code split} of the present demand. */
    boolean carries(Tier tier, Split split) {
        return capacity(tier, split).filter(Capacity::suffices).isPresent();
    }

    /** What {@code tier} lacks to carry its part of {@code split}. */
    String wanting(Tier tier, Split split) {
        return capacity(tier, split)
                .map(capacity -> "%.0f of %.0f requests/s (%s)".formatted(capacity.ready(), capacity.needed(),
                        capacity.sentence()))
                .orElse("it cannot be read");
    }

    GateReport judge(Tier receiver, Split next) {
        return new Gates(policy.gates())
                .report(new Gates.Sight(receiver, state.probes().of(receiver), seen.window(receiver),
                        seen.window(receiver.other()), capacity(receiver, next)));
    }

    /** More tasks when {@code split} of the present demand needs them. Fewer only by removing the tier: flapping costs more. */
    List<Action> scaleFor(Split split) {
        int needed = policy.fleet().tasksFor(peak() * split.share(Tier.FARGATE) / Split.WHOLE);
        boolean tooFew = seen.fargate()
                .filter(view -> view.status() == FargateView.Status.READY && view.desiredTasks() < needed)
                .isPresent();
        return tooFew ? List.of(new Action.ScaleFargate(needed)) : List.of();
    }

    private boolean hasHealthyTask() {
        return seen.fargate()
                .filter(view -> view.status() == FargateView.Status.READY && view.healthyTargets() > 0)
                .isPresent();
    }

    private Capacity fargateCapacity(FargateView view, double needed) {
        int healthy = view.healthyTargets();
        return new Capacity(healthy * policy.fleet().requestsPerTask(), needed,
                "%d healthy tasks of %.0f requests/s".formatted(healthy, policy.fleet().requestsPerTask()));
    }

    private Capacity lambdaCapacity(LambdaView view, double needed) {
        int limit = view.throttled() ? 0 : view.concurrency().limit();
        return new Capacity(policy.environments().carriedBy(limit), needed, sentence(view));
    }

    private static String sentence(LambdaView view) {
        if (view.throttled()) {
            return "requests are being throttled";
        }
        return view.concurrency()
                .reserved()
                .map("reserved concurrency %d"::formatted)
                .orElseGet(() -> "concurrency limit %d".formatted(view.concurrency().limit()));
    }
}
