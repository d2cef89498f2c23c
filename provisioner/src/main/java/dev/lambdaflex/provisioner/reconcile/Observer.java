package dev.lambdaflex.provisioner.reconcile;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import dev.lambdaflex.weights.gate.TierWindow;
import dev.lambdaflex.weights.migration.FargateView;
import dev.lambdaflex.weights.migration.LambdaView;
import dev.lambdaflex.weights.migration.MigrationState;
import dev.lambdaflex.weights.migration.Observation;
import dev.lambdaflex.weights.migration.Policy;
import dev.lambdaflex.weights.migration.Windows;
import dev.lambdaflex.weights.policy.Demand;
import dev.lambdaflex.weights.split.RecordSet;
import dev.lambdaflex.weights.split.Tier;

/** Looks at the world for one tick. What cannot be read is left empty and named; the rest is still seen. */
final class Observer {

    private final CloudPorts ports;
    private final Seam seam;
    private final List<String> blind = new ArrayList<>();

    /**
     * What one look has seen.
     *
     * @param writer who wrote the records last; nobody when the zone could not be read
     */
    record Sight(Observation seen, Writer writer) {}

    private Observer(CloudPorts ports, Seam seam) {
        this.ports = ports;
        this.seam = seam;
    }

    /**
     * What a tick needs to see. At rest on Lambda nobody probes it, for that would keep an idle app awake and costs money,
     * unless its records have to be put right.
     */
    static Sight look(CloudPorts ports, Seam seam, MigrationState state, Policy policy, Instant now) {
        return new Observer(ports, seam).look(state, policy, now, false);
    }

    /** What a person's request needs to see: the health of everything there is. */
    static Sight lookClosely(CloudPorts ports, Seam seam, MigrationState state, Policy policy, Instant now) {
        return new Observer(ports, seam).look(state, policy, now, true);
    }

    private Sight look(MigrationState state, Policy policy, Instant now, boolean closely) {
        Windows windows = Windows.of(state, policy, now);
        Optional<Zone.View> zone = see("zone.read", ports.zone()::look);
        Optional<RecordSet> records = zone.map(Zone.View::records);
        boolean probeLambda = closely || !state.restsOnLambda() || hasToBePutRight(records, state);
        Optional<LambdaView> lambda = see("lambda.observe", ports.lambda()::observe);
        Optional<FargateView> fargate = see("fargate.observe", ports.fargate()::observe);
        Observation seen = new Observation(
                records,
                state.change()
                        .id()
                        .filter(_ -> state.change().inSync().isEmpty())
                        .flatMap(id -> see("zone.status", () -> ports.zone().status(id))),
                fargate,
                lambda,
                lambda.filter(_ -> probeLambda).flatMap(view -> probe(Tier.LAMBDA, view.target())),
                fargate.filter(view -> view.status() == FargateView.Status.READY)
                        .flatMap(FargateView::target)
                        .flatMap(target -> probe(Tier.FARGATE, target)),
                windows.gateFrom().flatMap(from -> evidence(Tier.LAMBDA, from, policy, now)),
                windows.gateFrom().flatMap(from -> evidence(Tier.FARGATE, from, policy, now)),
                windows.quietFrom().flatMap(from -> evidence(Tier.FARGATE, from, policy, now)),
                demand(windows, now),
                blind);
        return new Sight(seen, zone.map(Zone.View::writer).orElse(Writer.NOBODY));
    }

    private static boolean hasToBePutRight(Optional<RecordSet> records, MigrationState state) {
        return records.isPresent() && !records.equals(state.wantedRecords());
    }

    private Optional<Boolean> probe(Tier tier, String target) {
        return see("probes.answers", () -> ports.probes().answers(tier, target));
    }

    private Optional<TierWindow> window(Tier tier, Instant from, Instant to) {
        return see("telemetry.window", () -> ports.telemetry().window(tier, from, to));
    }

    /** What {@code tier} served, unless metrics stopped coming long ago. */
    private Optional<TierWindow> evidence(Tier tier, Instant from, Policy policy, Instant now) {
        Optional<TierWindow> window = window(tier, from, now);
        if (window.filter(known -> Windows.isStalled(known, policy.timing(), now)).isPresent()) {
            blind.add("telemetry.window: metrics of %s end at %s".formatted(tier.label(), window.get().to()));
            return Optional.empty();
        }
        return window;
    }

    private Optional<Demand> demand(Windows windows, Instant now) {
        Optional<Double> stable = rate(windows.stableFrom(), now);
        Optional<Double> panic = rate(windows.panicFrom(), now);
        return stable.flatMap(slow -> panic.map(fast -> new Demand(slow, fast)));
    }

    private Optional<Double> rate(Instant from, Instant to) {
        Optional<TierWindow> lambda = seen(Tier.LAMBDA, from, to);
        Optional<TierWindow> fargate = seen(Tier.FARGATE, from, to);
        return lambda.flatMap(l -> fargate.map(f -> l.rate() + f.rate()));
    }

    /** What {@code tier} was asked, unless nothing of the window is known: metrics that do not come are no sign of silence. */
    private Optional<TierWindow> seen(Tier tier, Instant from, Instant to) {
        Optional<TierWindow> window = window(tier, from, to);
        if (window.filter(known -> known.length().isZero()).isPresent()) {
            blind.add("telemetry.window: metrics of %s do not come".formatted(tier.label()));
            return Optional.empty();
        }
        return window;
    }

    private <T> Optional<T> see(String site, Supplier<T> call) {
        try {
            return Optional.of(seam.pass(site, call));
        } catch (CloudException e) {
            blind.add(site + ": " + e.getMessage());
            return Optional.empty();
        }
    }
}
