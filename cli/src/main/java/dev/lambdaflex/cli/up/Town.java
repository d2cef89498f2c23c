package dev.lambdaflex.cli.up;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletionException;

import dev.lambdaflex.cli.console.CommandFailure;
import dev.lambdaflex.cli.console.ExitCode;
import dev.lambdaflex.cli.console.StateFolder;
import dev.lambdaflex.provisioner.api.ApiConfig;
import dev.lambdaflex.provisioner.api.ControlApi;
import dev.lambdaflex.provisioner.api.Token;
import dev.lambdaflex.provisioner.probe.HttpProbes;
import dev.lambdaflex.provisioner.probe.ProbeSettings;
import dev.lambdaflex.provisioner.reconcile.CloudPorts;
import dev.lambdaflex.provisioner.reconcile.MigrationStore;
import dev.lambdaflex.provisioner.reconcile.Probes;
import dev.lambdaflex.provisioner.store.SqliteStore;
import dev.lambdaflex.proxy.Edge;
import dev.lambdaflex.proxy.EdgeConfig;
import dev.lambdaflex.proxy.RouteOverride;
import dev.lambdaflex.simulator.check.Watch;
import dev.lambdaflex.simulator.check.WatchedPorts;
import dev.lambdaflex.simulator.local.LocalCloud;
import dev.lambdaflex.simulator.local.LocalSettings;
import dev.lambdaflex.simulator.plane.lambda.Bounds;
import dev.lambdaflex.simulator.ports.ModelPorts;
import dev.lambdaflex.weights.migration.Policy;
import io.vertx.core.Vertx;

/** The whole system on this machine. Closing it ends everything that it started, in reverse order. */
final class Town implements AutoCloseable {

    private static final String STORE_FILE = "lambdaflex.db";
    /** Ten seconds of the cloud's time, but no more than four ticks a second: probes and ticks cost real work. */
    private static final Duration TICK = Duration.ofSeconds(10);
    private static final Duration SHORTEST_TICK = Duration.ofMillis(250);
    private static final Duration WEIGHTS_PAUSE = Duration.ofMillis(100);

    private final UpOptions options;
    private final StateFolder folder;
    private final Vertx vertx = Vertx.vertx();
    private final Closing closing;
    private final LocalCloud cloud;
    private final Watch watch;
    private final ProvisionerRun provisioner;
    private final Edge edge;
    private final ControlApi api;

    private Town(UpOptions options, Closing closing) {
        this.options = options;
        this.closing = closing;
        this.folder = new StateFolder(options.stateDir());
        closing.add("Vert.x", () -> Await.ended(vertx.close()));
        Token token = token();
        this.cloud = startCloud();
        closing.add("the cloud", cloud::close);
        Policy policy = LocalPolicy.shortened(options.app(), options.speed());
        Duration pause = pause(options.speed());
        this.watch = new Watch(() -> cloud.model().truth(options.app().name()), policy, pause, InstantSource.system());
        CloudPorts ports = ports();
        MigrationStore store = SqliteStore.open(options.stateDir().resolve(STORE_FILE));
        closing.add("the store", store::close);
        this.provisioner = new ProvisionerRun(options.app().name(), WatchedPorts.of(ports, watch), store,
                policy, pause, watch);
        closing.add("the provisioner", provisioner::close);
        this.edge = Await.started(
                Edge.start(vertx, edgeConfig(), new ZoneWeights(ports.zone(), cloud::locate, WEIGHTS_PAUSE)));
        closing.add("the edge", () -> Await.ended(edge.close()));
        this.api = Await.started(ControlApi.start(vertx, ApiConfig.local(options.apiPort(), token), provisioner));
        closing.add("the control API", () -> Await.ended(api.close()));
        announce();
        closing.add("the address of the API", this::withdraw);
    }

    /**
     * Brings the system up.
     *
     * @throws CommandFailure in one sentence when it cannot, with nothing left running
     */
    static Town start(UpOptions options) {
        Folders.make(options.stateDir());
        return Closing.orNothing(closing -> new Town(options, closing));
    }

    UpOptions options() {
        return options;
    }

    Vertx vertx() {
        return vertx;
    }

    LocalCloud cloud() {
        return cloud;
    }

    Watch watch() {
        return watch;
    }

    ProvisionerRun provisioner() {
        return provisioner;
    }

    Edge edge() {
        return edge;
    }

    URI apiUrl() {
        return URI.create("http://127.0.0.1:" + api.port());
    }

    @Override
    public void close() {
        closing.close();
    }

    private LocalCloud startCloud() {
        LocalSettings settings = new LocalSettings(options.app().name(), zoneOf(options.app().host()), options.speed(),
                options.seed(),
                options.workload(), options.stateDir(), options.dnsPort(), 0, Bounds.DEFAULT);
        try {
            return LocalCloud.start(vertx, settings);
        } catch (CompletionException e) {
            throw Await.failure(e);
        }
    }

    private CloudPorts ports() {
        Probes probes = new HttpProbes(vertx, target -> cloud.locate(target).socketAddress(),
                ProbeSettings.of(options.app().host()));
        return ModelPorts.of(cloud.model(), options.app().name(), probes);
    }

    private EdgeConfig edgeConfig() {
        EdgeConfig.Timeouts patient = new EdgeConfig.Timeouts(Duration.ofSeconds(2), Duration.ofSeconds(29),
                Duration.ofSeconds(60),
                Duration.ofSeconds(2));
        return EdgeConfig.defaults(options.edgePort(), 0)
                .withTimeouts(patient)
                .withRouteOverride(new RouteOverride.Open());
    }

    private Token token() {
        try {
            return Token.in(options.stateDir());
        } catch (IOException e) {
            throw new CommandFailure(ExitCode.UNAVAILABLE, "the token cannot be kept in " + options.stateDir(), e);
        }
    }

    private void announce() {
        try {
            folder.announceApi(apiUrl());
        } catch (IOException e) {
            throw new CommandFailure(ExitCode.UNAVAILABLE,
                    "the address of the API cannot be kept in " + options.stateDir(), e);
        }
    }

    private void withdraw() {
        try {
            folder.withdrawApi();
        } catch (IOException e) {
            throw new CommandFailure(ExitCode.UNAVAILABLE,
                    "the address of the API cannot be removed from " + options.stateDir(), e);
        }
    }

    static Duration pause(double speed) {
        Duration pause = Duration.ofMillis(Math.round(TICK.toMillis() / speed));
        return pause.compareTo(SHORTEST_TICK) < 0 ? SHORTEST_TICK : pause;
    }

    private static String zoneOf(String host) {
        return host.substring(host.indexOf('.') + 1) + ".";
    }
}
