package dev.lambdaflex.simulator.model.app;

import java.util.Optional;
import java.util.random.RandomGenerator;

import dev.lambdaflex.simulator.model.api.Reply;
import dev.lambdaflex.simulator.model.balancer.BalancerMeter;
import dev.lambdaflex.simulator.model.balancer.Balancers;
import dev.lambdaflex.simulator.model.balancer.LoadBalancer;
import dev.lambdaflex.simulator.model.balancer.TargetGroup;
import dev.lambdaflex.simulator.model.balancer.TargetHealth;
import dev.lambdaflex.simulator.model.lambda.EnvironmentListener;
import dev.lambdaflex.simulator.model.lambda.LambdaFunction;
import dev.lambdaflex.simulator.model.metrics.CloudWatch;
import dev.lambdaflex.simulator.model.service.FargateService;
import dev.lambdaflex.simulator.model.service.NetworkInterfaces;
import dev.lambdaflex.simulator.model.service.TaskRunner;
import dev.lambdaflex.simulator.model.stack.StackTemplate;
import dev.lambdaflex.simulator.model.stack.Stacks;
import dev.lambdaflex.simulator.model.time.Streams;
import dev.lambdaflex.simulator.model.time.Timeline;
import dev.lambdaflex.weights.split.Tier;

/** One app of the account: what is always there, and the Fargate tier while there is one. */
public final class App {

    private final AppSettings settings;
    private final String recordName;
    private final Timeline timeline;
    private final Streams streams;
    private final CloudWatch metrics;
    private final TaskRunner runner;
    private final Stacks stacks;
    private final Balancers balancers;
    private final RandomGenerator random;
    private final Ledger ledger;
    private final Sickness sickness = new Sickness();
    private final Gateway gateway;
    private final LambdaFunction function;
    private Optional<FargateTierParts> fargate = Optional.empty();
    private int builds;

    public App(AppSettings settings, String zoneName, Timeline timeline, Streams streams, CloudWatch metrics,
            TaskRunner runner,
            EnvironmentListener environments, Stacks stacks, Balancers balancers) {
        this.settings = settings;
        this.recordName = settings.name() + "." + zoneName;
        this.timeline = timeline;
        this.streams = streams;
        this.metrics = metrics;
        this.runner = runner;
        this.stacks = stacks;
        this.balancers = balancers;
        this.random = streams.of("app " + settings.name());
        this.ledger = new Ledger(timeline);
        this.gateway = new Gateway(streams.id("gateway " + settings.name()).substring(0, 10), metrics, ledger);
        this.function = new LambdaFunction(settings.name(), settings.lambda(), timeline, metrics, environments,
                streams.of("lambda " + settings.name()));
    }

    public String name() {
        return settings.name();
    }

    public AppSettings settings() {
        return settings;
    }

    /** The public name whose records share the traffic, with its final dot. */
    public String recordName() {
        return recordName;
    }

    public String stackName() {
        return "lambdaflex-" + name();
    }

    public Gateway gateway() {
        return gateway;
    }

    public LambdaFunction function() {
        return function;
    }

    public Ledger ledger() {
        return ledger;
    }

    public Sickness sickness() {
        return sickness;
    }

    /** The Fargate tier from the first resource that is made to the last that goes. */
    public Optional<FargateTierParts> fargate() {
        return timeline.call(() -> fargate);
    }

    /** CreateStack with the template of the Fargate tier. */
    public Reply<String> build(String token, int tasks) {
        return stacks.create(stackName(), token, () -> template(tasks), settings.build().timeout());
    }

    /** DeleteStack. */
    public Reply<Boolean> remove(String token) {
        return stacks.delete(stackName(), token);
    }

    /** A network interface that somebody attached by hand: while it is there the network cannot be removed. */
    public void foreignInterface(boolean whether) {
        timeline.run(() -> fargate.ifPresent(parts -> {
            if (whether) {
                parts.interfaces().attach("attached by hand");
            } else {
                parts.interfaces().detach("attached by hand");
            }
        }));
    }

    private StackTemplate template(int tasks) {
        String id = streams.id("build %s %d".formatted(name(), ++builds));
        FargateTierParts parts = parts(id);
        fargate = Optional.of(parts);
        return new TierTemplate(parts, settings.build(), timeline, random, id).of(tasks,
                () -> fargate = Optional.empty());
    }

    /** Every build has a new balancer with a new name, as AWS gives it. */
    private FargateTierParts parts(String id) {
        String balancerName = "lambdaflex-%s".formatted(name());
        String dnsName = "%s-%s%s".formatted(balancerName, id.substring(0, 10), LoadBalancer.DOMAIN);
        LoadBalancer balancer = balancers.create(dnsName, "app/%s/%s".formatted(balancerName, id));
        String groupName = "targetgroup/%s/%s".formatted(balancerName, id);
        BalancerMeter meter = new BalancerMeter(metrics, balancer.fullName(), groupName);
        TargetGroup group = new TargetGroup(groupName, settings.balancer(), timeline, random,
                checked -> meter.hosts(checked.count(TargetHealth.State.HEALTHY),
                        checked.count(TargetHealth.State.UNHEALTHY)));
        NetworkInterfaces interfaces = new NetworkInterfaces(timeline);
        FargateService service = new FargateService("%s-%d".formatted(name(), builds), settings.service(), timeline,
                runner, group,
                interfaces, () -> sickness.isSick(Tier.FARGATE), random);
        return new FargateTierParts(interfaces, balancer, group, service, meter, ledger);
    }
}
