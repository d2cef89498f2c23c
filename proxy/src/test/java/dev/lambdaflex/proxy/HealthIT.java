package dev.lambdaflex.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lambdaflex.proxy.EdgeConfig.Probe;
import dev.lambdaflex.proxy.testing.EdgeRig;
import dev.lambdaflex.weights.routing.OutlierPolicy;
import dev.lambdaflex.weights.split.Split;
import dev.lambdaflex.weights.split.Tier;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HealthIT {

    private static final OutlierPolicy LONG = new OutlierPolicy(3, 3_600_000, 3_600_000, 3_600_000, 1_000);
    private static final OutlierPolicy SHORT = new OutlierPolicy(3, 300, 300, 3_600_000, 1_000);

    @Test
    void aTierThatFailsIsLeftAloneAndComesBackWhenItAnswers() throws Exception {
        try (EdgeRig rig = new EdgeRig(config -> config.withOutliers(SHORT))) {
            rig.split(Split.ofPercent(50));
            rig.fargate.answerWith(request -> request.response().setStatusCode(502).end());
            while (rig.edge.counters().ejections(Tier.FARGATE) == 0) {
                assertThat(rig.get("/").statusCode()).isEqualTo(200);
            }
            assertThat(rig.edge.counters().retries()).isEqualTo(3);

            rig.fargate.answerWith(rig.fargate::answerWithName);
            await().until(() -> EdgeRig.tierOf(rig.get("/")).equals("fargate"));

            long before = rig.edge.counters().answers(Tier.FARGATE);
            for (int i = 0; i < 100; i++) {
                rig.get("/");
            }
            assertThat(rig.edge.counters().answers(Tier.FARGATE) - before).isEqualTo(50);
        }
    }

    @Test
    void whileATierIsLeftAloneTheOtherGetsEverything() throws Exception {
        try (EdgeRig rig = new EdgeRig(config -> config.withOutliers(LONG))) {
            rig.split(Split.ofPercent(75));
            rig.fargate.stop();
            for (int i = 0; i < 100; i++) {
                HttpResponse<String> answer = rig.get("/");
                assertThat(answer.statusCode()).isEqualTo(200);
                assertThat(answer.body()).isEqualTo("lambda");
            }
            assertThat(rig.edge.counters().retries()).isEqualTo(3);
            assertThat(rig.edge.counters().spillovers(Tier.LAMBDA)).isEqualTo(72);
            assertThat(rig.admin("/weights").body()).contains("\"availability\":\"ejected\"")
                    .contains("left alone, time 1 in a row");
        }
    }

    @Test
    void aFargateTierAloneSpillsOverToTheLambdaThatStandsBy() throws Exception {
        try (EdgeRig rig = new EdgeRig(config -> config.withOutliers(LONG))) {
            rig.split(Split.ALL_FARGATE);
            rig.fargate.stop();

            for (int i = 0; i < 20; i++) {
                assertThat(rig.get("/").body()).isEqualTo("lambda");
            }
        }
    }

    @Test
    void aProbeFindsADeadTierBeforeAnyRequestDoesAndBringsItBackBeforeItsTime() throws Exception {
        Probe probe = new Probe("/healthz", Duration.ofMillis(50), Duration.ofSeconds(2));
        try (EdgeRig rig = new EdgeRig(config -> config.withOutliers(LONG).withProbe(probe))) {
            rig.split(Split.ofPercent(50));
            rig.fargate.stop();
            await().until(() -> rig.edge.counters().ejections(Tier.FARGATE) == 1);
            for (int i = 0; i < 10; i++) {
                assertThat(rig.get("/").body()).isEqualTo("lambda");
            }
            assertThat(rig.edge.counters().retries()).isZero();

            rig.fargate.startAgain();

            await().until(() -> rig.get("/").body().equals("fargate"));
        }
    }

    @Test
    void anUpstreamThatIsReplacedStartsAfresh() throws Exception {
        try (EdgeRig rig = new EdgeRig(config -> config.withOutliers(LONG))) {
            rig.split(Split.ALL_FARGATE);
            rig.fargate.stop();
            while (rig.edge.counters().ejections(Tier.FARGATE) == 0) {
                rig.get("/");
            }
            Upstream replaced = new Upstream(Tier.FARGATE, "127.0.0.1", rig.lambda.port());

            rig.weights.set(Split.ALL_FARGATE, Optional.of(rig.lambda.upstream()), Optional.of(replaced));

            assertThat(EdgeRig.tierOf(rig.get("/"))).isEqualTo("fargate");
        }
    }
}
