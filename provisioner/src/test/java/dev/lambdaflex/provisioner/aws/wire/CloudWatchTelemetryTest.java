package dev.lambdaflex.provisioner.aws.wire;

import static dev.lambdaflex.provisioner.aws.testing.Answers.mappings;
import static dev.lambdaflex.provisioner.aws.testing.Answers.metrics;
import static dev.lambdaflex.provisioner.aws.testing.Answers.noStack;
import static dev.lambdaflex.provisioner.aws.testing.Answers.stack;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.lambdaflex.provisioner.aws.metrics.CloudWatchTelemetry;
import dev.lambdaflex.provisioner.aws.testing.Golden;
import dev.lambdaflex.provisioner.aws.testing.RecordingAws;
import dev.lambdaflex.provisioner.aws.tier.FargateHome;
import dev.lambdaflex.provisioner.aws.tier.GatewayName;
import dev.lambdaflex.provisioner.aws.tier.LambdaHome;
import dev.lambdaflex.provisioner.aws.tier.TierStack;
import dev.lambdaflex.provisioner.reconcile.CloudException;
import dev.lambdaflex.weights.gate.TierWindow;
import dev.lambdaflex.weights.split.Tier;

class CloudWatchTelemetryTest {

    private static final Instant NOW = Instant.parse("2026-11-24T12:00:20Z");
    private static final Instant FROM = Instant.parse("2026-11-24T11:49:40Z");
    private static final String NOTHING = metrics();

    private final RecordingAws aws = RecordingAws.start();
    private Instant now = NOW;
    private final CloudWatchTelemetry telemetry = new CloudWatchTelemetry(aws.clients(),
            new LambdaHome("shop", "shop.example.test"),
            new GatewayName(aws.clients().apiGateway(), "shop.example.test"),
            new TierStack(aws.clients().cloudFormation(), new FargateHome("shop", "shop.example.test", "Resources: {}",
                    Map.of(), Duration.ofMinutes(20))),
            () -> now);

    @AfterEach
    void close() {
        aws.close();
    }

    @Test
    void bothTiersAndAllWindowsOfATickAreReadInOneCallAndTheirLatenciesInOneMore() {
        aws.answers(mappings())
                .answers(stack("CREATE_COMPLETE"))
                .answers(metrics("lambda_requests|2026-11-24T11:50:00Z|100|100", "lambda_errors|2026-11-24T11:51:00Z|3",
                        "fargate_requests|2026-11-24T11:55:00Z|40", "fargate_own_errors|2026-11-24T11:55:00Z|2",
                        "fargate_errors|2026-11-24T11:55:00Z|1"))
                .answers(metrics("lambda_p99|2026-11-24T11:50:00Z|120.5", "fargate_p99|2026-11-24T11:50:00Z|0.25"));
        TierWindow lambda = telemetry.window(Tier.LAMBDA, FROM, NOW);
        TierWindow fargate = telemetry.window(Tier.FARGATE, FROM, NOW);
        TierWindow quiet = telemetry.window(Tier.FARGATE, Instant.parse("2026-11-24T11:56:00Z"), NOW);
        assertThat(lambda).isEqualTo(new TierWindow(Instant.parse("2026-11-24T11:50:00Z"),
                Instant.parse("2026-11-24T11:57:00Z"), 200, 3, Optional.of(Duration.ofNanos(120_500_000)),
                "CloudWatch AWS/ApiGateway"));
        assertThat(fargate.requests()).isEqualTo(42);
        assertThat(fargate.errors()).isEqualTo(3);
        assertThat(fargate.p99()).contains(Duration.ofMillis(250));
        assertThat(quiet.requests()).isZero();
        assertThat(telemetry.throttledLately()).isFalse();
        Golden.assertSame("cloudwatch-tick", aws.requests());
    }

    @Test
    void whileNobodyAsksAnythingLatencyIsNotAskedForEither() {
        aws.answers(mappings()).answers(400, noStack()).answers(NOTHING);
        assertThat(telemetry.window(Tier.LAMBDA, FROM, NOW).p99()).isEmpty();
        assertThat(telemetry.window(Tier.FARGATE, FROM, NOW).source()).isEqualTo("there is no load balancer");
        assertThat(aws.count()).isEqualTo(3);
        assertThat(aws.requests()).doesNotContain("ApplicationELB");
    }

