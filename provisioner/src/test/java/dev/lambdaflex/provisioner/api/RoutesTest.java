package dev.lambdaflex.provisioner.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.openapi.contract.OpenAPIContract;
import io.vertx.openapi.contract.Operation;
import io.vertx.openapi.validation.ResponseValidator;
import io.vertx.openapi.validation.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.lambdaflex.provisioner.reconcile.Status;
import dev.lambdaflex.weights.gate.GateReport;
import dev.lambdaflex.weights.migration.HoldReason;
import dev.lambdaflex.weights.migration.Observation;
import dev.lambdaflex.weights.migration.Phase;
import dev.lambdaflex.weights.migration.Request;
import dev.lambdaflex.weights.migration.Verb;
import dev.lambdaflex.weights.plan.Direction;
import dev.lambdaflex.weights.plan.PlanText;
import dev.lambdaflex.weights.safety.SafetyRule;
import dev.lambdaflex.weights.split.RecordSet;
import dev.lambdaflex.weights.split.Split;
import dev.lambdaflex.weights.split.Tier;

class RoutesTest extends ApiTestBase {

    private static final Map<String, Verb> VERBS = Map.of("pause", new Verb.Pause(), "resume", new Verb.Resume(),
            "promote", new Verb.Promote(), "promote-full", new Verb.PromoteFull(), "step-back", new Verb.StepBack(),
            "abort", new Verb.Abort(), "retry", new Verb.Retry());

