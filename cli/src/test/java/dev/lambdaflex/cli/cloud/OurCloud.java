package dev.lambdaflex.cli.cloud;

import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

import org.awaitility.Awaitility;

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
import dev.lambdaflex.simulator.model.app.AppSettings;
import dev.lambdaflex.simulator.wire.Account;
import dev.lambdaflex.simulator.wire.assembly.Wire;
import dev.lambdaflex.simulator.wire.WireService;
import dev.lambdaflex.simulator.wire.assembly.WireServices;
import dev.lambdaflex.simulator.wire.cloudformation.CloudFormationWire;
import dev.lambdaflex.simulator.wire.cloudwatch.CloudWatchWire;
import dev.lambdaflex.simulator.wire.ec2.NetworkWire;
import dev.lambdaflex.simulator.wire.ecs.EcsWire;
import dev.lambdaflex.simulator.wire.elb.BalancingWire;
import dev.lambdaflex.simulator.wire.lambda.FunctionFacts;
import dev.lambdaflex.simulator.wire.lambda.Invokers;
import dev.lambdaflex.simulator.wire.lambda.LambdaWire;
import dev.lambdaflex.simulator.wire.signature.AccessKeys;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;

/** Our cloud behind AWS's wire protocol, sixty times as fast, with one app of which only the Lambda tier stands. */
final class OurCloud implements AutoCloseable {

    /** A minute is a second, so that a period of the metrics is a whole one. */
    static final double SPEED = 60;
    private static final String APP = "shop";
    private static final Account ACCOUNT = Account.defaults();

    private final Vertx vertx = Vertx.vertx();
    private final Cloud cloud;
    private final Wire wire;
    private final AwsClients clients;

    OurCloud() {
        this.cloud = Cloud.builder(InstantSource.system(), 11)
                .settings(CloudSettings.defaults().shortened(SPEED))
                .app(AppSettings.named(APP).shortened(SPEED))
                .withoutRecords()
                .build();
        vertx.setPeriodic(5, _ -> cloud.advance());
        this.wire = awaited(Wire.start(vertx, 0, ACCOUNT, AccessKeys.of(AccessKeys.LOCAL), services(cloud)));
        this.clients = AwsClients.open(settings(), new SimpleMeterRegistry());
    }

    Cloud model() {
        return cloud;
    }

    AwsClients clients() {
        return clients;
    }

    AwsSettings settings() {
        Access access = new Access.Keys(AccessKeys.LOCAL.id(), AccessKeys.LOCAL.secret(), Optional.empty());
        AwsSettings aws = AwsSettings.at(URI.create("http://" + wire.endpoint()));
        return new AwsSettings(ACCOUNT.region(), aws.endpoint(), access, aws.patience(), aws.metrics())
                .shortened(SPEED);
    }

    AwsApp app() {
        String host = APP + "." + cloud.zone().name();
        return new AwsApp(new ZoneSettings(APP, cloud.zone().id(), host, false), new LambdaHome(APP, host),
                FargateHome.standard(APP, host,
                        Map.of("ImageUri", "123456789012.dkr.ecr.us-east-1.amazonaws.com/shop:1")));
    }

    CloudPorts ports() {
        return AwsPorts.of(clients, app(), (_, _) -> true, InstantSource.system());
    }

    void until(BooleanSupplier so) {
        Awaitility.await().atMost(60, TimeUnit.SECONDS).until(so::getAsBoolean);
    }

    @Override
    public void close() {
        clients.close();
        awaited(wire.close());
        awaited(vertx.close());
    }

    private static List<WireService> services(Cloud cloud) {
        List<WireService> services = new ArrayList<>(WireServices.standing(cloud, ACCOUNT));
        services.addAll(List.of(new CloudFormationWire(cloud.stacks(), ACCOUNT), new BalancingWire(cloud),
                new NetworkWire(cloud, ACCOUNT), new EcsWire(ACCOUNT, cloud), new CloudWatchWire(cloud),
                new LambdaWire(ACCOUNT, cloud, FunctionFacts.of("shop:1", Instant.EPOCH), Invokers.NONE)));
        return services;
    }

    private static <T> T awaited(Future<T> future) {
        return future.toCompletionStage().toCompletableFuture().orTimeout(20, TimeUnit.SECONDS).join();
    }
}
