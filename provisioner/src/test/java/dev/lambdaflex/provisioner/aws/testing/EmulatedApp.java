package dev.lambdaflex.provisioner.aws.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.awaitility.Awaitility;

import dev.lambdaflex.provisioner.aws.AwsApp;
import dev.lambdaflex.provisioner.aws.client.AwsClients;
import dev.lambdaflex.provisioner.aws.client.AwsSettings;
import dev.lambdaflex.provisioner.aws.tier.FargateHome;
import dev.lambdaflex.provisioner.aws.tier.LambdaHome;
import dev.lambdaflex.provisioner.aws.zone.ZoneSettings;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.apigatewayv2.model.DomainNameConfiguration;
import software.amazon.awssdk.services.apigatewayv2.model.EndpointType;
import software.amazon.awssdk.services.apigatewayv2.model.ProtocolType;
import software.amazon.awssdk.services.lambda.model.Runtime;

/** An app on an emulator as its owner would have set it up: a zone, a function, an API and its domain; no Fargate tier yet. */
public final class EmulatedApp implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final String CERTIFICATE = "arn:aws:acm:us-east-1:123456789012:certificate/11111111-2222-3333-4444-555555555555";

    /** A resource of its own: its name, its type, and all lines that are further in. */
    private static final Pattern RULE_APART = Pattern
            .compile("(?m)^  \\w+:\\n    Type: AWS::EC2::SecurityGroup(?:In|E)gress\\n(?:    .*\\n)+");

    private final AwsClients clients;
    private final AwsApp app;
    private final String target;

    private EmulatedApp(AwsClients clients, AwsApp app, String target) {
        this.clients = clients;
        this.app = app;
        this.target = target;
    }

    public static EmulatedApp on(URI emulator) {
        AwsSettings slow = AwsSettings.at(emulator);
        AwsSettings settings = new AwsSettings(slow.region(), slow.endpoint(), slow.access(),
                slow.shortened(100).patience(), slow.metrics());
        AwsClients clients = AwsClients.open(settings, new SimpleMeterRegistry());
        String name = "shop-" + UUID.randomUUID().toString().substring(0, 8);
        String host = name + ".example.test";
        function(clients, name);
        String target = domain(clients, name, host);
        return new EmulatedApp(clients, new AwsApp(new ZoneSettings(name, zone(clients), host, false),
                new LambdaHome(name, host), fargate(name, host)), target);
    }

    public AwsClients clients() {
        return clients;
    }

    public AwsApp app() {
        return app;
    }

    /** The regional name of the API's domain. */
    public String target() {
        return target;
    }

    public void until(BooleanSupplier so) {
        Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(200)).until(so::getAsBoolean);
    }

    @Override
    public void close() {
        clients.close();
    }

    /**
     * Of the template, MiniStack does not know the two types of rules that stand apart from their security groups, and cannot
     * count with a parameter that is a number.
     */
    private static FargateHome fargate(String name, String host) {
        FargateHome whole = FargateHome.standard(name, host, Map.of("ImageUri", "shop:1", "ContainerPort", "8080"));
        String known = RULE_APART.matcher(whole.template())
                .replaceAll("")
                .replace("DesiredCount: !Ref TaskCount", "DesiredCount: 1");
        return new FargateHome(name, host, known, whole.parameters(), whole.buildTimeout());
    }

    private static String zone(AwsClients clients) {
        String id = clients.route53Calls()
                .call(route53 -> route53.createHostedZone(
                        request -> request.name("example.test.").callerReference(UUID.randomUUID().toString())))
                .hostedZone()
                .id();
        return id.substring(id.lastIndexOf('/') + 1);
    }

    private static void function(AwsClients clients, String name) {
        clients.lambda()
                .createFunction(request -> request.functionName(name)
                        .runtime(Runtime.PYTHON3_12)
                        .handler("app.handler")
                        .role("arn:aws:iam::123456789012:role/shop")
                        .code(code -> code.zipFile(SdkBytes.fromByteArray(zip()))));
    }

    private static String domain(AwsClients clients, String name, String host) {
        String api = clients.apiGateway()
                .createApi(request -> request.name(name).protocolType(ProtocolType.HTTP))
                .apiId();
        clients.apiGateway().createStage(request -> request.apiId(api).stageName("$default").autoDeploy(true));
        String target = clients.apiGateway()
                .createDomainName(request -> request.domainName(host)
                        .domainNameConfigurations(DomainNameConfiguration.builder()
                                .certificateArn(CERTIFICATE)
                                .endpointType(EndpointType.REGIONAL)
                                .build()))
                .domainNameConfigurations()
                .getFirst()
                .apiGatewayDomainName();
        clients.apiGateway().createApiMapping(request -> request.domainName(host).apiId(api).stage("$default"));
        return target;
    }

    private static byte[] zip() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("app.py"));
            zip.write("def handler(event, context):\n    return {}\n".getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
