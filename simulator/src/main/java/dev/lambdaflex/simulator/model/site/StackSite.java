package dev.lambdaflex.simulator.model.site;

import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

import dev.lambdaflex.simulator.model.app.App;
import dev.lambdaflex.simulator.model.app.AppSettings;
import dev.lambdaflex.simulator.model.app.FargateTierParts;
import dev.lambdaflex.simulator.model.balancer.BalancerMeter;
import dev.lambdaflex.simulator.model.balancer.LoadBalancer;
import dev.lambdaflex.simulator.model.balancer.TargetGroup;
import dev.lambdaflex.simulator.model.balancer.TargetHealth;
import dev.lambdaflex.simulator.model.service.FargateService;
import dev.lambdaflex.simulator.model.service.NetworkInterfaces;
import dev.lambdaflex.simulator.model.stack.Builder;
import dev.lambdaflex.simulator.model.stack.StackResource;
import dev.lambdaflex.simulator.template.Plan;
import dev.lambdaflex.simulator.template.Resource;
import dev.lambdaflex.weights.split.Tier;

/**
 * Where one stack is built. The parts of a tier are there from the first moment, not yet begun: metrics and checks ask for the
 * tier as a whole before its last resource stands.
 */
final class StackSite implements Builder.Site {

    private final Workshop workshop;
    private final Plan plan;
    private final Names names;
    private final Arns arns;
    private final Optional<App> app;
    private final AppSettings settings;
    private final RandomGenerator random;
    private final NetworkInterfaces interfaces;
    private final Set<String> clusters = new HashSet<>();
    private final NetworkPieces network;
    private final BalancingPieces balancing;
    private final PlainPieces plain;
    private Optional<LoadBalancer> balancer = Optional.empty();
    private Optional<TargetGroup> group = Optional.empty();
    private Optional<BalancerMeter> meter = Optional.empty();
    private Optional<FargateService> service = Optional.empty();
    private Optional<FargateTierParts> tier = Optional.empty();
    private String balancerName = "";

    StackSite(Workshop workshop, Plan plan) {
        this.workshop = workshop;
        this.plan = plan;
        String stackId = plan.surroundings().stackId();
        this.names = new Names(workshop.streams(), stackId, plan.surroundings().stackName());
        this.arns = new Arns(plan.surroundings());
        this.app = new Ownership(plan).app().flatMap(workshop.apps());
        this.settings = app.map(App::settings).orElseGet(workshop.ordinary());
        this.random = workshop.streams().of("site " + stackId);
        this.interfaces = new NetworkInterfaces(workshop.timeline(), names::hex);
        Zones zones = new Zones(plan.surroundings().zones());
        this.network = new NetworkPieces(names, settings.build(), interfaces, workshop.networks(), zones);
        this.balancing = new BalancingPieces(names, settings.build(), arns, interfaces, zones);
        this.plain = new PlainPieces(names, settings.build(), arns);
        of(Kind.LOAD_BALANCER).ifPresent(this::prepareBalancer);
        of(Kind.TARGET_GROUP).ifPresent(this::prepareGroup);
        of(Kind.SERVICE).ifPresent(this::prepareService);
    }

