package dev.lambdaflex.weights.migration;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

import dev.lambdaflex.weights.gate.TierWindow;
import dev.lambdaflex.weights.policy.Demand;
import dev.lambdaflex.weights.split.RecordSet;
import dev.lambdaflex.weights.split.Split;
import dev.lambdaflex.weights.split.Tier;

/** The smallest world that the state machine can live in: everything is exact, prompt and ticked by hand. */
final class World {

    static final Duration TICK = Duration.ofSeconds(10);
    static final Policy POLICY = Policy.defaults();

    static Policy frozen() {
        return new Policy(POLICY.plan(), POLICY.gates(), POLICY.timing(), POLICY.tier(), POLICY.fleet(),
                POLICY.environments(), POLICY.drift(),
                true);
    }

    static Policy drifting(DriftPolicy drift) {
        return new Policy(POLICY.plan(), POLICY.gates(), POLICY.timing(), POLICY.tier(), POLICY.fleet(),
                POLICY.environments(), drift, false);
    }

    static final Instant START = Instant.parse("2026-11-01T00:00:00Z");

    Policy policy = POLICY;
    Instant now = START;
    MigrationState state = MigrationState.initial(POLICY.plan(), START);
    double load;
    boolean metricsReadable = true;
    /** Where the metrics end when they have stopped coming. */
    Optional<Instant> metricsEnd = Optional.empty();
    boolean buildsFail;
    boolean removalsFail;
    boolean zoneRefuses;
    boolean loseChangeIds;
    boolean lambdaUnseen;
    int lambdaLimit = 1000;
    Optional<Integer> reserved = Optional.empty();
    boolean reservationsFail;
    final List<Integer> reservations = new ArrayList<>();
    /** Requests that Fargate sees without having any weight. */
    long lateRequests;
    final Set<Tier> silent = EnumSet.noneOf(Tier.class);
    double fargateErrorRate;
    final List<String> phases = new ArrayList<>();
    final List<Decision> decisions = new ArrayList<>();
    final List<RecordSet> recordHistory = new ArrayList<>();

    RecordSet records = RecordSet.EMPTY;
    Optional<Instant> changedAt = Optional.empty();
    FargateView.Status fargate = FargateView.Status.ABSENT;
    Instant fargateUntil = START;
    int desiredTasks;
    int builds;

    Decision tick() {
        now = now.plus(TICK);
        settle();
        Decision decision = Migration.next(state, observe(), policy, now);
        state = decision.state();
        decision.actions().forEach(this::act);
        note(decision);
        return decision;
    }

    void run(Duration time) {
        for (Instant end = now.plus(time); now.isBefore(end);) {
            tick();
        }
    }

    /** Ticks until the phase fits, for a virtual day at most. */
    void runUntil(Predicate<Phase> phase) {
        for (Instant end = now.plus(Duration.ofDays(1)); !phase.test(state.phase());) {
            if (!now.isBefore(end)) {
                throw new AssertionError(
                        "still %s after a day: %s".formatted(state.phase(), decisions.getLast().reason()));
            }
            tick();
        }
    }

    Answer ask(Verb verb) {
        Answer answer = Migration.apply(state, new Request(verb, "alice", "because"), observe(), policy, now);
        if (answer instanceof Answer.Accepted accepted) {
            state = accepted.state();
        }
        return answer;
    }

    Split live() {
        return records.split().orElse(Split.ALL_LAMBDA);
    }

    Observation observe() {
        Windows windows = Windows.of(state, policy, now);
        boolean ready = fargate == FargateView.Status.READY;
        FargateView view = new FargateView(fargate, ready ? Optional.of("alb-" + builds) : Optional.empty(),
                ready && !silent.contains(Tier.FARGATE) ? desiredTasks : 0, ready ? desiredTasks : 0, desiredTasks,
                "detail");
        return new Observation(Optional.of(records), changedAt.map(this::status), Optional.of(view),
                lambdaUnseen ? Optional.empty() : Optional.of(new LambdaView("apigw", concurrency(), false)),
                lambdaUnseen ? Optional.empty() : Optional.of(!silent.contains(Tier.LAMBDA)),
                ready ? Optional.of(!silent.contains(Tier.FARGATE)) : Optional.empty(),
                windows.gateFrom().flatMap(from -> window(Tier.LAMBDA, from)),
                windows.gateFrom().flatMap(from -> window(Tier.FARGATE, from)),
                windows.quietFrom().flatMap(from -> window(Tier.FARGATE, from)),
                metricsReadable ? Optional.of(new Demand(load, load)) : Optional.empty(), List.of());
    }

    private ChangeStatus status(Instant changed) {
        return now.isBefore(changed.plusSeconds(30)) ? ChangeStatus.PENDING : ChangeStatus.INSYNC;
    }

    private Optional<TierWindow> window(Tier tier, Instant from) {
        if (!metricsReadable) {
            return Optional.empty();
        }
        Instant to = metricsEnd.orElse(now.minus(Duration.ofMinutes(3)));
        double seconds = Math.max(0, Duration.between(from, to).toMillis() / 1000.0);
        long late = tier == Tier.FARGATE ? lateRequests : 0;
        long requests = late + Math.round(seconds * load * live().share(tier) / Split.WHOLE);
        long errors = Math.round(requests * (tier == Tier.FARGATE ? fargateErrorRate : 0));
        Optional<Duration> p99 = requests == 0 ? Optional.empty() : Optional.of(Duration.ofMillis(40));
        return Optional.of(new TierWindow(from, to.isAfter(from) ? to : from, requests, errors, p99, "world"));
    }

    private void act(Action action) {
        switch (action) {
            case Action.ChangeRecords change -> change(change);
            case Action.BuildFargate build -> {
                builds++;
                desiredTasks = build.tasks();
                becomes(FargateView.Status.BUILDING, Duration.ofMinutes(6));
            }
            case Action.ScaleFargate scale -> desiredTasks = scale.tasks();
            case Action.ReserveLambda reserve -> reserve(reserve.environments());
            case Action.RemoveFargate _ -> becomes(FargateView.Status.REMOVING, Duration.ofMinutes(5));
        }
    }

    /** The account has as many as a function without a reservation would have. */
    private Concurrency concurrency() {
        return new Concurrency(reserved, lambdaLimit - reserved.orElse(0));
    }

    private void reserve(int environments) {
        if (!reservationsFail) {
            reserved = Optional.of(environments);
            reservations.add(environments);
        }
    }

    private void change(Action.ChangeRecords change) {
        if (zoneRefuses || !change.expected().equals(records)) {
            return;
        }
        records = change.wanted();
        recordHistory.add(records);
        changedAt = Optional.of(now);
        if (!loseChangeIds) {
            state = state.recordsChanged("C" + recordHistory.size(), now);
        }
        loseChangeIds = false;
    }

    private void becomes(FargateView.Status status, Duration time) {
        fargate = status;
        fargateUntil = now.plus(time);
    }

    private void settle() {
        if (now.isBefore(fargateUntil)) {
            return;
        }
        fargate = switch (fargate) {
            case BUILDING -> buildsFail ? FargateView.Status.FAILED : FargateView.Status.READY;
            case REMOVING -> removalsFail ? FargateView.Status.REMOVE_FAILED : FargateView.Status.ABSENT;
            case ABSENT, READY, FAILED, REMOVE_FAILED -> fargate;
        };
    }

    private void note(Decision decision) {
        decisions.add(decision);
        String label = PhaseLabel.of(state.phase());
        if (phases.isEmpty() || !phases.getLast().equals(label)) {
            phases.add(label);
        }
    }
}
