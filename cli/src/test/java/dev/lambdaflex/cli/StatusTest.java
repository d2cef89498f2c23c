package dev.lambdaflex.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;

import dev.lambdaflex.cli.testing.FakeApi;
import dev.lambdaflex.cli.testing.Samples;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StatusTest {

    private final FakeApi api = new FakeApi();

    @AfterEach
    void close() {
        api.close();
    }

    @Test
    void oneAppIsShownWithAllThatIsKnown() {
        api.json("GET /v1/apps", 200, Samples.apps(Samples.shifting()));
        assertThat(Ran.against(api.url(), "status").out().replace('█', '#').replace('░', '.')).isEqualTo("""
                petstore  shifting up, step 3 of 7, for 2 min 5 s

                  lambda   ###########################...  90 %  95 % live
                  fargate  ###...........................  10 %  5 % live

                  now      step 3/7 at 10 %: 212 of 300 requests needed
                  plan     1 5 [10] 25 50 75 100 %, 2 min each
                  gate     pass  health    fargate  2 of 2 targets healthy
                  gate     wait  requests  fargate  212 of 300 requests
                  lambda   answers, 1,908 requests, 0 errors, p99 83 ms
                  fargate  ready, 2 of 2 tasks run, 2 healthy, answers, 212 requests, 1 error, p99 12 ms
                  demand   17.7 requests/s, lately 18.2
                  verbs    pause promote promote-full step-back abort set-weights
                """);
    }

    @Test
    void severalAppsAreALineEach() {
        api.json("GET /v1/apps", 200, Samples.apps(Samples.shifting(), Samples.resting("LAMBDA").put("app", "shop")));
        assertThat(Ran.against(api.url(), "status").out()).isEqualTo("""
                APP       FARGATE  PHASE                     NOW
                petstore  10 %     shifting up, step 3 of 7  step 3/7 at 10 %: 212 of 300 requests needed
                shop      10 %     resting on lambda         step 3/7 at 10 %: 212 of 300 requests needed
                """);
    }

    @Test
    void aHoldSaysWhoWhyAndWhatComesAfterIt() {
        JsonObject held = Samples.shifting();
        held.put("phase", new JsonObject().put("name", "held")
                .put("since", "2026-11-24T12:00:00Z")
                .put("hold", new JsonObject().put("name", "paused").put("actor", "anna").put("why", "lunch"))
                .put("resumes", held.getJsonObject("phase")));
        api.json("GET /v1/apps/petstore", 200, held.encode());
        assertThat(Ran.against(api.url(), "status", "petstore").out())
                .startsWith("petstore  held: paused by anna (lunch); then shifting up, step 3 of 7, for 2 min 5 s\n");
    }

    @Test
    void atRestThePlanIsShownAsItRises() {
        JsonObject resting = Samples.resting("LAMBDA");
        resting.getJsonObject("plan").putNull("currentStep").put("direction", "DOWN");
        api.json("GET /v1/apps/petstore", 200, resting.encode());
        assertThat(Ran.against(api.url(), "status", "petstore").out())
                .contains("  plan     1 5 10 25 50 75 100 %, 2 min each\n");
    }

    @Test
    void whatCannotBeReadIsSaid() {
        JsonObject blind = Samples.shifting();
        blind.getJsonObject("weights").putNull("live");
        blind.putNull("demand").getJsonArray("blind").add("telemetry: throttled");
        blind.getJsonObject("tiers")
                .getJsonObject("fargate")
                .put("seen", false)
                .putNull("served")
                .putNull("status")
                .putNull("desiredTasks")
                .putNull("detail");
        api.json("GET /v1/apps/petstore", 200, blind.encode());
        assertThat(Ran.against(api.url(), "status", "petstore").out()).contains("records cannot be read",
                "blind    telemetry: throttled", "fargate  cannot be read", "demand   cannot be read");
    }

    @Test
    void weightsShowWhereTheRecordsLead() {
        api.json("GET /v1/apps/petstore/weights", 200, Samples.shifting().getJsonObject("weights").encode());
        assertThat(Ran.against(api.url(), "weights", "get", "petstore").out()).contains("petstore  version 41",
                "weight 95 to api.example.org", "weight 5 to lb.example.org");
    }
}
