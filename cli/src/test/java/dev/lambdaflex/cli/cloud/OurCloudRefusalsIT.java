package dev.lambdaflex.cli.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import dev.lambdaflex.provisioner.aws.AwsApp;
import dev.lambdaflex.provisioner.aws.AwsPorts;
import dev.lambdaflex.provisioner.aws.Preflight;
import dev.lambdaflex.provisioner.aws.client.Access;
import dev.lambdaflex.provisioner.aws.client.AwsClients;
import dev.lambdaflex.provisioner.aws.client.AwsSettings;
import dev.lambdaflex.provisioner.aws.tier.LambdaHome;
import dev.lambdaflex.provisioner.aws.zone.ZoneSettings;
import dev.lambdaflex.provisioner.reconcile.CloudException;
import dev.lambdaflex.simulator.model.zone.Change;
import dev.lambdaflex.simulator.model.zone.ListRequest;
import dev.lambdaflex.simulator.model.zone.RecordType;
import dev.lambdaflex.simulator.model.zone.ResourceRecordSet;
import dev.lambdaflex.simulator.wire.server.Call;
import dev.lambdaflex.simulator.wire.signature.AccessKey;
import dev.lambdaflex.simulator.wire.signature.AccessKeys;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

/** Whatever a person may have got wrong is one sentence before anything is changed. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OurCloudRefusalsIT {

    private static final AccessKey GUEST = AccessKey.temporary("GUEST", "secret", "token");

    private final OurCloud cloud = new OurCloud();
    private long before;

    @AfterAll
    void closeCloud() {
        cloud.close();
    }

    @BeforeEach
    void remember() {
        before = cloud.wire().calls().all().size();
    }

    @AfterEach
    void nothingWasChanged() {
        assertThat(cloud.wire()
                .calls()
                .all()
                .stream()
                .skip(before)
                .filter(call -> call.status() < 400)
                .map(Call::operation))
                .allMatch(operation -> operation.matches("(Get|List|Describe).*"));
    }

    @Test
    void whenEverythingIsAsItMustBeWeAreToldWhoWeAre() {
        assertThat(checked(cloud.settings(), cloud.app())).startsWith("arn:aws:");
    }

    @Test
    void noCredentials() {
        refused(cloud.settings(new Access.Profile("lambdaflex-nobody")), cloud.app(),
                "sts:GetCallerIdentity: no AWS credentials in the environment, a profile, or the role of a container or instance (set AWS_PROFILE, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY)");
    }

    @Test
    void credentialsThatNobodyKnows() {
        refused(cloud.settings(new Access.Keys("NOBODY", "secret", Optional.empty())), cloud.app(),
                "sts:GetCallerIdentity: AWS does not know these credentials (InvalidClientTokenId), look at AWS_PROFILE or AWS_ACCESS_KEY_ID");
    }

    @Test
    void aWrongSecret() {
        refused(cloud.settings(new Access.Keys(AccessKeys.LOCAL.id(), "wrong", Optional.empty())), cloud.app(),
                "sts:GetCallerIdentity: the secret key does not fit its id, or the clock is wrong: ");
    }

    @Test
    void anExpiredToken() {
        cloud.wire().keys().add(GUEST);
        AwsSettings settings = cloud.settings(new Access.Keys(GUEST.id(), GUEST.secret(), GUEST.token()));
        assertThat(checked(settings, cloud.app())).isNotBlank();
        cloud.wire().keys().expire(GUEST.id());
        refused(settings, cloud.app(),
                "sts:GetCallerIdentity: the session's credentials have expired, get new ones (ExpiredToken)");
    }

    @Test
    void theWrongRegion() {
        AwsSettings right = cloud.settings();
        refused(new AwsSettings("eu-central-1", right.endpoint(), right.access(), right.patience(), right.metrics()),
                cloud.app(), "sts:GetCallerIdentity: signed for the wrong region, set the one that is meant: ");
    }

    @Test
    void anEndpointThatIsDown() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        AwsSettings right = cloud.settings();
        refused(new AwsSettings(right.region(), Optional.of(URI.create("http://127.0.0.1:" + port)), right.access(),
                right.patience(), right.metrics()), cloud.app(),
                "sts:GetCallerIdentity: nobody listens at http://127.0.0.1:%d: Connection refused (is it up, and its address right?)"
                        .formatted(port));
    }

    @Test
    void aZoneThatIsNotThere() {
        refused(cloud.settings(), app("Z0NOSUCHZONE", "shop.example.test"),
                "route53:GetHostedZone: there is no such hosted zone in this account, look at its id and at whose credentials these are: ");
    }

    @Test
    void aNameOutsideTheZone() {
        String zone = cloud.model().zone().id();
        refused(cloud.settings(), app(zone, "shop.example.org"),
                "host: shop.example.org is outside the hosted zone %s (expected: example.test or a name that ends with it)"
                        .formatted(zone));
    }

    @Test
    void aNameThatApiGatewayDoesNotKnow() {
        refused(cloud.settings(), app(cloud.model().zone().id(), "other.example.test"),
                "apigateway:GET: API Gateway has no custom domain other.example.test in us-east-1 (is the region right?)");
    }

    @Test
    void aFunctionThatIsNotThere() {
        AwsApp app = cloud.app();
        refused(cloud.settings(), new AwsApp(app.zone(), new LambdaHome("nobody", app.lambda().host()), app.fargate()),
                "lambda:GetFunctionConcurrency: Function not found: ");
    }

    @Test
    void aSimpleRecordAtTheName() {
        beside(ResourceRecordSet.simple(name(), RecordType.A, 60, "192.0.2.1"),
                "shop.example.test has a foreign record: a simple A (expected: weighted aliases 'lambda' and 'fargate' of type A that evaluate target health, alone); nothing is changed beside it: remove it, or give the app another name");
    }

    @Test
    void aForeignWeightedRecordAtTheName() {
        beside(cloud.alias("blue", 10), "shop.example.test has a foreign record: A 'blue' (expected: ");
    }

    private void beside(ResourceRecordSet record, String sentence) {
        cloud.byHand(Change.create(record));
        List<ResourceRecordSet> standing = records();
        refused(cloud.settings(), cloud.app(), sentence);
        assertThat(records()).isEqualTo(standing);
        cloud.byHand(Change.delete(record));
    }

    private void refused(AwsSettings settings, AwsApp app, String sentence) {
        assertThatExceptionOfType(CloudException.class).isThrownBy(() -> checked(settings, app))
                .satisfies(e -> assertThat(e.getMessage()).startsWith(sentence).hasLineCount(1));
    }

    private static String checked(AwsSettings settings, AwsApp app) {
        try (AwsClients clients = AwsClients.open(settings, new SimpleMeterRegistry())) {
            return new Preflight(clients, app, AwsPorts.of(clients, app,
                    (_, _) -> true, InstantSource.system())).check();
        }
    }

    private AwsApp app(String zoneId, String host) {
        return new AwsApp(new ZoneSettings(OurCloud.APP, zoneId, host, false), new LambdaHome(OurCloud.APP, host),
                cloud.app().fargate());
    }

    private List<ResourceRecordSet> records() {
        return cloud.model()
                .route53()
                .listResourceRecordSets(cloud.model().zone().id(), ListRequest.from(name()))
                .orThrow(error -> new IllegalStateException(error.toString()))
                .records();
    }

    private String name() {
        return cloud.model().app(OurCloud.APP).recordName();
    }
}
