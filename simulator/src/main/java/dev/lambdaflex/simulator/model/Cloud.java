package dev.lambdaflex.simulator.model;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.random.RandomGenerator;

import dev.lambdaflex.simulator.model.api.Doors;
import dev.lambdaflex.simulator.model.app.App;
import dev.lambdaflex.simulator.model.app.AppSettings;
import dev.lambdaflex.simulator.model.app.Gateway;
import dev.lambdaflex.simulator.model.balancer.Balancers;
import dev.lambdaflex.simulator.model.lambda.EnvironmentListener;
import dev.lambdaflex.simulator.model.metrics.CloudWatch;
import dev.lambdaflex.simulator.model.service.FargateServices;
import dev.lambdaflex.simulator.model.service.Networks;
import dev.lambdaflex.simulator.model.service.TaskRunner;
import dev.lambdaflex.simulator.model.service.VirtualTasks;
import dev.lambdaflex.simulator.model.site.Workshop;
import dev.lambdaflex.simulator.model.stack.Stacks;
import dev.lambdaflex.simulator.model.time.Streams;
import dev.lambdaflex.simulator.model.time.Timeline;
import dev.lambdaflex.simulator.model.zone.AliasTarget;
import dev.lambdaflex.simulator.model.zone.HostedZone;
import dev.lambdaflex.simulator.model.zone.RecordType;
import dev.lambdaflex.simulator.model.zone.ResourceRecordSet;
import dev.lambdaflex.simulator.model.zone.Route53;
import dev.lambdaflex.weights.split.RecordSet;
import dev.lambdaflex.weights.split.Tier;

/**
 * One account. Time moves only in {@link #advance()}: in virtual time the one thread that owns the clock calls it after each
 * move, in real time one thread calls it every few milliseconds. Everything else may be asked from any thread.
 */
public final class Cloud {

    private final CloudSettings settings;
    private final Timeline timeline;
    private final Streams streams;
    private final Doors doors;
    private final CloudWatch metrics;
    private final Stacks stacks;
    private final HostedZone zone;
    private final Route53 route53;
    private final Balancers balancers;
    private final Networks networks;
    private final FargateServices services;
    private final Map<String, App> apps = new LinkedHashMap<>();
    private final Set<String> gateways = new HashSet<>();

    private Cloud(Builder builder) {
        this.settings = builder.settings;
        this.timeline = new Timeline(builder.clock);
        this.streams = new Streams(builder.seed);
        this.doors = new Doors(timeline, settings.zone().callsPerSecond());
        this.metrics = new CloudWatch(settings.metrics(), timeline, streams);
        this.balancers = new Balancers(timeline);
        this.networks = new Networks(timeline);
        this.services = new FargateServices(timeline);
        this.stacks = new Stacks(timeline, doors, streams, workshop(builder));
        AddressBook addresses = builder.addresses.apply(streams);
        this.zone = new HostedZone(settings.zoneName(), settings.zone(), timeline, streams,
                new Directory(() -> gateways, balancers, addresses));
        this.route53 = new Route53(doors, zone);
        for (AppSettings app : builder.apps) {
            add(new App(app, zone.name(), timeline, streams, metrics, builder.environments, stacks));
        }
        if (builder.withRecords) {
            apps.values().forEach(app -> zone.install(lambdaRecord(app)));
        }
    }

    private Workshop workshop(Builder builder) {
        AppSettings ordinary = builder.apps.stream().findFirst().orElseGet(() -> AppSettings.named("ordinary"));
        return new Workshop(timeline, streams, metrics, balancers, networks, services,
                name -> Optional.ofNullable(apps.get(name)),
                () -> ordinary, builder.runner.apply(this),
                new VirtualTasks(timeline, streams, settings.boot(), settings.exit()));
    }

    private void add(App app) {
        apps.put(app.name(), app);
        gateways.add(app.gateway().dnsName());
    }

    /** Begins a cloud with no apps; all its chance follows from {@code seed}. */
    public static Builder builder(InstantSource clock, long seed) {
        return new Builder(clock, seed);
    }

    /** Makes everything happen that is due by the clock. */
    public void advance() {
        timeline.advance();
    }

