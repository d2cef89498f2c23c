package dev.lambdaflex.provisioner.aws.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.lambdaflex.provisioner.aws.metrics.OwnMetrics;
import dev.lambdaflex.provisioner.aws.testing.RecordingAws;
import dev.lambdaflex.provisioner.reconcile.Status;
import dev.lambdaflex.weights.gate.GateReport;
import dev.lambdaflex.weights.migration.MigrationState;
import dev.lambdaflex.weights.migration.Observation;
import dev.lambdaflex.weights.plan.ShiftPlan;
import dev.lambdaflex.weights.split.RecordSet;
import dev.lambdaflex.weights.split.Split;

class OwnMetricsTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    private final RecordingAws aws = RecordingAws.start();

    @AfterEach
    void close() {
        aws.close();
    }

    @Test
    void theShortListIsPublishedForEachAppAndNothingElse() {
        aws.answers("<PutMetricDataResponse/>");
        try (OwnMetrics metrics = OwnMetrics.publish(aws.clients(), "LambdaFlex", Duration.ofHours(1))) {
            metrics.ticked(status(Optional.of(RecordSet.of(Split.ofPercent(25), "api.test", "lb.test"))));
        }
        // Closing publishes once more, so that the end is seen, too.
        assertThat(aws.requests()).contains("Action=PutMetricData", "Namespace=LambdaFlex",
                "MetricName=lambdaflex.fargate.share.value", "Value=0.25", "MetricName=lambdaflex.failures.value",
                "MetricName=lambdaflex.blind.value", "Dimensions.member.1.Value=shop");
        assertThat(aws.requests().lines().filter(line -> line.contains(".MetricName="))).hasSize(3);
    }

    /** A share of 0 would look as if all traffic were on Lambda. */
    @Test
    void aShareThatCouldNotBeReadIsLeftOut() {
        aws.answers("<PutMetricDataResponse/>");
        try (OwnMetrics metrics = OwnMetrics.publish(aws.clients(), "LambdaFlex", Duration.ofHours(1))) {
            metrics.ticked(status(Optional.empty()));
        }
        assertThat(aws.requests()).contains("MetricName=lambdaflex.blind.value", "Value=1.0")
                .doesNotContain("lambdaflex.fargate.share");
    }

    private static Status status(Optional<RecordSet> records) {
        Observation nothing = Observation.blind("nothing");
        Observation seen = new Observation(records, nothing.change(), nothing.fargate(), nothing.lambda(),
                nothing.lambdaAnswers(), nothing.fargateAnswers(), nothing.lambdaWindow(), nothing.fargateWindow(),
                nothing.fargateQuiet(), nothing.demand(), nothing.blind());
        return new Status("shop", 1, MigrationState.initial(ShiftPlan.standard(), NOON), seen, "reason",
                GateReport.NONE,
                NOON);
    }
}
