package dev.lambdaflex.simulator.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

import dev.lambdaflex.simulator.plane.Endpoint;
import dev.lambdaflex.simulator.model.Cloud;
import dev.lambdaflex.simulator.model.CloudSettings;
import dev.lambdaflex.simulator.model.app.AppSettings;
import dev.lambdaflex.simulator.model.zone.ZoneSettings;
import dev.lambdaflex.simulator.wire.assembly.Wire;
import dev.lambdaflex.simulator.wire.assembly.WireServices;
import dev.lambdaflex.simulator.wire.lambda.Invokers;
import dev.lambdaflex.simulator.wire.signature.AccessKey;
import dev.lambdaflex.simulator.wire.signature.AccessKeys;
import dev.lambdaflex.simulator.wire.testing.Venv;
import io.vertx.core.Future;
import io.vertx.core.Vertx;

/**
 * Clients that nobody here wrote drive the cloud: each {@code test_*.py} of {@code src/test/python} is one test, run by boto3 and
 * the AWS CLI of pinned versions against a cloud whose time goes twenty times as fast.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PythonClientIT {

    private static final double SPEED = 20;
    private static final String APP = "shop";
    private static final Path TEMPLATE = Path.of("..", "infra", "fargate-tier.yaml");
    private static final Path SCRIPTS = Path.of("src", "test", "python");

    private final Vertx vertx = Vertx.vertx();
    private final AccessKeys keys = AccessKeys.of(AccessKeys.LOCAL, AccessKey.temporary("TEMPORARY", "secret", "token"),
            AccessKey.temporary("EXPIRED", "secret", "token"));
    private final Cloud cloud = Cloud.builder(InstantSource.system(), 11)
            .settings(settings())
            .app(AppSettings.named(APP).shortened(SPEED))
            .build();
    private final Venv venv = Venv.with(Path.of("target", "python-client"), SCRIPTS.resolve("requirements.txt"));
    private final Wire wire = awaited(
            Wire.start(vertx, new Endpoint("127.0.0.1", 0), Account.defaults(), keys, services()));

    PythonClientIT() throws IOException, InterruptedException {}

    @BeforeAll
    void letTimePass() {
        keys.expire("EXPIRED");
        vertx.setPeriodic(5, _ -> cloud.advance());
    }

    @AfterAll
    void close() {
        awaited(wire.close());
        awaited(vertx.close());
    }

    @TestFactory
    List<DynamicTest> scripts() throws IOException {
        try (Stream<Path> files = Files.list(SCRIPTS)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith("test_") && name.endsWith(".py"))
                    .sorted()
                    .map(name -> DynamicTest.dynamicTest(name, () -> passes(name)))
                    .toList();
        }
    }

    private void passes(String script) throws IOException, InterruptedException {
        Venv.Run run = venv.run(SCRIPTS, environment(), "-B", "-m", "unittest", "-v", script);
        assertThat(run.code()).as(run.output()).isZero();
    }

    private List<WireService> services() {
        return WireServices.all(cloud, Account.defaults(), Invokers.NONE);
    }

    /** Fewer calls a second than any machine makes, so that Python meets the throttle; more than AWS's 5, so that it gets on. */
    private static CloudSettings settings() {
        CloudSettings quick = CloudSettings.defaults().shortened(SPEED);
        ZoneSettings zone = quick.zone();
        return new CloudSettings(quick.zoneName(), new ZoneSettings(zone.propagation(), zone.intake(), zone.aliasTtl(),
                zone.nameServers(), zone.changesKept(), 10), quick.metrics(), quick.prices(), quick.boot(),
                quick.exit());
    }

    private Map<String, String> environment() {
        String nowhere = Path.of("target", "python-client", "no-such-file").toAbsolutePath().toString();
        return Map.ofEntries(Map.entry("AWS_ENDPOINT_URL", "http://" + wire.endpoint()),
                Map.entry("AWS_ACCESS_KEY_ID", AccessKeys.LOCAL.id()),
                Map.entry("AWS_SECRET_ACCESS_KEY", AccessKeys.LOCAL.secret()),
                Map.entry("AWS_REGION", Account.defaults().region()),
                Map.entry("AWS_DEFAULT_REGION", Account.defaults().region()),
                Map.entry("AWS_CONFIG_FILE", nowhere), Map.entry("AWS_SHARED_CREDENTIALS_FILE", nowhere),
                Map.entry("AWS_EC2_METADATA_DISABLED", "true"), Map.entry("NO_PROXY", "127.0.0.1"),
                Map.entry("LAMBDAFLEX_APP", APP),
                Map.entry("LAMBDAFLEX_TEMPLATE", TEMPLATE.toAbsolutePath().normalize().toString()),
                Map.entry("LAMBDAFLEX_ZONE", cloud.zone().name()));
    }

    private static <T> T awaited(Future<T> future) {
        return future.toCompletionStage().toCompletableFuture().orTimeout(20, TimeUnit.SECONDS).join();
    }
}
