package dev.lambdaflex.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.vertx.core.json.JsonObject;

import dev.lambdaflex.cli.testing.FakeApi;
import dev.lambdaflex.cli.testing.Samples;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerbsTest {

    private final FakeApi api = new FakeApi();

    @AfterEach
    void close() {
        api.close();
    }

    @ParameterizedTest
    @CsvSource({"pause,pause", "resume,resume", "promote,promote", "promote --full,promote-full",
            "step-back,step-back", "abort,abort", "retry,retry"})
    void eachVerbIsPostedToItsOwnPlace(String command, String verb) {
        String line = "POST /v1/apps/petstore/migrations/current/" + verb;
        api.json(line, 200, Samples.done("done as asked", Samples.shifting()));
        Ran ran = Ran.against(api.url(), (command + " petstore --reason because").split(" "));
        assertThat(ran).isEqualTo(new Ran(0, "done as asked\n", ""));
        assertThat(api.lines()).containsExactly(line);
        assertThat(api.last().body()).isEqualTo("{\"reason\":\"because\"}");
        assertThat(api.last().header("Content-type")).isEqualTo("application/json");
    }

    @Test
    void theOnlyAppNeedsNoName() {
        api.json("GET /v1/apps", 200, Samples.apps(Samples.shifting()))
                .json("POST /v1/apps/petstore/migrations/current/pause", 200,
                        Samples.done("paused", Samples.shifting()));
        assertThat(Ran.against(api.url(), "pause").out()).isEqualTo("paused\n");
        assertThat(api.last().body()).isEqualTo("{}");
    }

    @Test
    void amongSeveralAppsTheNameIsNeeded() {
        api.json("GET /v1/apps", 200, Samples.apps(Samples.shifting(), Samples.shifting().put("app", "shop")));
        Ran ran = Ran.against(api.url(), "abort");
        assertThat(ran).isEqualTo(new Ran(2, "", "lambdaflex: APP: missing (expected: one of petstore, shop)\n"));
    }

    @Test
    void weightsAreSetWithTheEtagOfThisMoment() {
        api.json("GET /v1/apps/petstore/weights", 200, Samples.shifting().getJsonObject("weights").encode())
                .json("PUT /v1/apps/petstore/weights", 200, Samples.done("25 % it is", Samples.shifting()));
        Ran ran = Ran.against(api.url(), "weights", "set", "petstore", "--fargate", "25%", "--reason", "lunch",
                "--hold", "30m", "--override", "max-jump,freeze");
        assertThat(ran.out()).isEqualTo("25 % it is\n");
        assertThat(api.last().header("If-match")).isEqualTo("\"41\"");
        assertThat(new JsonObject(api.last().body())).isEqualTo(new JsonObject("""
                {"fargatePercent":25.0,"reason":"lunch","hold":"PT30M","override":["max-jump","freeze"]}"""));
    }

    @Test
    void weightsCanBeSetForAVersionThatWasSeenBefore() {
        api.problem("PUT /v1/apps/petstore/weights", 412, "version: 39 (expected: 41)");
        Ran ran = Ran.against(api.url(), "weights", "set", "petstore", "--fargate", "2.5", "--reason", "r",
                "--if-version", "39");
        assertThat(ran.code()).isEqualTo(4);
        assertThat(ran.err()).contains("version: 39 (expected: 41)", "somebody else was faster").hasLineCount(1);
        assertThat(api.last().header("If-match")).isEqualTo("\"39\"");
    }

    @Test
    void aMigrationIsStartedWithItsPlan() {
        api.json("POST /v1/apps/petstore/migrations", 202, Samples.done("started", Samples.shifting()));
        Ran ran = Ran.against(api.url(), "migrate", "petstore", "--to", "fargate", "--plan", "linear:10%/30s");
        assertThat(ran.out()).isEqualTo("started\n");
        assertThat(new JsonObject(api.last().body()))
                .isEqualTo(new JsonObject().put("to", "FARGATE").put("plan", "linear:10%/30s"));
    }

    @Test
    void theTokenOfTheStateFolderIsSent(@TempDir Path state) throws IOException {
        Files.writeString(state.resolve("token"), "secret\n");
        Files.writeString(state.resolve("api"), api.url() + "\n");
        api.json("POST /v1/apps/petstore/migrations/current/pause", 200, Samples.done("paused", Samples.shifting()));
        assertThat(Ran.lambdaflex("pause", "petstore", "--state-dir", state.toString()).code()).isEqualTo(0);
        assertThat(api.last().header("Authorization")).isEqualTo("Bearer secret");
    }

    @Test
    void anAnswerInJsonIsPassedOn() {
        api.json("GET /v1/apps/petstore", 200, Samples.shifting().encode());
        Ran ran = Ran.against(api.url(), "status", "petstore", "-o", "json");
        assertThat(new JsonObject(ran.out())).isEqualTo(Samples.shifting());
    }

    @ParameterizedTest
    @CsvSource({"400,2", "401,5", "403,5", "404,2", "409,4", "412,4", "428,4", "429,4", "500,70", "503,3"})
    void aProblemIsItsSentenceAndTheExitCodeThatBelongsToIt(int status, int exitCode) {
        api.problem("GET /v1/apps/petstore", status, "the sentence of it");
        Ran ran = Ran.against(api.url(), "status", "petstore");
        assertThat(ran.code()).isEqualTo(exitCode);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).startsWith("lambdaflex: the sentence of it").hasLineCount(1);
    }

    @ParameterizedTest
    @CsvSource({"'<html>no</html>'", "'[1]'", "''", "'{\"detail\":[]}'"})
    void aRefusalThatIsNoProblemStillGetsASentence(String body) {
        api.json("GET /v1/apps/petstore", 418, body);
        Ran ran = Ran.against(api.url(), "status", "petstore");
        assertThat(ran).isEqualTo(new Ran(2, "", "lambdaflex: the API answered 418 without saying why\n"));
    }

    @Test
    void somethingThatIsNoControlApiIsSaidToBeNone() {
        api.json("GET /v1/apps", 200, "<html>welcome</html>");
        Ran ran = Ran.against(api.url(), "status");
        assertThat(ran.code()).isEqualTo(3);
        assertThat(ran.err()).contains("this is no control API: '<html>welcome</html>'").hasLineCount(1);
    }

    @Test
    void whatWouldMoveTheCursorIsNotPrinted() {
        api.problem("GET /v1/apps/petstore", 409, "a\\u001b[2Jb\\u202ec");
        assertThat(Ran.against(api.url(), "status", "petstore").err()).isEqualTo("lambdaflex: a?[2Jb?c\n");
    }

    @Test
    void withVerboseTheStackTraceIsShown() {
        api.json("GET /v1/apps/petstore", 200, "{}");
        Ran silent = Ran.against(api.url(), "status", "petstore");
        assertThat(silent.code()).isEqualTo(70);
        assertThat(silent.err()).startsWith("lambdaflex: internal error: ").hasLineCount(1);
        assertThat(Ran.against(api.url(), "status", "petstore", "--verbose").err()).contains("\tat dev.lambdaflex.cli");
    }
}
