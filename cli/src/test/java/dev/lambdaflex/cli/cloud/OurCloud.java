package dev.lambdaflex.cli.cloud;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

import org.awaitility.Awaitility;

import dev.lambdaflex.simulator.plane.Endpoint;
import dev.lambdaflex.provisioner.aws.AwsApp;
import dev.lambdaflex.provisioner.aws.AwsPorts;
import dev.lambdaflex.provisioner.aws.client.Access;
import dev.lambdaflex.provisioner.aws.client.AwsClients;
import dev.lambdaflex.provisioner.aws.client.AwsSettings;
import dev.lambdaflex.provisioner.aws.tier.FargateHome;
import dev.lambdaflex.provisioner.aws.tier.LambdaHome;
import dev.lambdaflex.provisioner.aws.zone.ZoneSettings;
import dev.lambdaflex.provisioner.reconcile.CloudPorts;
import dev.lambdaflex.simulator.model.Cloud;
import dev.lambdaflex.simulator.model.CloudSettings;
import dev.lambdaflex.simulator.model.api.AwsError;
import dev.lambdaflex.simulator.model.api.Reply;
import dev.lambdaflex.simulator.model.app.App;
import dev.lambdaflex.simulator.model.app.AppSettings;
import dev.lambdaflex.simulator.model.app.Gateway;
import dev.lambdaflex.simulator.model.zone.AliasTarget;
import dev.lambdaflex.simulator.model.zone.Change;
import dev.lambdaflex.simulator.model.zone.ChangeBatch;
import dev.lambdaflex.simulator.model.zone.ChangeInfo;
import dev.lambdaflex.simulator.model.zone.RecordType;
import dev.lambdaflex.simulator.model.zone.ResourceRecordSet;
import dev.lambdaflex.simulator.wire.Account;
import dev.lambdaflex.simulator.wire.assembly.Wire;
import dev.lambdaflex.simulator.wire.assembly.WireServices;
import dev.lambdaflex.simulator.wire.lambda.Invokers;
import dev.lambdaflex.simulator.wire.signature.AccessKeys;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;

/** Our cloud behind AWS's wire protocol, in this process, with one app of which only the Lambda tier stands. */
final class OurCloud implements AutoCloseable {

    static final String APP = "shop";
    /** A minute is a second: the shortest period that metrics have. */
    private static final double SPEED = 60;
    /** Building and removing are all that takes long, and nothing else is measured against it. */
    private static final double BUILD_SPEED = 600;
    private static final double CALLS_PER_SECOND = 1_000;
    private static final Account ACCOUNT = Account.defaults();

    private final Vertx vertx = Vertx.vertx();
    private final Cloud cloud;
    private final Wire wire;
    private final AwsClients clients;

    OurCloud() {
        this.cloud = Cloud.builder(InstantSource.system(), 11)
                .settings(unhurried(CloudSettings.defaults().shortened(SPEED)))
                .app(app(AppSettings.named(APP)))
                .withoutRecords()
                .build();
        vertx.setPeriodic(5, _ -> cloud.advance());
        this.wire = awaited(Wire.start(vertx, new Endpoint("127.0.0.1", 0), ACCOUNT, AccessKeys.of(AccessKeys.LOCAL),
                WireServices.all(cloud, ACCOUNT, Invokers.NONE)));
        this.clients = AwsClients.open(settings(), new SimpleMeterRegistry());
    }

    Cloud model() {
        return cloud;
    }

    AwsClients clients() {
        return clients;
    }

    Wire wire() {
        return wire;
    }

    AwsSettings settings() {
        return settings(new Access.Keys(AccessKeys.LOCAL.id(), AccessKeys.LOCAL.secret(), Optional.empty()));
    }

    AwsSettings settings(Access access) {
        AwsSettings aws = AwsSettings.at(URI.create("http://" + wire.endpoint())).shortened(SPEED);
        AwsSettings.Patience usual = aws.patience();
        return new AwsSettings(ACCOUNT.region(), aws.endpoint(), access,
                new AwsSettings.Patience(usual.attempt(), usual.call(), usual.throttled(), Duration.ofMillis(1)),
                aws.metrics());
    }

    AwsApp app() {
        String host = APP + "." + cloud.zone().name();
        return new AwsApp(new ZoneSettings(APP, cloud.zone().id(), host, false), new LambdaHome(APP, host),
                FargateHome.standard(APP, host,
                        Map.of("ImageUri", "123456789012.dkr.ecr.us-east-1.amazonaws.com/shop:1")));
    }

    CloudPorts ports() {
        return ports(clients, InstantSource.system());
    }

    /** All ports over these clients; every probe is answered. */
    CloudPorts ports(AwsClients whose, InstantSource clock) {
        return AwsPorts.of(whose, app(), (_, _) -> true, clock);
    }

    static void until(BooleanSupplier so) {
        Awaitility.await().atMost(60, TimeUnit.SECONDS).until(so::getAsBoolean);
    }

    @Override
    public void close() {
        clients.close();
        awaited(wire.close());
        awaited(vertx.close());
    }

    /** Changes the zone past anything of ours, as soon as Route 53 is done with the change before. */
    void byHand(Change... changes) {
        ChangeBatch batch = new ChangeBatch(List.of(changes), "by hand");
        until(() -> switch (cloud.route53().changeResourceRecordSets(cloud.zone().id(), batch)) {
            case Reply.Given<ChangeInfo> _ -> true;
            case Reply.Refused<ChangeInfo>(AwsError error) -> {
                if (!error.code().equals("PriorRequestNotComplete")) {
                    throw new IllegalStateException(error.toString());
                }
                yield false;
            }
        });
    }

    /** A weighted alias of the app's name to its gateway. */
    ResourceRecordSet alias(String setIdentifier, int weight) {
        App app = cloud.app(APP);
        return ResourceRecordSet.weightedAlias(app.recordName(), RecordType.A, setIdentifier, weight,
                new AliasTarget(Gateway.HOSTED_ZONE_ID, app.gateway().dnsName(), true));
    }

    /** Tests look and change as often as they like: what is under test is not the pace. */
    private static CloudSettings unhurried(CloudSettings settings) {
        var zone = settings.zone();
        return new CloudSettings(settings.zoneName(),
                new dev.lambdaflex.simulator.model.zone.ZoneSettings(zone.propagation(), zone.intake(),
                        zone.aliasTtl(), zone.nameServers(), zone.changesKept(), CALLS_PER_SECOND),
                settings.metrics(), settings.prices(), settings.boot(), settings.exit());
    }

    private static AppSettings app(AppSettings slow) {
        return new AppSettings(slow.name(), slow.lambda().shortened(SPEED), slow.service().shortened(SPEED),
                slow.balancer().shortened(SPEED), slow.build().shortened(BUILD_SPEED));
    }

    private static <T> T awaited(Future<T> future) {
        return future.toCompletionStage().toCompletableFuture().orTimeout(20, TimeUnit.SECONDS).join();
    }
}
