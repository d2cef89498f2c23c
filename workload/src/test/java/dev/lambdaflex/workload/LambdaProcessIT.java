package dev.lambdaflex.workload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lambdaflex.workload.testing.Events;
import dev.lambdaflex.workload.testing.FakeRuntimeApi;
import dev.lambdaflex.workload.testing.FakeRuntimeApi.Posted;
import dev.lambdaflex.workload.testing.OddWorkload;
import dev.lambdaflex.workload.testing.WorkloadProcess;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The packaged workload as a Lambda custom runtime, a real process against a Runtime API of ours. */
class LambdaProcessIT {

    private FakeRuntimeApi api;

    @BeforeEach
    void startRuntimeApi() throws Exception {
        api = new FakeRuntimeApi();
    }

    @AfterEach
    void stopRuntimeApi() {
        api.close();
    }

    @Test
    void thePetStoreAnswersEventsAsLambdaAndPrintsNothing() throws Exception {
        try (WorkloadProcess process = WorkloadProcess.petStore(environment())) {
            JsonObject tier = answer(api.invoke(Events.get("/tier")));
            assertThat(tier.getInteger("statusCode")).isEqualTo(200);
            assertThat(tier.getJsonObject("headers").getString("x-lambdaflex-tier")).isEqualTo("lambda");
            assertThat(new JsonObject(tier.getString("body")).getLong("served")).isEqualTo(1);
            JsonObject echo = answer(api.invoke(Events.request("GET", "/echo", "text=h%C3%A9llo").encode()));
            assertThat(new JsonObject(echo.getString("body")).getString("text")).isEqualTo("héllo");
            process.sigterm();
            assertThat(process.exitCode()).isEqualTo(143);
            assertThat(process.restOfOutput()).isEmpty();
            assertThat(api.protocolBreaks()).isZero();
        }
    }

    @Test
    void aPetIsCreatedFromABase64Body() throws Exception {
        try (WorkloadProcess _ = WorkloadProcess.petStore(environment())) {
            String event = Events.request("POST", "/pets", "")
                    .put("body", "eyJuYW1lIjoiRmlubiIsInNwZWNpZXMiOiJjYXQifQ==")
                    .put("isBase64Encoded", true)
                    .encode();
            JsonObject answer = answer(api.invoke(event));
            assertThat(answer.getInteger("statusCode")).isEqualTo(201);
            assertThat(answer.getJsonObject("headers").getString("location")).isEqualTo("/pets/6");
        }
    }

    @Test
    void aMalformedEventIsReportedAndTheProcessLivesOn() throws Exception {
        try (WorkloadProcess process = WorkloadProcess.odd(environment())) {
            for (String event : new String[]{"no json", "[]", "{}", "{\"version\":\"1.0\"}", "{\"Records\":[]}"}) {
                Posted posted = outcome(api.invoke(event));
                assertThat(posted.kind()).isEqualTo("error");
                assertThat(posted.errorType()).isEqualTo("Workload.MalformedEvent");
                assertThat(posted.body().getString("errorMessage")).startsWith("event: ");
                assertThat(posted.body().getJsonArray("stackTrace")).isEmpty();
            }
            assertThat(answer(api.invoke(Events.get("/fine"))).getString("body")).isEqualTo("fine");
            assertThat(process.errors()).contains("Workload.MalformedEvent");
        }
    }

    @Test
    void aThrowingHandlerGivesTheSame500AsOnTheOtherTier() throws Exception {
        try (WorkloadProcess process = WorkloadProcess.odd(environment())) {
            assertThat(answer(api.invoke(Events.get("/throw"))).getInteger("statusCode")).isEqualTo(500);
            assertThat(answer(api.invoke(Events.get("/fine"))).getInteger("statusCode")).isEqualTo(200);
            assertThat(process.isAlive()).isTrue();
        }
    }

    @Test
    void aHandlerThatCutsTheConnectionIsAFunctionError() throws Exception {
        try (WorkloadProcess _ = WorkloadProcess.odd(environment())) {
            assertThat(outcome(api.invoke(Events.get("/cut"))).errorType()).isEqualTo("Workload.NoAnswer");
            assertThat(answer(api.invoke(Events.get("/fine"))).getInteger("statusCode")).isEqualTo(200);
        }
    }