    @Test
    void thereIsNewDataOnlyOnceAPeriod() {
        aws.answers(mappings()).answers(400, noStack()).answers(NOTHING).answers(400, noStack()).answers(NOTHING);
        telemetry.window(Tier.LAMBDA, FROM, NOW);
        now = NOW.plusSeconds(39);
        telemetry.window(Tier.LAMBDA, FROM, now);
        assertThat(aws.count()).isEqualTo(3);
        now = NOW.plusSeconds(40);
        telemetry.window(Tier.LAMBDA, FROM, now);
        assertThat(aws.count()).isEqualTo(5);
    }

    @Test
    void whereTheHeartbeatOfTheLoadBalancerEndsAWindowEnds() {
        aws.answers(mappings())
                .answers(stack("CREATE_COMPLETE"))
                .answers(metrics("fargate_heartbeat|2026-11-24T11:50:00Z|2|2|2"));
        assertThat(telemetry.window(Tier.FARGATE, FROM, NOW).to()).isEqualTo(Instant.parse("2026-11-24T11:53:00Z"));
        assertThat(telemetry.window(Tier.LAMBDA, FROM, NOW).to()).isEqualTo(Instant.parse("2026-11-24T11:53:00Z"));
        TierWindow late = telemetry.window(Tier.FARGATE, Instant.parse("2026-11-24T11:54:00Z"), NOW);
        assertThat(late.length()).isZero();
        assertThat(late.source()).contains("have not come since");
    }

    @Test
    void aHeartbeatThatWasHeardOnceIsWaitedForHoweverLongItTakes() {
        aws.answers(mappings())
                .answers(stack("CREATE_COMPLETE"))
                .answers(metrics("fargate_heartbeat|2026-11-24T11:50:00Z|2"))
                .answers(stack("CREATE_COMPLETE"))
                .answers(NOTHING)
                .answers(400, noStack())
                .answers(NOTHING);
        telemetry.window(Tier.FARGATE, FROM, NOW);
        now = NOW.plusSeconds(3600);
        assertThat(telemetry.window(Tier.FARGATE, now.minusSeconds(600), now).length()).isZero();
        now = NOW.plusSeconds(7200);
        assertThat(telemetry.window(Tier.FARGATE, now.minusSeconds(600), now).length()).isPositive();
    }

    @Test
    void theNewestDataTellsOfThrottling() {
        aws.answers(mappings()).answers(400, noStack()).answers(metrics("lambda_throttles|2026-11-24T11:59:00Z|4"));
        assertThat(telemetry.throttledLately()).isTrue();
    }

    @Test
    void throttlingIsForgottenWhenItIsOver() {
        aws.answers(mappings()).answers(400, noStack()).answers(metrics("lambda_throttles|2026-11-24T11:50:00Z|4"));
        assertThat(telemetry.throttledLately()).isFalse();
    }

    @Test
    void aMetricThatMayNotBeReadIsASentence() {
        aws.answers(mappings())
                .answers(400, noStack())
                .answers(metrics("lambda_requests|2026-11-24T11:50:00Z|1").replace("Complete", "Forbidden"));
        assertThatExceptionOfType(CloudException.class).isThrownBy(() -> telemetry.window(Tier.LAMBDA, FROM, NOW))
                .withMessage("cloudwatch:GetMetricData: the metric lambda_requests answers Forbidden");
    }

    @Test
    void aFailureIsNotRemembered() {
        aws.answers(mappings())
                .answers(400, noStack())
                .answers(400,
                        "<ErrorResponse><Error><Code>InvalidParameterValue</Code><Message>bad</Message></Error></ErrorResponse>")
                .answers(400, noStack())
                .answers(NOTHING);
        assertThatExceptionOfType(CloudException.class).isThrownBy(() -> telemetry.window(Tier.LAMBDA, FROM, NOW));
        assertThat(telemetry.window(Tier.LAMBDA, FROM, NOW).requests()).isZero();
    }
}
