package dev.lambdaflex.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lambdaflex.proxy.testing.EdgeRig;
import dev.lambdaflex.weights.routing.OutlierPolicy;
import dev.lambdaflex.weights.split.Split;
import dev.lambdaflex.weights.split.Tier;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RetryIT {

    /** Never ejects, so that every request meets the broken tier. */
    private static final OutlierPolicy PATIENT = new OutlierPolicy(Integer.MAX_VALUE, 1, 1, 1, 1);

    private final EdgeRig rig = new EdgeRig(config -> config.withOutliers(PATIENT));

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void noRequestIsLostWhileOneTierRefusesConnections() throws Exception {
        rig.split(Split.ofPercent(50));
        rig.fargate.stop();
        int retried = 0;
        for (int i = 0; i < 400; i++) {
            HttpResponse<String> answer = i % 2 == 0 ? rig.get("/" + i) : rig.post("/" + i, "small body");
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo("lambda");
            retried += answer.headers().firstValue("x-lambdaflex-retried").isPresent() ? 1 : 0;
        }
        assertThat(retried).isEqualTo(200);
        assertThat(rig.edge.counters().retries()).isEqualTo(200);
        assertThat(rig.edge.counters().inFlight(Tier.FARGATE)).isZero();
    }

    @Test
    void aBodyThatArrivesAtTheSecondTierIsTheWholeOne() throws Exception {
        rig.split(Split.ALL_FARGATE);
        rig.fargate.stop();
        rig.lambda.answerWith(request -> request.body().onSuccess(body -> request.response().end(body)));
        String large = "x".repeat(200_000);

        assertThat(rig.post("/", "tiny").body()).isEqualTo("tiny");
        assertThat(rig.post("/", large).body()).isEqualTo(large);
    }

    @Test
    void aPostThatMayHaveArrivedIsNotSentAgain() throws Exception {
        rig.split(Split.ALL_FARGATE);
        rig.fargate.answerWith(request -> request.body().onSuccess(body -> request.connection().close()));

        HttpResponse<String> answer = rig.post("/orders", "one pet please");

        assertThat(answer.statusCode()).isEqualTo(502);
        assertThat(answer.body()).contains("fargate broke the connection");
        assertThat(EdgeRig.tierOf(answer)).isEqualTo("fargate");
        assertThat(rig.fargate.requests()).isEqualTo(1);
        assertThat(rig.lambda.requests()).isZero();
    }

    @Test
    void anIdempotentRequestIsSentAgainAfterAReset() throws Exception {
        rig.split(Split.ALL_FARGATE);
        rig.fargate.answerWith(request -> request.connection().close());

        HttpResponse<String> get = rig.get("/");
        HttpResponse<String> put = rig.client.send(
                rig.request("/").PUT(HttpRequest.BodyPublishers.ofString("x")).build(),
                BodyHandlers.ofString());

        assertThat(get.body()).isEqualTo("lambda");
        assertThat(put.body()).isEqualTo("lambda");
        assertThat(get.headers().firstValue("x-lambdaflex-retried")).contains("1");
    }

    @Test
    void whenBothTiersRefuseTheAnswerIsABadGatewayAfterOneRetry() throws Exception {
        rig.split(Split.ofPercent(50));
        rig.fargate.stop();
        rig.lambda.stop();

        HttpResponse<String> answer = rig.get("/");

        assertThat(answer.statusCode()).isEqualTo(502);
        assertThat(answer.body()).contains("\"reason\":\"bad-gateway\"");
        assertThat(rig.edge.counters().retries()).isEqualTo(1);
    }

    @Test
    void anErrorOfTheApplicationIsPassedOnAndNotRetried() throws Exception {
        rig.lambda.answerWith(request -> request.response().setStatusCode(503).end("the application says so"));

        HttpResponse<String> answer = rig.get("/");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).isEqualTo("the application says so");
        assertThat(rig.lambda.requests()).isEqualTo(1);
    }
}