    @Test
    void anAppIsShownWithAllThatIsKnown() throws Exception {
        HttpResponse<Buffer> response = get(PETS);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.getHeader("ETag")).isEqualTo("\"12\"");
        JsonObject app = response.bodyAsJsonObject();
        assertThat(app.getString("app")).isEqualTo("pets");
        assertThat(app.getString("reason")).isEqualTo("step 4 of 7 at 25 %: 212 of 300 requests needed");
        assertThat(app.getJsonObject("phase").getString("name")).isEqualTo("shifting-up");
        assertThat(app.getJsonObject("phase").getInteger("step")).isEqualTo(4);
        assertThat(app.getJsonObject("weights").getJsonObject("wanted").getInteger("fargatePercent")).isEqualTo(25);
        assertThat(app.getJsonObject("plan").getInteger("currentStep")).isEqualTo(4);
        assertThat(app.getJsonObject("gates").getString("verdict")).isEqualTo("INCONCLUSIVE");
        assertThat(app.getJsonObject("tiers").getJsonObject("fargate").getInteger("healthyTargets")).isEqualTo(2);
        assertThat(app.getJsonArray("verbs")).contains("promote", "abort");
        assertThat(app.getJsonArray("blind")).containsExactly("metrics of fargate: throttled");
    }

    @Test
    void weightsHaveTheTagToChangeThemWith() throws Exception {
        HttpResponse<Buffer> response = get(PETS + "/weights");
        assertThat(response.getHeader("ETag")).isEqualTo("\"12\"");
        assertThat(response.bodyAsJsonObject().getJsonObject("live").getInteger("lambdaPercent")).isEqualTo(75);
        assertThat(response.bodyAsJsonObject().getJsonObject("records").getJsonObject("fargate").getInteger("weight"))
                .isEqualTo(25);
    }

    @Test
    void everyPhaseAndEveryBlindnessFitsTheContract(Vertx vertx) throws Exception {
        OpenAPIContract contract = await(Contract.load(vertx));
        List<Phase> plain = List.of(new Phase.Resting(Tier.LAMBDA, FakeApps.NOON),
                new Phase.Provisioning(FakeApps.NOON),
                new Phase.Verifying(true, FakeApps.NOON), FakeApps.SHIFTING,
                new Phase.Shifting(Direction.DOWN, 6, 1, 2, true, FakeApps.NOON), new Phase.Baking(1, FakeApps.NOON),
                new Phase.Quiescing(FakeApps.NOON),
                new Phase.TearingDown(1, Optional.of(FakeApps.NOON), FakeApps.NOON, FakeApps.NOON),
                new Phase.RollingBack(Tier.LAMBDA, new Split(1_234), true, "errors", FakeApps.NOON, FakeApps.NOON),
                new Phase.RollbackFailed(new Phase.RollingBack(Tier.LAMBDA, Split.ofPercent(5), false, "errors",
                        FakeApps.NOON, FakeApps.NOON), FakeApps.NOON));
        List<HoldReason> reasons = List.of(new HoldReason.Paused("operator", "lunch"),
                new HoldReason.ManualWeights(Split.ofPercent(40), "operator", "test", Optional.of(FakeApps.NOON),
                        Set.of(SafetyRule.MAX_JUMP)),
                new HoldReason.Inconclusive(), new HoldReason.Blind(),
                new HoldReason.TeardownStuck("a network interface"),
                new HoldReason.Drifted(RecordSet.of(Split.ofPercent(60), "gateway", "balancer")));
        int number = 0;
        for (Phase phase : plain) {
            apps.with("app-" + number++, phase);
            for (HoldReason reason : reasons) {
                apps.with("app-" + number++, new Phase.Held(reason, phase, FakeApps.NOON));
            }
        }
        Status known = FakeApps.status("blind", 1, plain.getFirst());
        apps.with(new Status("blind", 0, known.state(), Observation.blind("everything is away"), known.reason(),
                GateReport.NONE, known.at()));
        HttpResponse<Buffer> all = get("/v1/apps");
        assertThat(all.bodyAsJsonObject().getJsonArray("apps")).hasSize(number + 2);
        fits(vertx, contract, "listApps", all);
        for (int i = 0; i < number; i++) {
            fits(vertx, contract, "getApp", get("/v1/apps/app-" + i));
        }
        apps.happens("pets", "something");
        fits(vertx, contract, "getApp", get("/v1/apps/blind"));
        fits(vertx, contract, "getWeights", get("/v1/apps/blind/weights"));
        fits(vertx, contract, "getEvents", get(PETS + "/events"));
        fits(vertx, contract, "setWeights", putWeights("{\"fargatePercent\":25,\"reason\":\"x\"}"));
        fits(vertx, contract, "startMigration", post(PETS + "/migrations", "{\"to\":\"LAMBDA\"}"));
    }

    private static void fits(Vertx vertx, OpenAPIContract contract, String operation, HttpResponse<Buffer> response)
            throws Exception {
        ValidatableResponse given = ValidatableResponse.create(response.statusCode(), headers(response),
                response.body(),
                "application/json");
        await(ResponseValidator.create(vertx, contract).validate(given, operation));
    }

    private static Map<String, String> headers(HttpResponse<Buffer> response) {
        Map<String, String> headers = new HashMap<>();
        response.headers().forEach(header -> headers.put(header.getKey(), header.getValue()));
        return headers;
    }

    @Test
    void theContractsExpectationOfResponsesIsNotEmpty(Vertx vertx) throws Exception {
        OpenAPIContract contract = await(Contract.load(vertx));
        ValidatableResponse wrong = ValidatableResponse.create(200, Buffer.buffer("{\"apps\":[{\"app\":1}]}"),
                "application/json");
        assertThat(ResponseValidator.create(vertx, contract)
                .validate(wrong, "listApps")
                .toCompletionStage()
                .toCompletableFuture()).failsWithin(Duration.ofSeconds(10));
    }

    @Test
    void weightsAreSetAsTheBodySays() throws Exception {
        HttpResponse<Buffer> response = putWeights(
                "{\"fargatePercent\":12.5,\"reason\":\"load test\",\"hold\":\"PT30M\","
                        + "\"override\":[\"max-jump\",\"freeze\"]}");
        assertThat(response.statusCode()).as(response.bodyAsString()).isEqualTo(200);
        assertThat(response.getHeader("ETag")).isEqualTo("\"13\"");
        assertThat(response.bodyAsJsonObject().getString("message")).isEqualTo("set-weights is done");
        assertThat(response.bodyAsJsonObject().getJsonObject("app").getInteger("version")).isEqualTo(13);
        assertThat(apps.asked).containsExactly(new FakeApps.Asked("pets",
                new Request(new Verb.SetWeights(Split.ofPercent(new BigDecimal("12.5")),
                        Optional.of(Duration.ofMinutes(30)), Set.of(SafetyRule.MAX_JUMP, SafetyRule.FREEZE)),
                        "operator",
                        "load test"),
                OptionalLong.of(12)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "0.01", "100", "99.99", "25.00", "1E+1"})
    void everyHundredthOfAPercentIsTaken(String percent) throws Exception {
        assertThat(putWeights("{\"fargatePercent\":" + percent + ",\"reason\":\"x\"}").statusCode()).isEqualTo(200);
        assertThat(apps.asked.getFirst().request().verb()).isEqualTo(
                new Verb.SetWeights(Split.ofPercent(new BigDecimal(percent)), Optional.empty(), Set.of()));
    }

    @Test
    void aStarMatchesAnyVersion() throws Exception {
        await(write("PUT", PETS + "/weights").putHeader("If-Match", "*")
                .putHeader("Content-Type", "application/json; charset=UTF-8")
                .sendBuffer(Buffer.buffer("{\"fargatePercent\":1,\"reason\":\"x\"}")));
        assertThat(apps.asked.getFirst().ifVersion()).isEmpty();
    }

    @Test
    void aMigrationIsStartedAndLocated() throws Exception {
        HttpResponse<Buffer> response = post(PETS + "/migrations",
                "{\"to\":\"FARGATE\",\"plan\":\"linear:10%/30s\",\"reason\":\"sale\"}");
        assertThat(response.statusCode()).as(response.bodyAsString()).isEqualTo(202);
        assertThat(response.getHeader("Location")).isEqualTo(PETS);
        assertThat(apps.asked).containsExactly(new FakeApps.Asked("pets",
                new Request(new Verb.Start(Tier.FARGATE, Optional.of(PlanText.parse("linear:10%/30s"))), "operator",
                        "sale"),
                OptionalLong.empty()));
    }

    @Test
    void everyVerbIsPassedOnWithAndWithoutAReason() throws Exception {
        for (Map.Entry<String, Verb> verb : VERBS.entrySet()) {
            apps.asked.clear();
            String path = PETS + "/migrations/current/" + verb.getKey();
            assertThat(post(path, "{\"reason\":\"because\"}").statusCode()).isEqualTo(200);
            assertThat(await(write("POST", path).send()).statusCode()).isEqualTo(200);
            assertThat(apps.asked).extracting(FakeApps.Asked::request)
                    .containsExactly(new Request(verb.getValue(), "operator", "because"),
                            new Request(verb.getValue(), "operator", ""));
        }
    }

    @Test
    void theOwnPageMayWrite() throws Exception {
        HttpResponse<Buffer> response = await(write("POST", PETS + "/migrations/current/pause")
                .putHeader("Origin", "http://127.0.0.1:" + api().port())
                .putHeader("Sec-Fetch-Site", "same-origin")
                .send());
        assertThat(response.statusCode()).isEqualTo(200);
    }

    @Test
    void appsWithStrangeNamesAreReachedByTheirEncodedNames() throws Exception {
        apps.with("<img src=x onerror=alert(1)>", FakeApps.SHIFTING).with("a/b", FakeApps.SHIFTING);
        assertThat(get("/v1/apps/%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E").bodyAsJsonObject().getString("app"))
                .isEqualTo("<img src=x onerror=alert(1)>");
    }

    @Test
    void historyIsReadInPages() throws Exception {
        for (int i = 1; i <= 5; i++) {
            apps.happens("pets", "event " + i);
        }
        assertThat(texts(PETS + "/events")).containsExactly("event 1", "event 2", "event 3", "event 4", "event 5");
        assertThat(texts(PETS + "/events?after=2&limit=2")).containsExactly("event 3", "event 4");
        assertThat(texts(PETS + "/events?after=5")).isEmpty();
        JsonObject first = get(PETS + "/events?limit=1").bodyAsJsonObject().getJsonArray("events").getJsonObject(0);
        assertThat(first).isEqualTo(new JsonObject().put("seq", 1)
                .put("at", "2026-11-24T12:00:00Z")
                .put("app", "pets")
                .put("kind", "TRANSITION")
                .put("actor", "automation")
                .put("phase", "shifting-up")
                .put("before", 10)
                .put("after", 25.5)
                .put("text", "event 1"));
    }

    private List<String> texts(String path) throws Exception {
        JsonArray events = get(path).bodyAsJsonObject().getJsonArray("events");
        return events.stream().map(event -> ((JsonObject) event).getString("text")).toList();
    }

    @Test
    void healthReadinessAndMetricsAreTold() throws Exception {
        assertThat(get("/healthz").bodyAsString()).isEqualTo("ok\n");
        assertThat(get("/readyz").bodyAsString()).isEqualTo("ready\n");
        post(PETS + "/migrations/current/pause", "");
        get(PETS);
        assertThat(get("/metrics").bodyAsString()).contains(
                "lambdaflex_phase{app=\"pets\",phase=\"shifting-up\"} 1.0",
                "lambdaflex_phase{app=\"pets\",phase=\"resting\"} 0.0",
                "lambdaflex_split_wanted_ratio{app=\"pets\",tier=\"fargate\"} 0.25",
                "lambdaflex_split_live_ratio{app=\"pets\",tier=\"lambda\"} 0.75",
                "lambdaflex_failures{app=\"pets\"} 0.0", "lambdaflex_tick_age_seconds{app=\"pets\"}",
                "lambdaflex_requests_total{app=\"pets\",outcome=\"done\",verb=\"pause\"} 1.0",
                "lambdaflex_api_requests_seconds_count{operation=\"getApp\",status=\"200\"} 1");
    }

    @Test
    void theDocumentIsServedAsItIs() throws Exception {
        HttpResponse<Buffer> response = get("/openapi.yaml");
        assertThat(response.getHeader("Content-Type")).isEqualTo("application/yaml");
        assertThat(response.bodyAsString()).isEqualTo(Contract.text()).startsWith("openapi: 3.1.0");
    }

    @Test
    void everyOperationOfTheDocumentHasAScopeAndWritesAreNotOpen(Vertx vertx) throws Exception {
        for (Operation operation : await(Contract.load(vertx)).operations()) {
            Optional<Scope> scope = Scope.of(operation.getOperationId());
            assertThat(scope).as(operation.getOperationId()).isPresent();
            boolean reads = operation.getHttpMethod().name().equals("GET");
            assertThat(scope.orElseThrow() == Scope.OPERATE).as(operation.getOperationId()).isEqualTo(!reads);
        }
    }

    @Test
    void thePageIsServedWithItsFilesAndForbidsEverythingForeign() throws Exception {
        for (String path : List.of("/", "/page/index.html", "/page/page.css", "/page/page.js", "/page/api.js",
                "/page/ask.js", "/page/chart.js", "/page/icon.svg")) {
            HttpResponse<Buffer> response = get(path);
            assertThat(response.statusCode()).as(path).isEqualTo(200);
            assertThat(response.getHeader("Content-Security-Policy")).contains("default-src 'self'",
                    "frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'");
            assertThat(response.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(response.getHeader("Referrer-Policy")).isEqualTo("no-referrer");
            assertThat(response.bodyAsString()).as(path)
                    .isNotBlank()
                    .doesNotContain("innerHTML", "document.write", "eval(", " style=", "onclick=", "https://");
            assertThat(await(request("HEAD", path).send()).statusCode()).as(path).isEqualTo(200);
        }
    }
}
