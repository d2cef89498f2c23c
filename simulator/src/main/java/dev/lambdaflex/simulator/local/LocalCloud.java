package dev.lambdaflex.simulator.local;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.lambdaflex.simulator.journal.Journal;
import dev.lambdaflex.simulator.journal.Keeping;
import dev.lambdaflex.simulator.journal.Origin;
import dev.lambdaflex.simulator.model.Cloud;
import dev.lambdaflex.simulator.model.CloudSettings;
import dev.lambdaflex.simulator.model.Fault;
import dev.lambdaflex.simulator.model.app.App;
import dev.lambdaflex.simulator.model.app.AppSettings;
import dev.lambdaflex.simulator.model.balancer.BalancerSettings;
import dev.lambdaflex.simulator.model.service.ServiceSettings;
import dev.lambdaflex.simulator.plane.Endpoint;
import dev.lambdaflex.simulator.plane.Loop;
import dev.lambdaflex.simulator.plane.Meter;
import dev.lambdaflex.simulator.plane.PlaneTimings;
import dev.lambdaflex.simulator.plane.balancer.Balancer;
import dev.lambdaflex.simulator.plane.dns.DnsServer;
import dev.lambdaflex.simulator.plane.fargate.Container;
import dev.lambdaflex.simulator.plane.fargate.Tasks;
import dev.lambdaflex.simulator.plane.gateway.ApiGateway;
import dev.lambdaflex.simulator.plane.gateway.HttpApi;
import dev.lambdaflex.simulator.plane.lambda.Concurrency;
import dev.lambdaflex.simulator.plane.lambda.Function;
import dev.lambdaflex.simulator.plane.lambda.Invoker;
import dev.lambdaflex.simulator.plane.lambda.LambdaService;
import dev.lambdaflex.simulator.plane.lambda.Outcome;
import dev.lambdaflex.simulator.plane.sandbox.Sandboxes;
import dev.lambdaflex.simulator.wire.WireService;
import dev.lambdaflex.weights.split.Tier;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;

/**
 * A cloud on this machine: real name server, API Gateway, load balancer and workload processes, ruled by the model with its
 * waiting times shortened. Closing it ends every process.
 */