    @Override
    public StackResource resource(Resource resource) {
        String id = resource.logicalId();
        Kind kind = Kind.of(resource.type()).orElseThrow();
        return switch (kind) {
            case VPC -> timed(id, kind, network.vpc(id));
            case SUBNET -> timed(id, kind, network.subnet(id));
            case INTERNET_GATEWAY -> timed(id, kind, network.internetGateway(id));
            case GATEWAY_ATTACHMENT -> timed(id, kind, network.gatewayAttachment());
            case ROUTE_TABLE -> timed(id, kind, network.routeTable(id));
            case ROUTE -> timed(id, kind, network.route());
            case ROUTE_TABLE_ASSOCIATION -> timed(id, kind, network.association(id));
            case SECURITY_GROUP -> timed(id, kind, network.securityGroup(id));
            case SECURITY_GROUP_INGRESS, SECURITY_GROUP_EGRESS -> timed(id, kind, network.rule(id));
            case LOAD_BALANCER -> timed(id, kind, balancing.balancer(balancer.orElseThrow(), balancerName));
            case TARGET_GROUP -> timed(id, kind, balancing.group(group.orElseThrow()));
            case LISTENER -> timed(id, kind, balancing.listener(id, balancer, group));
            case CLUSTER -> timed(id, kind, plain.cluster(id)
                    .standing((_, made) -> clusters.add(made.physicalId()))
                    .going(made -> clusters.remove(made.physicalId())));
            case TASK_DEFINITION -> timed(id, kind, plain.taskDefinition(id));
            case ROLE -> timed(id, kind, plain.role(id));
            case LOG_GROUP -> timed(id, kind, plain.logGroup(id));
            case SERVICE ->
                new ServiceResource(id, service.orElseThrow(), group.orElseThrow(), workshop.timeline(), arns,
                        clusters::contains);
        };
    }

    @Override
    public void cleared() {
        balancer.ifPresent(LoadBalancer::delete);
        group.ifPresent(workshop.balancers()::forget);
        service.ifPresent(workshop.services()::forget);
        tier.ifPresent(parts -> app.ifPresent(owner -> owner.cleared(parts)));
    }

    private void prepareBalancer(Resource resource) {
        String name = early(resource, "Name").orElseGet(() -> names.generatedShort(resource.logicalId()));
        String hex = names.hex(resource.logicalId());
        long number = Long.remainderUnsigned(Long.parseUnsignedLong(hex, 16), 10_000_000_000L);
        balancerName = "%s-%d%s".formatted(name, number, LoadBalancer.DOMAIN);
        balancer = Optional.of(workshop.balancers()
                .create(balancerName.toLowerCase(Locale.ROOT), "app/%s/%s".formatted(name, hex)));
    }

    private void prepareGroup(Resource resource) {
        String name = early(resource, "Name").orElseGet(() -> names.generatedShort(resource.logicalId()));
        String fullName = "targetgroup/%s/%s".formatted(name, names.hex(resource.logicalId()));
        BalancerMeter shown = new BalancerMeter(workshop.metrics(), balancer.map(LoadBalancer::fullName).orElse("none"),
                fullName);
        meter = Optional.of(shown);
        TargetGroup made = new TargetGroup(fullName, settings.balancer(), workshop.timeline(), random,
                checked -> shown.hosts(checked.count(TargetHealth.State.HEALTHY),
                        checked.count(TargetHealth.State.UNHEALTHY)));
        workshop.balancers().remember(made);
        group = Optional.of(made);
    }

    private void prepareService(Resource resource) {
        String name = early(resource, "ServiceName").orElseGet(() -> names.generated(resource.logicalId(), 255));
        TargetGroup behind = group.orElseThrow();
        FargateService made = new FargateService(name, settings.service(), workshop.timeline(),
                app.isPresent() ? workshop.runner() : workshop.strangers(), behind, interfaces,
                () -> app.map(owner -> owner.sickness().isSick(Tier.FARGATE)).orElse(false), random);
        workshop.services().remember(made);
        service = Optional.of(made);
        balancer.ifPresent(front -> app.ifPresent(owner -> {
            FargateTierParts parts = new FargateTierParts(interfaces, front, behind, made, meter.orElseThrow(),
                    owner.ledger());
            tier = Optional.of(parts);
            owner.begun(parts);
        }));
    }

    private StackResource timed(String logicalId, Kind kind, Piece piece) {
        return new TimedResource(logicalId, kind, piece, workshop.timeline(), random);
    }

    private Optional<Resource> of(Kind kind) {
        return plan.resources().stream().filter(resource -> resource.type().equals(kind.type())).findFirst();
    }

    private Optional<String> early(Resource resource, String property) {
        return new Ownership(plan).text(resource, property);
    }
}
