package dev.lambdaflex.cli.serve;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import dev.lambdaflex.cli.config.AppConfig;
import dev.lambdaflex.cli.config.LambdaFlexConfig;
import dev.lambdaflex.cli.config.ShortenedPolicy;
import dev.lambdaflex.cli.console.CommandFailure;
import dev.lambdaflex.cli.console.ExitCode;
import dev.lambdaflex.cli.console.StateFolder;
import dev.lambdaflex.cli.process.Await;
import dev.lambdaflex.cli.process.Closing;
import dev.lambdaflex.cli.process.Lookups;
import dev.lambdaflex.cli.process.Pauses;
import dev.lambdaflex.provisioner.api.ControlApi;
import dev.lambdaflex.provisioner.api.Token;
import dev.lambdaflex.provisioner.aws.AwsApp;
import dev.lambdaflex.provisioner.aws.AwsPorts;
import dev.lambdaflex.provisioner.aws.Discovery;
import dev.lambdaflex.provisioner.aws.Preflight;
import dev.lambdaflex.provisioner.aws.client.AwsClients;
import dev.lambdaflex.provisioner.aws.metrics.OwnMetrics;
import dev.lambdaflex.provisioner.loop.TickLoop;
import dev.lambdaflex.provisioner.probe.HttpProbes;
import dev.lambdaflex.provisioner.probe.ProbeSettings;
import dev.lambdaflex.provisioner.reconcile.CloudException;
import dev.lambdaflex.provisioner.reconcile.CloudPorts;
import dev.lambdaflex.provisioner.reconcile.Provisioner;
import dev.lambdaflex.provisioner.reconcile.Reconciler;
import dev.lambdaflex.provisioner.reconcile.Seam;
import dev.lambdaflex.provisioner.store.SqliteStore;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Vertx;

/** A running provisioner over AWS: it ticks its apps, and answers for them. Closing it ends it after the tick under way. */
final class ProvisionerProcess implements AutoCloseable {

    private static final String STORE_FILE = "lambdaflex.db";
    private static final InstantSource CLOCK = InstantSource.system();

    private final Closing closing;
    private final AwsOptions aws;
    private final StateFolder state;
    private final Duration pause;
    private final Vertx vertx = Lookups.vertx();
    private final String identity;
    private final URI url;

    private ProvisionerProcess(LambdaFlexConfig config, AwsOptions aws, Door door, StateFolder state,
            Optional<String> publish, Closing closing) {
        this.closing = closing;
        this.aws = aws;
        this.state = state;
        this.pause = Pauses.tick(aws.speed());
        closing.add("Vert.x", () -> Await.ended(vertx.close()));
        PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        AwsClients clients = AwsClients.open(aws.settings(), meters);
        closing.add("the clients of AWS", clients::close);
        SqliteStore store = SqliteStore.open(state.dir().resolve(STORE_FILE));
        closing.add("the store", store::close);
        Found found = find(config, clients);
        this.identity = found.identity();
        Provisioner provisioner = new Provisioner(found.apps()
                .stream()
                .map(app -> reconciler(app, store))
                .toList(), store, CLOCK);
        Optional<OwnMetrics> metrics = publish.map(namespace -> OwnMetrics.publish(clients, namespace,
                Duration.ofMinutes(1)));
        metrics.ifPresent(own -> closing.add("own metrics", own::close));
        TickLoop ticks = new TickLoop("ticks", pause, () -> {
            provisioner.tick();
            metrics.ifPresent(own -> provisioner.all().forEach(own::ticked));
        });
        closing.add("the ticks", ticks::close);
        ControlApi api = Await.started(ControlApi.start(vertx, door.config(token()), provisioner, meters));
        closing.add("the control API", () -> Await.ended(api.close()));
        this.url = URI.create("http://%s:%d".formatted(door.host(), api.port()));
        announce();
    }

    /**
     * Looks whether everything is as it must be, and begins to tick.
     *
     * @throws CommandFailure in one sentence when it is not; nothing was changed then
     */
    static ProvisionerProcess start(LambdaFlexConfig config, AwsOptions aws, Door door, StateFolder state,
            Optional<String> publish) {
        return Closing.orNothing(
                closing -> new ProvisionerProcess(config, aws, door, state, publish, closing));
    }

    URI url() {
        return url;
    }

    /** Who this is to AWS. */
    String identity() {
        return identity;
    }

    @Override
    public void close() {
        closing.close();
    }

    private record App(AppConfig config, CloudPorts ports) {}

    private record Found(String identity, List<App> apps) {}

    private Found find(LambdaFlexConfig config, AwsClients clients) {
        try {
            Discovery discovery = new Discovery(clients);
            String who = "";
            List<App> apps = new ArrayList<>();
            for (AppConfig app : config.apps()) {
                AwsApp home = discovery.app(app.name(), app.host());
                CloudPorts ports = AwsPorts.of(clients, home, probes(app), CLOCK);
                who = new Preflight(clients, home, ports).check();
                apps.add(new App(app, ports));
            }
            return new Found(who, List.copyOf(apps));
        } catch (CloudException e) {
            throw new CommandFailure(ExitCode.CLOUD, String.valueOf(e.getMessage()), e);
        }
    }

    private HttpProbes probes(AppConfig app) {
        return new HttpProbes(vertx, aws.reach()::door, ProbeSettings.of(app.host()));
    }

    private Reconciler reconciler(App app, SqliteStore store) {
        return new Reconciler(app.config().name(), "provisioner-" + UUID.randomUUID(), app.ports(), store,
                ShortenedPolicy.of(app.config(), aws.speed()), Pauses.leaseTerm(pause), CLOCK, Seam.none());
    }

    private Token token() {
        try {
            return Token.in(state.dir());
        } catch (IOException e) {
            throw new CommandFailure(ExitCode.UNAVAILABLE, "the token cannot be kept in " + state.dir(), e);
        }
    }

    private void announce() {
        try {
            state.announceApi(url);
        } catch (IOException e) {
            throw new CommandFailure(ExitCode.UNAVAILABLE, "the address of the API cannot be kept in " + state.dir(),
                    e);
        }
        closing.add("the address of the API", this::withdraw);
    }

    private void withdraw() {
        try {
            state.withdrawApi();
        } catch (IOException e) {
            throw new CommandFailure(ExitCode.UNAVAILABLE,
                    "the address of the API cannot be removed from " + state.dir(), e);
        }
    }
}