public final class LocalCloud implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LocalCloud.class);
    private static final String ACCOUNT = "123456789012";
    private static final int MEMORY_MB = 1024;
    private static final Duration GRACE = Duration.ofSeconds(30);
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(5);
    /** How finely real time moves the model. */
    private static final long ADVANCE_MILLIS = 10;

    private final LocalSettings settings;
    private final LocalAddresses addresses = new LocalAddresses();
    private final Sandboxes sandboxes;
    private final ScheduledExecutorService time = Executors
            .newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("cloud-time").factory());
    private final Journal journal;
    private final Keeping keeping;
    private final Drills drills;
    private final Cloud model;
    private final LambdaService lambda;
    private final ApiGateway gateway;
    private final Endpoint balancerAt;
    private final Balancer balancer;
    private final DnsServer dns;

    private LocalCloud(Vertx vertx, LocalSettings settings, Sandboxes sandboxes, Journal journal, Face face) {
        this.settings = settings;
        this.sandboxes = sandboxes;
        this.journal = journal;
        this.drills = new Drills(settings.folder());
        PlaneTimings timings = PlaneTimings.AWS.shortened(settings.speed());
        Loop loop = await(Loop.create(vertx));
        LocalTasks tasks = new LocalTasks(new Tasks(loop, container(), sandboxes, timings, Meter.DEAF)::start,
                timings.stopTimeout());
        this.model = model(tasks);
        App app = model.app(settings.app());
        this.keeping = journal.resume(model, face.before(model, this::invoke));
        drill(app);
        Meter meter = new ModelMeter(app);
        this.lambda = new LambdaService(loop, function(), sandboxes, concurrency(app), settings.bounds(), timings,
                meter);
        this.gateway = await(ApiGateway.open(loop, gatewayAt(),
                new HttpApi(apiId(app), ACCOUNT), lambda, timings, meter));
        this.balancerAt = balancerAt();
        keeping.dataPort(gateway.endpoint().port());
        this.balancer = new Balancer(loop, balancerAt, new ModelTargets(app, tasks), timings, meter);
        this.dns = await(DnsServer.open(vertx, settings.places().dns(), new ModelNames(model.zone())));
        BalancerSwitch balancerSwitch = new BalancerSwitch(app, balancer, timings.stopTimeout());
        ScheduledFuture<?> _ = time.scheduleWithFixedDelay(() -> move(balancerSwitch), 0, ADVANCE_MILLIS,
                TimeUnit.MILLISECONDS);
    }

    /** What stands before the model: the wire of AWS. */
    @FunctionalInterface
    public interface Face {

        /** The services before {@code model}; {@code function} runs the app's function, once the cloud is there. */
        List<WireService> before(Cloud model, Invoker function);
    }

    /**
     * Starts a cloud that keeps its state in its folder, and is what it was when there is one already; nothing of the workload
     * runs yet. What is changed past its {@link #services} and {@link #fault} is not kept. Not to be called on an event loop.
     * Fails with a {@link java.util.concurrent.CompletionException} around
     * {@link dev.lambdaflex.simulator.plane.CannotListen} when a port is taken.
     *
     * @param sandboxes where the workload runs; they are closed with the cloud, also when it cannot start
     * @throws dev.lambdaflex.simulator.journal.JournalRefused when the state that is there cannot be gone on with
     */
    public static LocalCloud resume(Vertx vertx, LocalSettings settings, Sandboxes sandboxes, Face face) {
        try {
            Journal journal = Journal.in(settings.folder(), origin(settings), InstantSource.system());
            try {
                return new LocalCloud(vertx, settings, sandboxes, journal, face);
            } catch (RuntimeException e) {
                journal.close();
                throw e;
            }
        } catch (RuntimeException e) {
            sandboxes.close();
            throw e;
        }
    }

    public Cloud model() {
        return model;
    }

    /** The services before the model. */
    public List<WireService> services() {
        return keeping.services();
    }

    public Endpoint gateway() {
        return gateway.endpoint();
    }

    public Endpoint balancer() {
        return balancerAt;
    }

    public Endpoint dns() {
        return dns.endpoint();
    }

    /** What runs of the workload now, on both tiers: process ids, or names of containers. */
    public List<String> workloadProcesses() {
        return sandboxes.running();
    }

    /** Lets the workload on {@code tier} answer 503 to everything, or be well again. */
    public void sick(Tier tier, boolean whether) {
        fault(switch (tier) {
            case LAMBDA -> Fault.LAMBDA_SICK;
            case FARGATE -> Fault.FARGATE_SICK;
        }, whether);
    }

    /**
     * Lets something go wrong, or right again.
     *
     * @throws IllegalArgumentException when the workload cannot be told, for it does not see our files
     */
    public void fault(Fault fault, boolean on) {
        boolean sickness = fault == Fault.LAMBDA_SICK || fault == Fault.FARGATE_SICK;
        if (sickness && on && !sandboxes.seesFiles()) {
            throw new IllegalArgumentException(
                    "%s: the workload runs in containers (expected: as processes, which see this folder's drill files)"
                            .formatted(fault.label()));
        }
        keeping.fault(fault, on);
        drill(model.app(settings.app()));
    }

    @Override
    public void close() {
        time.shutdownNow();
        await(Future.join(gateway.close(), balancer.close(Duration.ofMillis(200)), dns.close())
                .<Void>mapEmpty()
                .otherwiseEmpty());
        await(lambda.close().otherwiseEmpty());
        sandboxes.close();
        journal.close();
    }

    private static Origin origin(LocalSettings settings) {
        return new Origin(settings.seed(), settings.speed(), settings.app(), settings.zone());
    }

    private void drill(App app) {
        for (Tier tier : Tier.values()) {
            drills.sick(tier, app.sickness().isSick(tier));
        }
    }

    /** Clients remember where the gateway was: it listens there again unless it is told otherwise. */
    private Endpoint gatewayAt() {
        Endpoint wanted = settings.places().gateway();
        return wanted.port() == 0 ? wanted.withPort(journal.dataPort().orElse(0)) : wanted;
    }

    private Endpoint balancerAt() {
        Endpoint wanted = settings.places().balancer();
        return wanted.port() == 0 ? wanted.withPort(gateway.endpoint().port()) : wanted;
    }

    private Map<String, String> drills(Tier tier) {
        return sandboxes.seesFiles() ? drills.environment(tier) : Map.of();
    }

    private Future<Outcome> invoke(Buffer event, String traceId) {
        return lambda.invoke(event, traceId);
    }

    private void move(BalancerSwitch balancerSwitch) {
        attempt(keeping::look);
        attempt(model::advance);
        attempt(balancerSwitch::follow);
    }

    /** A step that fails keeps no other from being taken: time goes on. */
    private static void attempt(Runnable step) {
        try {
            step.run();
        } catch (RuntimeException e) {
            LOG.error("the cloud's time stumbled", e);
        }
    }

    private Cloud model(LocalTasks tasks) {
        AppSettings shortened = AppSettings.named(settings.app())
                .with(BalancerSettings.quick())
                .shortened(settings.speed());
        AppSettings app = shortened.with(withFloors(shortened.service()));
        CloudSettings aws = CloudSettings.defaults();
        CloudSettings cloud = new CloudSettings(settings.zone(), aws.zone(), aws.metrics(), aws.prices(), aws.boot(),
                aws.exit())
                .shortened(settings.speed());
        return Cloud.builder(journal.clock(), settings.seed())
                .settings(cloud)
                .app(app)
                .tasks(journal.tasks(tasks.runner()))
                .addresses(addresses)
                .build();
    }

    /** A process starts and stops in real time, whatever the speed. */
    private static ServiceSettings withFloors(ServiceSettings service) {
        return new ServiceSettings(service.start(), service.watch(), GRACE, STOP_TIMEOUT, service.release(),
                service.breaker(),
                service.vcpus(), service.gigabytes());
    }

    private Function function() {
        return new Function(settings.app(), drills(Tier.LAMBDA), MEMORY_MB);
    }

    private Container container() {
        double gigabytes = AppSettings.named(settings.app()).service().gigabytes();
        return new Container(drills(Tier.FARGATE), Math.toIntExact(Math.round(gigabytes * 1024)));
    }

    private static Concurrency concurrency(App app) {
        return (inFlight, _) -> inFlight < app.function().limit()
                ? new Concurrency.Admission.Accepted(() -> {})
                : new Concurrency.Admission.Refused(app.function().throttleReason());
    }

    private static String apiId(App app) {
        String name = app.gateway().dnsName();
        return name.substring(2, name.indexOf('.'));
    }

    private static <T> T await(Future<T> future) {
        return future.toCompletionStage().toCompletableFuture().join();
    }
}
