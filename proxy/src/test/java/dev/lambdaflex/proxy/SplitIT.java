package dev.lambdaflex.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lambdaflex.proxy.testing.EdgeRig;
import dev.lambdaflex.weights.split.Split;
import dev.lambdaflex.weights.split.Tier;
import io.vertx.core.Promise;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SplitIT {

    private final EdgeRig rig = EdgeRig.withDefaults();

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void everyPhaseOfAMigrationGetsItsShareWithinOneRequestOverManyConnections() throws Exception {
        int[] percents = {0, 1, 5, 10, 25, 50, 75, 99, 100, 75, 33, 1, 0};
        double expected = 0;
        int requests = 0;
        for (int percent : percents) {
            rig.split(Split.ofPercent(percent));
            long before = rig.edge.counters().answers(Tier.FARGATE);

            List<HttpResponse<String>> answers = getConcurrently(8, 60);

            assertThat(answers).allMatch(answer -> answer.statusCode() == 200);
            double share = 480 * percent / 100.0;
            assertThat(rig.edge.counters().answers(Tier.FARGATE) - before).isBetween((long) Math.ceil(share - 1),
                    (long) Math.floor(share + 1));
            expected += share;
            requests += 480;
        }
        assertThat((double) rig.edge.counters().answers(Tier.FARGATE)).isBetween(expected - 1, expected + 1);
        assertThat(rig.edge.counters().answers(Tier.LAMBDA) + rig.edge.counters().answers(Tier.FARGATE))
                .isEqualTo(requests);
        assertThat(rig.fargate.requests()).isEqualTo((int) rig.edge.counters().answers(Tier.FARGATE));
    }

    @Test
    void noRequestIsLostWhileTheSplitChangesUnderLoad() throws Exception {
        CompletableFuture<Void> changes = CompletableFuture.runAsync(() -> {
            for (int i = 0; i < 400; i++) {
                rig.split(Split.ofPercent(i % 101));
            }
        });

        List<HttpResponse<String>> answers = getConcurrently(6, 250);

        changes.get(20, TimeUnit.SECONDS);
        assertThat(answers).hasSize(1_500)
                .allMatch(answer -> answer.statusCode() == 200)
                .allMatch(answer -> answer.body().equals(EdgeRig.tierOf(answer)));
        assertThat(rig.edge.counters().refusals()).isZero();
    }

    @Test
    void theAnswerSaysWhichTierGaveItAndNotWhatTheUpstreamClaims() throws Exception {
        rig.lambda.answerWith(request -> request.response()
                .putHeader("x-lambdaflex-tier", "fargate")
                .putHeader("x-lambdaflex-retried", "1")
                .end());

        HttpResponse<String> answer = rig.get("/");

        assertThat(answer.headers().allValues("x-lambdaflex-tier")).containsExactly("lambda");
        assertThat(answer.headers().firstValue("x-lambdaflex-retried")).isEmpty();
    }

    @Test
    void anOlderVersionNeverReplacesANewerOne() throws Exception {
        rig.weights.give(new EdgeWeights(100, Split.ALL_FARGATE, Optional.of(rig.lambda.upstream()),
                Optional.of(rig.fargate.upstream())));
        rig.weights.give(new EdgeWeights(99, Split.ALL_LAMBDA, Optional.of(rig.lambda.upstream()), Optional.empty()));

        assertThat(EdgeRig.tierOf(rig.get("/"))).isEqualTo("fargate");
        assertThat(rig.edge.weights().map(EdgeWeights::version)).contains(100L);
    }

    @Test
    void aTierThatLosesItsShareEndsWhatItHasAndGetsNothingNew() throws Exception {
        rig.split(Split.ALL_FARGATE);
        Promise<Void> go = Promise.promise();
        CompletableFuture<Void> arrived = new CompletableFuture<>();
        rig.fargate.answerWith(request -> {
            arrived.complete(null);
            go.future().onSuccess(now -> rig.fargate.answerWithName(request));
        });
        CompletableFuture<HttpResponse<String>> inFlight = rig.client.sendAsync(rig.request("/slow").build(),
                BodyHandlers.ofString());
        arrived.get(10, TimeUnit.SECONDS);

        rig.weights.set(Split.ALL_LAMBDA, Optional.of(rig.lambda.upstream()), Optional.empty());
        assertThat(getConcurrently(2, 20)).allMatch(answer -> EdgeRig.tierOf(answer).equals("lambda"));
        go.complete();

        assertThat(inFlight.get(10, TimeUnit.SECONDS).body()).isEqualTo("fargate");
        assertThat(rig.fargate.requests()).isEqualTo(1);
    }

    @Test
    void withoutAnUpstreamTheAnswerIsAClear503() throws Exception {
        rig.weights.set(Split.ALL_LAMBDA, Optional.empty(), Optional.empty());

        HttpResponse<String> answer = rig.get("/");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("retry-after")).contains("1");
        assertThat(answer.headers().firstValue("content-type")).contains("application/problem+json");
        assertThat(answer.body()).contains("\"reason\":\"no-upstream\"");
        assertThat(EdgeRig.tierOf(answer)).isEqualTo("edge");
    }

    private List<HttpResponse<String>> getConcurrently(int clients, int each)
            throws InterruptedException, ExecutionException {
        List<HttpResponse<String>> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(clients)) {
            Callable<List<HttpResponse<String>>> client = () -> {
                List<HttpResponse<String>> mine = new ArrayList<>();
                for (int i = 0; i < each; i++) {
                    mine.add(rig.get("/" + i));
                }
                return mine;
            };
            for (Future<List<HttpResponse<String>>> mine : threads.invokeAll(Collections.nCopies(clients, client))) {
                answers.addAll(mine.get());
            }
        }
        return answers;
    }
}
