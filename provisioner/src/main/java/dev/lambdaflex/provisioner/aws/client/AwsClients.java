package dev.lambdaflex.provisioner.aws.client;

import java.time.Duration;
import java.util.List;

import io.micrometer.core.instrument.MeterRegistry;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.acm.AcmClient;
import software.amazon.awssdk.services.apigatewayv2.ApiGatewayV2Client;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.route53.Route53Client;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.utils.AttributeMap;

/** One client for each service, over one HTTP client; shared by all apps and threads. */
public final class AwsClients implements AutoCloseable {

    private static final Duration CONNECT = Duration.ofSeconds(2);

    private final AwsSettings settings;
    private final SdkHttpClient http;
    private final AwsCredentialsProvider credentials;
    private final CallMeter meter;
    private final Route53Client route53;
    private final CloudFormationClient cloudFormation;
    private final EcsClient ecs;
    private final ElasticLoadBalancingV2Client loadBalancers;
    private final Ec2Client ec2;
    private final LambdaClient lambda;
    private final ApiGatewayV2Client apiGateway;
    private final CloudWatchClient cloudWatch;
    private final StsClient sts;
    private final AcmClient certificates;
    private final Pace route53Pace;

    private AwsClients(AwsSettings settings, MeterRegistry meters) {
        this.settings = settings;
        this.http = UrlConnectionHttpClient.builder()
                .connectionTimeout(CONNECT)
                .socketTimeout(settings.patience().attempt())
                .buildWithDefaults(AttributeMap.empty());
        this.credentials = settings.access().provider();
        this.meter = new CallMeter(meters);
        this.route53 = route53();
        this.cloudFormation = regional(CloudFormationClient.builder()).build();
        this.ecs = regional(EcsClient.builder()).build();
        this.loadBalancers = regional(ElasticLoadBalancingV2Client.builder()).build();
        this.ec2 = regional(Ec2Client.builder()).build();
        this.lambda = regional(LambdaClient.builder()).build();
        this.apiGateway = regional(ApiGatewayV2Client.builder()).build();
        this.cloudWatch = regional(CloudWatchClient.builder()).build();
        this.sts = regional(StsClient.builder()).build();
        this.certificates = regional(AcmClient.builder()).build();
        this.route53Pace = new Pace(settings.patience().betweenRoute53(), Pause.REAL, System::nanoTime);
    }

    /** Opens them; nothing is called yet. Each call is counted in {@code meters}. */
    public static AwsClients open(AwsSettings settings, MeterRegistry meters) {
        return new AwsClients(settings, meters);
    }

    public AwsSettings settings() {
        return settings;
    }

    /** Without retries of the SDK: they would not keep to the pace, and repeat a write whose answer was lost. */
    public Route53Calls route53Calls() {
        return new Route53Calls(route53, route53Pace, Pause.REAL, settings.patience().throttled());
    }

    public CloudFormationClient cloudFormation() {
        return cloudFormation;
    }

    public EcsClient ecs() {
        return ecs;
    }

    public ElasticLoadBalancingV2Client loadBalancers() {
        return loadBalancers;
    }

    public Ec2Client ec2() {
        return ec2;
    }

    public LambdaClient lambda() {
        return lambda;
    }

    public ApiGatewayV2Client apiGateway() {
        return apiGateway;
    }

    public CloudWatchClient cloudWatch() {
        return cloudWatch;
    }

    public StsClient sts() {
        return sts;
    }

    public AcmClient certificates() {
        return certificates;
    }

    @Override
    public void close() {
        List.of(route53, cloudFormation, ecs, loadBalancers, ec2, lambda, apiGateway, cloudWatch, sts, certificates)
                .forEach(AutoCloseables::close);
        AutoCloseables.close(http);
        if (credentials instanceof AutoCloseable closeable) {
            AutoCloseables.close(closeable);
        }
    }

    private Route53Client route53() {
        // Route 53 is global and signed for us-east-1; at an address of its own the SDK would sign for "aws-global".
        Region region = settings.endpoint().isPresent() ? Region.US_EAST_1 : Region.AWS_GLOBAL;
        return configured(Route53Client.builder(), 1, new WholeSetIdentifiers()).region(region).build();
    }

    private <B extends AwsClientBuilder<B, ?> & AwsSyncClientBuilder<B, ?>> B regional(B builder) {
        // The standard mode: three attempts.
        return configured(builder, 3).region(Region.of(settings.region()));
    }

    private <B extends AwsClientBuilder<B, ?> & AwsSyncClientBuilder<B, ?>> B configured(B builder, int attempts,
            ExecutionInterceptor... interceptors) {
        ClientOverrideConfiguration.Builder override = ClientOverrideConfiguration.builder()
                .apiCallAttemptTimeout(settings.patience().attempt())
                .apiCallTimeout(settings.patience().call())
                .retryStrategy(AwsRetryStrategy.standardRetryStrategy()
                        .toBuilder()
                        .maxAttempts(attempts)
                        .build())
                .addExecutionInterceptor(meter)
                .addExecutionInterceptor(new NamedEndpoint());
        List.of(interceptors).forEach(override::addExecutionInterceptor);
        settings.endpoint().ifPresent(builder::endpointOverride);
        return builder.credentialsProvider(credentials)
                .httpClient(http)
                .overrideConfiguration(override.build());
    }
}
