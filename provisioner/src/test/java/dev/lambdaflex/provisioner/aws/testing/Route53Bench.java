package dev.lambdaflex.provisioner.aws.testing;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;

import org.awaitility.Awaitility;

import dev.lambdaflex.provisioner.aws.client.AwsClients;
import dev.lambdaflex.provisioner.aws.client.AwsSettings;
import dev.lambdaflex.provisioner.aws.zone.Route53Zone;
import dev.lambdaflex.provisioner.aws.zone.ZoneSettings;
import dev.lambdaflex.provisioner.contract.ZoneBench;
import dev.lambdaflex.provisioner.reconcile.Zone;
import dev.lambdaflex.weights.split.Tier;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import software.amazon.awssdk.services.route53.model.AliasTarget;
import software.amazon.awssdk.services.route53.model.Change;
import software.amazon.awssdk.services.route53.model.ChangeAction;
import software.amazon.awssdk.services.route53.model.RRType;
import software.amazon.awssdk.services.route53.model.ResourceRecord;
import software.amazon.awssdk.services.route53.model.ResourceRecordSet;

/** A fresh name in a hosted zone of something that speaks as Route 53 does; the person's hand uses the SDK directly. */
public final class Route53Bench implements ZoneBench {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final AwsClients clients;
    private final Targets targets;
    private final ZoneSettings settings;
    private final Route53Zone zone;

    /** Targets that records may lead to, and the hosted zones that those live in. */
    public record Targets(String lambda, String lambdaZone, String fargate, String fargateZone) {

        /** Names as AWS makes them, for an emulator that does not ask whether they exist. */
        public static final Targets MADE_UP = new Targets("d-abc123def4.execute-api.us-east-1.amazonaws.com",
                "Z1UJRXOUMOOFQ8", "shop-123456789.us-east-1.elb.amazonaws.com", "Z35SXDOTRQ7X7K");

        String zoneOf(Tier tier) {
            return tier == Tier.LAMBDA ? lambdaZone : fargateZone;
        }
    }

    /** A name of the zone {@code zoneName} that nobody used before. */
    public Route53Bench(AwsSettings aws, String hostedZoneId, String zoneName, Targets targets) {
        this.clients = AwsClients.open(aws, new SimpleMeterRegistry());
        this.targets = targets;
        String app = "shop-" + UUID.randomUUID().toString().substring(0, 8);
        this.settings = new ZoneSettings(app, hostedZoneId, app + "." + zoneName, false);
        this.zone = open();
    }

    /** A name in a new hosted zone of an emulator. */
    public static Route53Bench inNewZone(URI emulator) {
        AwsSettings aws = AwsSettings.at(emulator).shortened(100);
        try (AwsClients clients = AwsClients.open(aws, new SimpleMeterRegistry())) {
            String id = clients.route53Calls()
                    .call(client -> client.createHostedZone(
                            request -> request.name("example.test.").callerReference(UUID.randomUUID().toString())))
                    .hostedZone()
                    .id();
            return new Route53Bench(aws, id.substring(id.lastIndexOf('/') + 1), "example.test.", Targets.MADE_UP);
        }
    }

    @Override
    public Zone zone() {
        return zone;
    }

    @Override
    public Zone rival() {
        return open();
    }

    @Override
    public String lambdaTarget() {
        return targets.lambda();
    }

    @Override
    public String fargateTarget() {
        return targets.fargate();
    }

    @Override
    public void until(BooleanSupplier so) {
        Awaitility.await().atMost(PATIENCE).until(so::getAsBoolean);
    }

    @Override
    public void addSimpleRecord() {
        change(ChangeAction.CREATE, ResourceRecordSet.builder()
                .name(settings.host())
                .type(RRType.A)
                .ttl(60L)
                .resourceRecords(ResourceRecord.builder().value("192.0.2.1").build())
                .build());
    }

    @Override
    public void addWeightedRecord(String setIdentifier) {
        change(ChangeAction.CREATE, alias(setIdentifier, 10));
    }

    @Override
    public void editLambdaWeight(int weight) {
        change(ChangeAction.UPSERT, alias(Tier.LAMBDA.label(), weight));
    }

    @Override
    public int records() {
        List<ResourceRecordSet> listing = clients.route53Calls()
                .call(client -> client.listResourceRecordSets(request -> request.hostedZoneId(settings.hostedZoneId())))
                .resourceRecordSets();
        return Math.toIntExact(listing.stream().filter(record -> record.name().equals(settings.host())).count());
    }

    @Override
    public void close() {
        clients.close();
    }

    private Route53Zone open() {
        return new Route53Zone(settings, clients.route53Calls(), (tier, _) -> targets.zoneOf(tier));
    }

    private ResourceRecordSet alias(String setIdentifier, int weight) {
        return ResourceRecordSet.builder()
                .name(settings.host())
                .type(RRType.A)
                .setIdentifier(setIdentifier)
                .weight((long) weight)
                .aliasTarget(AliasTarget.builder()
                        .hostedZoneId(targets.lambdaZone())
                        .dnsName(targets.lambda())
                        .evaluateTargetHealth(true)
                        .build())
                .build();
    }

    private void change(ChangeAction action, ResourceRecordSet record) {
        clients.route53Calls()
                .call(client -> client.changeResourceRecordSets(request -> request.hostedZoneId(settings.hostedZoneId())
                        .changeBatch(batch -> batch
                                .changes(Change.builder().action(action).resourceRecordSet(record).build()))));
    }
}