    @Test
    void aHandlerThatNeverAnswersFailsBeforeTheDeadline() throws Exception {
        try (WorkloadProcess _ = WorkloadProcess.odd(environment())) {
            Posted posted = outcome(api.invoke(Events.get("/never"), Duration.ofMillis(600)));
            assertThat(posted.errorType()).isEqualTo("Workload.DeadlineExceeded");
            assertThat(answer(api.invoke(Events.get("/fine"))).getInteger("statusCode")).isEqualTo(200);
        }
    }

    @Test
    void aBlockedEventLoopDoesNotKeepTheFailureFromBeingReported() throws Exception {
        try (WorkloadProcess _ = WorkloadProcess.odd(environment())) {
            Posted posted = outcome(api.invoke(Events.get("/block"), Duration.ofMillis(600)));
            assertThat(posted.errorType()).isEqualTo("Workload.DeadlineExceeded");
            assertThat(answer(api.invoke(Events.get("/fine"))).getString("body")).isEqualTo("fine");
        }
    }

    @Test
    void anAnswerBeyondLambdasLimitIsAFunctionErrorWithItsSize() throws Exception {
        try (WorkloadProcess _ = WorkloadProcess.odd(environment())) {
            Posted posted = outcome(api.invoke(Events.get("/huge")));
            assertThat(posted.errorType()).isEqualTo("Workload.AnswerTooLarge");
            assertThat(posted.body().getString("errorMessage")).contains("expected: at most 6291456");
        }
    }

    @Test
    void anAnswerThatTheRuntimeApiRefusesBecomesAnError() throws Exception {
        try (WorkloadProcess _ = WorkloadProcess.odd(environment())) {
            api.answerResponsesWith(413);
            assertThat(outcome(api.invoke(Events.get("/fine"))).errorType()).isEqualTo("Workload.AnswerRefused");
            api.answerResponsesWith(202);
            assertThat(answer(api.invoke(Events.get("/fine"))).getInteger("statusCode")).isEqualTo(200);
        }
    }

    @Test
    void anAppThatCannotStartIsAnInitError() throws Exception {
        Map<String, String> failing = Map.of("AWS_LAMBDA_RUNTIME_API", api.address(), "ODD_FAILS_TO_START", "true");
        try (WorkloadProcess process = WorkloadProcess.odd(failing)) {
            Posted posted = outcome(api.initError());
            assertThat(posted.errorType()).isEqualTo("Workload.InitFailed");
            assertThat(posted.body().getString("errorMessage")).contains("no database");
            assertThat(process.exitCode()).isEqualTo(1);
            assertThat(api.asked()).isNotDone();
        }
    }

    @Test
    void aWrongEnvironmentIsAnInitErrorToo() throws Exception {
        Map<String, String> wrong = Map.of("AWS_LAMBDA_RUNTIME_API", api.address(), "PORT", "http");
        try (WorkloadProcess process = WorkloadProcess.petStore(wrong)) {
            assertThat(outcome(api.initError()).body().getString("errorMessage"))
                    .isEqualTo("PORT: http (expected: 0 to 65535)");
            assertThat(process.exitCode()).isEqualTo(2);
        }
    }

    @Test
    void aStreamedAnswerGoesOutWhileItComes() throws Exception {
        try (WorkloadProcess _ = WorkloadProcess.odd(streaming("2"))) {
            CompletableFuture<Posted> drip = api.invoke(Events.get("/drip"));
            assertThat(api.firstBytes().get(60, TimeUnit.SECONDS)).isEqualTo("one ");
            assertThat(drip).isNotDone();
            assertThat(outcome(api.invoke(Events.get("/dry"))).body().getString("body")).isEqualTo("dried");
            Posted posted = outcome(drip);
            assertThat(posted.kind()).isEqualTo("streamed");
            assertThat(posted.body().getString("body")).isEqualTo("one two");
            assertThat(posted.body().getString("contentType"))
                    .isEqualTo("application/vnd.awslambda.http-integration-response");
            assertThat(posted.body().getInteger("statusCode")).isEqualTo(200);
            assertThat(posted.body().getJsonObject("headers").getString("x-lambdaflex-tier")).isEqualTo("lambda");
        }
    }