    public Timeline timeline() {
        return timeline;
    }

    public CloudSettings settings() {
        return settings;
    }

    public Streams streams() {
        return streams;
    }

    /** The doors of the services: to shut one, and to count calls. */
    public Doors doors() {
        return doors;
    }

    public Route53 route53() {
        return route53;
    }

    /** The zone itself, for its name servers. */
    public HostedZone zone() {
        return zone;
    }

    public Stacks stacks() {
        return stacks;
    }

    public Balancers balancers() {
        return balancers;
    }

    public Networks networks() {
        return networks;
    }

    /** The ECS services of all stacks. */
    public FargateServices services() {
        return services;
    }

    public CloudWatch metrics() {
        return metrics;
    }

    public Collection<App> apps() {
        return Collections.unmodifiableCollection(apps.values());
    }

    /**
     * The app of that name.
     *
     * @throws IllegalArgumentException when there is none
     */
    public App app(String name) {
        App app = apps.get(name);
        if (app == null) {
            throw new IllegalArgumentException("app: '%s' (expected: one of %s)".formatted(name, apps.keySet()));
        }
        return app;
    }

    /** Makes something go wrong for {@code app}, or right again; faults of a service's API hit all apps. */
    public void fault(String app, Fault fault, boolean on) {
        timeline.run(() -> fault.set(this, app(app), on));
    }

    /** What is really there of {@code app}. */
    public AppTruth truth(String app) {
        return timeline.call(() -> new Inspection(this, app(app)).truth());
    }

    private static ResourceRecordSet lambdaRecord(App app) {
        int weight = RecordSet.lambdaOnly(app.gateway().dnsName()).lambda().orElseThrow().weight();
        return ResourceRecordSet.weightedAlias(app.recordName(), RecordType.A, Tier.LAMBDA.label(), weight,
                new AliasTarget(Gateway.HOSTED_ZONE_ID, app.gateway().dnsName(), true));
    }

    /** What a cloud is made of. */
    public static final class Builder {

        private final InstantSource clock;
        private final long seed;
        private final List<AppSettings> apps = new ArrayList<>();
        private CloudSettings settings = CloudSettings.defaults();
        private Function<Cloud, TaskRunner> runner = cloud -> new VirtualTasks(cloud.timeline, cloud.streams,
                cloud.settings.boot(),
                cloud.settings.exit());
        private Function<Streams, AddressBook> addresses = Builder::madeUp;
        private EnvironmentListener environments = _ -> {};
        private boolean withRecords = true;

        private Builder(InstantSource clock, long seed) {
            this.clock = clock;
            this.seed = seed;
        }

        public Builder settings(CloudSettings chosen) {
            settings = chosen;
            return this;
        }

        public Builder app(AppSettings app) {
            apps.add(app);
            return this;
        }

        /** What runs tasks; virtual tasks unless told otherwise. */
        public Builder tasks(TaskRunner chosen) {
            runner = _ -> chosen;
            return this;
        }

        /** What runs tasks, made from the cloud's timeline and streams. */
        public Builder tasksFrom(Function<Cloud, TaskRunner> chosen) {
            runner = chosen;
            return this;
        }

        /** Where balancers and gateways really listen; documentation addresses unless told otherwise. */
        public Builder addresses(AddressBook chosen) {
            addresses = _ -> chosen;
            return this;
        }

        /** Who hears of Lambda environments that end. */
        public Builder environments(EnvironmentListener chosen) {
            environments = chosen;
            return this;
        }

        /** Starts with a zone that has no record of any app; otherwise each app's name leads to its gateway already. */
        public Builder withoutRecords() {
            withRecords = false;
            return this;
        }

        public Cloud build() {
            return new Cloud(this);
        }

        private static AddressBook madeUp(Streams streams) {
            Map<String, List<String>> known = new ConcurrentHashMap<>();
            return dnsName -> known.computeIfAbsent(dnsName, name -> drawn(streams.of("address " + name)));
        }

        private static List<String> drawn(RandomGenerator random) {
            return List.of("198.51.100." + (1 + random.nextInt(254)), "203.0.113." + (1 + random.nextInt(254)));
        }
    }
}
