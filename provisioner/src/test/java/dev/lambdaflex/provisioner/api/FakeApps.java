package dev.lambdaflex.provisioner.api;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

import dev.lambdaflex.provisioner.reconcile.Apps;
import dev.lambdaflex.provisioner.reconcile.Event;
import dev.lambdaflex.provisioner.reconcile.Outcome;
import dev.lambdaflex.provisioner.reconcile.Status;
import dev.lambdaflex.weights.gate.Evidence;
import dev.lambdaflex.weights.gate.GateReport;
import dev.lambdaflex.weights.gate.TierWindow;
import dev.lambdaflex.weights.gate.Verdict;
import dev.lambdaflex.weights.migration.ChangeStatus;
import dev.lambdaflex.weights.migration.FargateView;
import dev.lambdaflex.weights.migration.Concurrency;
import dev.lambdaflex.weights.migration.LambdaView;
import dev.lambdaflex.weights.migration.MigrationState;
import dev.lambdaflex.weights.migration.Observation;
import dev.lambdaflex.weights.migration.Phase;
import dev.lambdaflex.weights.migration.Request;
import dev.lambdaflex.weights.plan.Direction;
import dev.lambdaflex.weights.plan.ShiftPlan;
import dev.lambdaflex.weights.policy.Demand;
import dev.lambdaflex.weights.split.RecordSet;
import dev.lambdaflex.weights.split.Split;
import dev.lambdaflex.weights.split.Tier;

/** Apps that stand still, remember what they were asked, and answer as they are told. */
final class FakeApps implements Apps {

    static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    static final Phase SHIFTING = new Phase.Shifting(Direction.UP, 3, 0, 0, false, NOON);

    /** A request as it came in. */
    record Asked(String app, Request request, OptionalLong ifVersion) {}

    final List<Asked> asked = new ArrayList<>();
    private final Map<String, Status> apps = new TreeMap<>();
    private final List<Event> events = new ArrayList<>();
    private Optional<RuntimeException> failure = Optional.empty();
    private Optional<Outcome> answer = Optional.empty();

    FakeApps with(String app, Phase phase) {
        return with(status(app, 12, phase));
    }

    synchronized FakeApps with(Status status) {
        apps.put(status.app(), status);
        return this;
    }

    synchronized void answers(Outcome outcome) {
        answer = Optional.of(outcome);
    }

    synchronized void fails(RuntimeException with) {
        failure = Optional.of(with);
    }

    synchronized void happened(Event event) {
        events.add(event.numbered(events.size() + 1L));
    }

    synchronized void happens(String app, String text) {
        happened(new Event(0, NOON.plusSeconds(events.size()), app, Event.Kind.TRANSITION,
                MigrationState.AUTOMATION, "shifting-up", 1_000, 2_550, text));
    }

    @Override
    public synchronized List<Status> all() {
        failure.ifPresent(FakeApps::raise);
        return List.copyOf(apps.values());
    }

    @Override
    public synchronized Optional<Status> status(String app) {
        failure.ifPresent(FakeApps::raise);
        return Optional.ofNullable(apps.get(app));
    }

    @Override
    public synchronized Outcome request(String app, Request request, OptionalLong ifVersion) {
        asked.add(new Asked(app, request, ifVersion));
        Status present = status(app).orElseThrow();
        if (ifVersion.isPresent() && ifVersion.getAsLong() != present.version()) {
            return new Outcome.Stale(present.version());
        }
        return answer.orElseGet(() -> new Outcome.Done(status(app, present.version() + 1, present.state().phase()),
                request.verb().label() + " is done"));
    }

    @Override
    public synchronized List<Event> events(String app, long after, int limit) {
        return events.stream()
                .filter(event -> event.app().equals(app) && event.seq() > after)
                .limit(limit)
                .toList();
    }

    static Status status(String app, long version, Phase phase) {
        MigrationState initial = MigrationState.initial(ShiftPlan.standard(), NOON);
        MigrationState state = new MigrationState(phase, "lf-1", initial.plan(), MigrationState.AUTOMATION,
                initial.targets(), initial.change(), initial.probes(), initial.backoff(), initial.raise());
        return new Status(app, version, state, seen(), "step 4 of 7 at 25 %: 212 of 300 requests needed", gates(),
                NOON.plusSeconds(90));
    }

    static Observation seen() {
        Instant end = NOON.plusSeconds(60);
        return new Observation(
                Optional.of(RecordSet.of(Split.ofPercent(25), "api.example", "balancer.example")),
                Optional.of(ChangeStatus.INSYNC),
                Optional.of(new FargateView(FargateView.Status.READY, Optional.of("balancer.example"), 2, 2, 3,
                        "steady state")),
                Optional.of(new LambdaView("api.example", Concurrency.shared(1_000), false)), Optional.of(true),
                Optional.of(false),
                Optional.of(new TierWindow(NOON, end, 636, 1, Optional.of(Duration.ofMillis(120)), "metrics")),
                Optional.of(new TierWindow(NOON, end, 212, 0, Optional.of(Duration.ofMillis(41)), "metrics")),
                Optional.empty(), Optional.of(new Demand(13.5, 14)), List.of("metrics of fargate: throttled"));
    }

    private static GateReport gates() {
        Optional<Evidence.Window> window = Optional.of(new Evidence.Window(NOON, NOON.plusSeconds(60)));
        return new GateReport(List.of(
                new Evidence("health", Tier.FARGATE, Verdict.PASS, "fargate answers its health probe", 0,
                        Optional.empty(), "probe"),
                new Evidence("errors", Tier.FARGATE, Verdict.INCONCLUSIVE,
                        "212 of 300 requests needed, error bound 1.4 % > 1 %", 212, window, "metrics"),
                new Evidence("latency", Tier.FARGATE, Verdict.PASS, "p99 41 ms <= 1 s", 212, window, "metrics")));
    }

    private static void raise(RuntimeException failure) {
        throw failure;
    }
}