    @Test
    void aStreamedAnswerMayBeLargerThanABufferedOne() throws Exception {
        try (WorkloadProcess _ = WorkloadProcess.odd(streaming("1"))) {
            Posted posted = outcome(api.invoke(Events.get("/huge")));
            assertThat(posted.kind()).isEqualTo("streamed");
            assertThat(posted.body().getString("body")).hasSize(7 * 1024 * 1024);
        }
    }

    @Test
    void aStreamedAnswerThatBreaksOffIsCutAndTheProcessLivesOn() throws Exception {
        try (WorkloadProcess process = WorkloadProcess.odd(streaming("1"))) {
            assertThat(outcome(api.invoke(Events.get("/break"))).kind()).isEqualTo("truncated");
            assertThat(outcome(api.invoke(Events.get("/drip"), Duration.ofMillis(900))).kind()).isEqualTo("truncated");
            assertThat(outcome(api.invoke(Events.get("/cut"))).errorType()).isEqualTo("Workload.NoAnswer");
            assertThat(outcome(api.invoke(Events.get("/fine"))).body().getString("body")).isEqualTo("fine");
            assertThat(process.errors()).contains("the answer broke off: the app broke off")
                    .contains("the answer broke off: the app did not end it before the invocation's deadline");
        }
    }

    @Test
    void asManyInvocationsAreTakenAtATimeAsLambdaSays() throws Exception {
        Map<String, String> two = Map.of("AWS_LAMBDA_RUNTIME_API", api.address(), "AWS_LAMBDA_MAX_CONCURRENCY", "2");
        try (WorkloadProcess process = WorkloadProcess.odd(two)) {
            CompletableFuture<Posted> first = api.invoke(Events.get("/pair"));
            CompletableFuture<Posted> second = api.invoke(Events.get("/pair"));
            assertThat(answer(first).getString("body")).isEqualTo("together");
            assertThat(answer(second).getString("body")).isEqualTo("together");
            process.sigterm();
            assertThat(process.exitCode()).isEqualTo(143);
        }
    }

    @Test
    void sigtermFinishesTheInvocationInHand() throws Exception {
        try (WorkloadProcess process = WorkloadProcess.odd(environment())) {
            CompletableFuture<Posted> slow = api.invoke(Events.get("/slow"));
            process.awaitErrorLine(OddWorkload.SLOW_BEGINS);
            process.sigterm();
            assertThat(answer(slow).getString("body")).isEqualTo("slow but there");
            assertThat(process.exitCode()).isEqualTo(143);
        }
    }

    @Test
    void sigtermInTheMiddleOfAQueueLeavesNoInvocationTakenAndUnanswered() throws Exception {
        try (WorkloadProcess process = WorkloadProcess.odd(environment())) {
            List<CompletableFuture<Posted>> queue = Stream.generate(() -> api.invoke(Events.get("/slow")))
                    .limit(50)
                    .toList();
            process.awaitErrorLine(OddWorkload.SLOW_BEGINS);
            process.sigterm();
            assertThat(process.exitCode()).isEqualTo(143);
            assertThat(answer(queue.getFirst()).getString("body")).isEqualTo("slow but there");
            assertThat(api.owed()).isZero();
            assertThat(queue.getLast()).isNotDone();
        }
    }

    @Test
    void theProcessEndsWhenTheRuntimeApiIsGone() throws Exception {
        try (WorkloadProcess process = WorkloadProcess.petStore(environment())) {
            answer(api.invoke(Events.get("/")));
            api.close();
            assertThat(process.exitCode()).isEqualTo(1);
            assertThat(process.errors()).contains("Runtime API lost");
        }
    }

    private Map<String, String> streaming(String concurrency) {
        return Map.of("AWS_LAMBDA_RUNTIME_API", api.address(), "AWS_LAMBDA_MAX_CONCURRENCY", concurrency,
                "LAMBDAFLEX_RESPONSE_STREAMING", "true");
    }

    private Map<String, String> environment() {
        return Map.of("AWS_LAMBDA_RUNTIME_API", api.address());
    }

    private static Posted outcome(CompletableFuture<Posted> posted) throws Exception {
        return posted.get(60, TimeUnit.SECONDS);
    }

    private static JsonObject answer(CompletableFuture<Posted> posted) throws Exception {
        Posted outcome = outcome(posted);
        assertThat(outcome.kind()).as("%s", outcome.body()).isEqualTo("response");
        return outcome.body();
    }
}
