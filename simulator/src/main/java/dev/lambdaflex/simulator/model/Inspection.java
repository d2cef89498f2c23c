package dev.lambdaflex.simulator.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.lambdaflex.simulator.model.app.App;
import dev.lambdaflex.simulator.model.app.FargateTierParts;
import dev.lambdaflex.simulator.model.balancer.LoadBalancer;
import dev.lambdaflex.simulator.model.money.HourlyCost;
import dev.lambdaflex.simulator.model.zone.AliasTarget;
import dev.lambdaflex.simulator.model.zone.Names;
import dev.lambdaflex.simulator.model.zone.RecordType;
import dev.lambdaflex.simulator.model.zone.ResourceRecordSet;
import dev.lambdaflex.weights.split.RecordSet;
import dev.lambdaflex.weights.split.Tier;

/** Looks at one app past all APIs. Used under the lock. */
final class Inspection {

    private final Cloud cloud;
    private final App app;
    private final Optional<FargateTierParts> parts;
    private final List<ResourceRecordSet> group;

    Inspection(Cloud cloud, App app) {
        this.cloud = cloud;
        this.app = app;
        this.parts = app.fargate();
        this.group = cloud.zone().group(app.recordName(), RecordType.A);
    }

    AppTruth truth() {
        return new AppTruth(new RecordSet(record(Tier.LAMBDA), record(Tier.FARGATE)), cloud.zone().inSync(),
                lambdaHealthy(),
                fargateHealthy(), app.ledger().lastRequest(Tier.LAMBDA), app.ledger().lastRequest(Tier.FARGATE),
                dangling(),
                resources(), cost());
    }

    private Optional<RecordSet.Weighted> record(Tier tier) {
        for (ResourceRecordSet record : group) {
            if (record.setIdentifier().filter(tier.label()::equals).isPresent()) {
                String target = record.alias().map(AliasTarget::dnsName).map(Names::withoutDot).orElse("");
                return Optional.of(new RecordSet.Weighted(record.weight().orElse(0), target));
            }
        }
        return Optional.empty();
    }

    private boolean lambdaHealthy() {
        return !app.sickness().isSick(Tier.LAMBDA) && app.function().limit() > 0;
    }

    private boolean fargateHealthy() {
        return !app.sickness().isSick(Tier.FARGATE) && parts.filter(tier -> tier.balancer().healthy())
                .map(tier -> tier.group().serving().stream().allMatch(tier.service()::answers))
                .orElse(false);
    }

    private List<String> dangling() {
        List<String> dangling = new ArrayList<>();
        for (ResourceRecordSet record : group) {
            record.alias().map(AliasTarget::dnsName).filter(name -> !exists(name)).ifPresent(dangling::add);
        }
        return dangling;
    }

    private boolean exists(String target) {
        String name = Names.withoutDot(target);
        return name.equals(app.gateway().dnsName())
                || parts.filter(tier -> alive(tier) && name.equals(tier.balancer().dnsName())).isPresent();
    }

    private static boolean alive(FargateTierParts tier) {
        return tier.balancer().state() == LoadBalancer.State.ACTIVE;
    }

    private AppTruth.Resources resources() {
        List<String> stacks = cloud.stacks()
                .alive()
                .stream()
                .map(stack -> stack.name())
                .filter(app.stackName()::equals)
                .toList();
        return new AppTruth.Resources(stacks,
                parts.filter(Inspection::alive).map(tier -> tier.balancer().dnsName()).stream().toList(),
                parts.map(tier -> tier.service().taskIds()).orElse(List.of()),
                parts.map(tier -> tier.interfaces().owners()).orElse(List.of()), app.function().environments());
    }

    private HourlyCost cost() {
        int balancers = parts.filter(Inspection::alive).isPresent() ? 1 : 0;
        int tasks = parts.map(tier -> tier.service().alive()).orElse(0);
        return HourlyCost.of(cloud.settings().prices(), balancers, tasks, app.settings().service().vcpus(),
                app.settings().service().gigabytes());
    }
}
