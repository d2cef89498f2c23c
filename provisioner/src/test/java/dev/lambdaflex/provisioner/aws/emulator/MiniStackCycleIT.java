package dev.lambdaflex.provisioner.aws.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.lambdaflex.provisioner.aws.AwsPorts;
import dev.lambdaflex.provisioner.aws.testing.EmulatedApp;
import dev.lambdaflex.provisioner.aws.testing.Emulator;
import dev.lambdaflex.provisioner.aws.testing.PublishedMetrics;
import dev.lambdaflex.provisioner.reconcile.CloudPorts;
import dev.lambdaflex.provisioner.reconcile.Event;
import dev.lambdaflex.provisioner.reconcile.MigrationStore;
import dev.lambdaflex.provisioner.reconcile.Provisioner;
import dev.lambdaflex.provisioner.reconcile.Reconciler;
import dev.lambdaflex.provisioner.reconcile.Seam;
import dev.lambdaflex.provisioner.reconcile.Status;
import dev.lambdaflex.provisioner.reconcile.Writer;
import dev.lambdaflex.provisioner.reconcile.Zone;
import dev.lambdaflex.provisioner.reconcile.testing.TestApp;
import dev.lambdaflex.provisioner.reconcile.testing.VirtualClock;
import dev.lambdaflex.provisioner.store.SqliteStore;
import dev.lambdaflex.weights.gate.GateSettings;
import dev.lambdaflex.weights.migration.FargateView;
import dev.lambdaflex.weights.migration.DriftPolicy;
import dev.lambdaflex.weights.migration.Environments;
import dev.lambdaflex.weights.migration.Fleet;
import dev.lambdaflex.weights.migration.Policy;
import dev.lambdaflex.weights.migration.Timing;
import dev.lambdaflex.weights.plan.ShiftPlan;
import dev.lambdaflex.weights.policy.ThresholdTierPolicy;
import dev.lambdaflex.weights.split.RecordSet;
import dev.lambdaflex.weights.split.Split;
import dev.lambdaflex.weights.split.Tier;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetDescription;

/**
 * The provisioner itself over MiniStack: a name without records gets weighted ones, the tier is built, all traffic goes there step by
 * step and comes back, and the stack is removed. Its times are AWS's; the provisioner's clock moves a minute a tick.
 *
 * <p>What MiniStack does not play is played here:
 *
 * <pre>
 *   traffic and its metrics     it serves none; data points are put into AWS's namespaces, by the weights in the zone
 *   probes                      there is nobody to ask: always answered
 *   targets                     it registers no task at the target group: one is registered by hand
 *   number of tasks             it cannot count with a parameter: the template says 1, and the fleet is one task
 *   rules apart from a group    it does not know the two types: they are cut from the template
 *   throttles, heartbeat        it publishes none
 * </pre>
 */
class MiniStackCycleIT {

    private static final Duration TICK = Duration.ofMinutes(1);
    private static final int MOST_TICKS = 900;
    private static final Policy POLICY = new Policy(ShiftPlan.standard(), GateSettings.defaults(), Timing.defaults(),
            ThresholdTierPolicy.defaults(), new Fleet(1, 1, 1_000), Environments.defaults(), DriftPolicy.REVERT, false);

    @TempDir
    private Path folder;

    private final Emulator emulator = Emulator.start(Emulator.Kind.MINISTACK);
    private final EmulatedApp app = EmulatedApp.on(emulator.uri());
    private final String name = app.app().zone().app();
    private final PublishedMetrics metrics = new PublishedMetrics(app);
    private final VirtualClock clock = new VirtualClock();
    private final CloudPorts ports = AwsPorts.of(app.clients(), app.app(), (_, _) -> true, clock);
    private final NavigableSet<Integer> shares = new TreeSet<>();
    private boolean registered;

    @BeforeEach
    void beginYesterday() {
        Instant begin = Instant.now().minus(Duration.ofHours(20)).truncatedTo(ChronoUnit.MINUTES);
        clock.move(Duration.between(clock.instant(), begin));
    }

    @AfterEach
    void endEmulator() {
        app.close();
        emulator.close();
    }

    @Test
    void theWholePlanUpAndDownAndTheStackIsGone() {
        assertThat(ports.zone().read()).isEqualTo(RecordSet.EMPTY);
        try (MigrationStore store = SqliteStore.open(folder.resolve("lambdaflex.db"))) {
            Provisioner provisioner = new Provisioner(List.of(new Reconciler(name, "it", ports, store, POLICY,
                    TICK.multipliedBy(3), clock, Seam.none())), store, clock);

            runUntilAtRestOn(Tier.FARGATE, provisioner, TestApp.BUSY);
            assertThat(shares).contains(0, 1, 5, 10, 25, 50, 75, 100);
            shares.clear();
            runUntilAtRestOn(Tier.LAMBDA, provisioner, TestApp.QUIET);
            assertThat(shares).contains(100, 75, 50, 25, 10, 5, 1, 0);

            assertThat(ports.zone().look()).isEqualTo(
                    new Zone.View(RecordSet.lambdaOnly(app.target()), new Writer(store.id(), 1)));
            assertThat(ports.fargate().observe()).isEqualTo(FargateView.NOTHING);
            assertThat(provisioner.events(name, 0, Integer.MAX_VALUE))
                    .noneMatch(event -> event.kind() == Event.Kind.FAILURE);
        }
    }

    private void runUntilAtRestOn(Tier tier, Provisioner provisioner, double requestsPerSecond) {
        for (int ticks = 0; ticks < MOST_TICKS; ticks++) {
            serve(requestsPerSecond);
            registerTask();
            clock.move(TICK);
            provisioner.tick();
            Status status = provisioner.status(name).orElseThrow();
            status.seen().records().flatMap(RecordSet::split).ifPresent(split -> shares.add(percent(split)));
            if (TestApp.restsOn(status.state().phase(), tier) && status.seen().blind().isEmpty()) {
                return;
            }
        }
        throw new AssertionError("not at rest on %s: %s".formatted(tier, provisioner.status(name)));
    }

    /** What the minute that begins now brings, by the weights of the zone. */
    private void serve(double requestsPerSecond) {
        Split split = ports.zone().read().split().orElse(Split.ALL_LAMBDA);
        double requests = requestsPerSecond * TICK.toSeconds();
        for (Tier tier : Tier.values()) {
            int served = Math.toIntExact(Math.round(requests * split.share(tier) / Split.WHOLE));
            if (served > 0) {
                metrics.served(tier, clock.instant(), served, 0, Duration.ofMillis(80));
            }
        }
    }

    private void registerTask() {
        if (registered) {
            return;
        }
        app.clients().loadBalancers().describeTargetGroups(_ -> {}).targetGroups().forEach(group -> {
            app.clients()
                    .loadBalancers()
                    .registerTargets(request -> request.targetGroupArn(group.targetGroupArn())
                            .targets(TargetDescription.builder().id("10.0.0.10").port(8080).build()));
            registered = true;
        });
    }

    private static int percent(Split split) {
        return split.share(Tier.FARGATE) * 100 / Split.WHOLE;
    }
}
