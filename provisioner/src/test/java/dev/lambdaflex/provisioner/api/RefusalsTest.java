package dev.lambdaflex.provisioner.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.UnaryOperator;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.client.HttpRequest;
import io.vertx.ext.web.client.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.lambdaflex.provisioner.reconcile.CloudException;
import dev.lambdaflex.provisioner.reconcile.Outcome;
import dev.lambdaflex.provisioner.store.StoreException;
import dev.lambdaflex.weights.safety.SafetyRule;

class RefusalsTest extends ApiTestBase {

    private static final List<String> VERBS = List.of("pause", "resume", "promote", "promote-full", "step-back",
            "abort",
            "retry");

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "{\"fargatePercent\":101,\"reason\":\"x\"}      | fargatePercent: 101 (expected: 0 to 100)",
            "{\"fargatePercent\":-0.01,\"reason\":\"x\"}    | fargatePercent: -0.01 (expected: 0 to 100)",
            "{\"fargatePercent\":1e999999999,\"reason\":\"x\"} | (expected: 0 to 100)",
            "{\"fargatePercent\":12.345,\"reason\":\"x\"}   | fargatePercent: 12.345 (expected: 0 to 100, at most two decimals)",
            "{\"fargatePercent\":\"25\",\"reason\":\"x\"}   | fargatePercent: '25' (expected: a number)",
            "{\"fargatePercent\":null,\"reason\":\"x\"}     | fargatePercent: null (expected: a number)",
            "{\"fargatePercent\":NaN,\"reason\":\"x\"}      | body: not JSON at line 1",
            "{\"reason\":\"x\"}                             | fargatePercent: missing (expected: fargatePercent, reason, hold, override)",
            "{\"fargatePercent\":25}                        | reason: missing",
            "{\"fargatePercent\":25,\"reason\":\"\"}        | reason: '' (expected: 1 to 500 characters)",
            "{\"fargatePercent\":25,\"reason\":\"x\",\"percent\":1} | percent: unknown field (expected: fargatePercent, reason, hold, override)",
            "{\"fargatePercent\":25,\"reason\":\"x\",\"hold\":\"soon\"} | hold: duration: 'soon' (expected: such as 30s",
            "{\"fargatePercent\":25,\"reason\":\"x\",\"hold\":\"PT0S\"} | hold: PT0S (expected: above 0, at most 30 days)",
            "{\"fargatePercent\":25,\"reason\":\"x\",\"hold\":\"PT999H\"} | (expected: above 0, at most 30 days)",
            "{\"fargatePercent\":25,\"reason\":\"x\",\"override\":[\"all\"]} | override.0: 'all' (expected: healthy-tier, verified-capacity, max-jump, freeze)",
            "{\"fargatePercent\":25,\"reason\":\"x\",\"override\":[\"freeze\",\"freeze\"]} | override: [\"freeze\",\"freeze\"] (expected: each only once)",
            "{\"fargatePercent\":25,\"fargatePercent\":26,\"reason\":\"x\"} | body: a name given twice",
            "{\"fargatePercent\":25,                        | body: not JSON at line 1",
            "{\"fargatePercent\":25,\"reason\":\"x\"} {}    | body: more than one JSON value",
            "[]                                             | body: [] (expected: a JSON object)",
            "``                                             | body: missing (expected: one JSON object)"})
    void wrongWeightsAreNamedWithWhatWasExpected(String body, String sentence) throws Exception {
        assertRefused(putWeights(body), 400, sentence);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "{}                                          | to: missing (expected: to, plan, reason)",
            "{\"to\":\"EC2\"}                            | to: 'EC2' (expected: FARGATE, LAMBDA)",
            "{\"to\":\"FARGATE\",\"plan\":\"zigzag\"}    | plan: 'zigzag' is not understood",
            "{\"to\":\"FARGATE\",\"plan\":\"linear:0%\"} | plan: 'linear:0%' is not understood",
            "{\"to\":\"FARGATE\",\"plan\":\"5,4,100\"}   | plan: '5,4,100' is not understood",
            "{\"to\":\"FARGATE\",\"plan\":\"linear:0.01%\"} | plan: 10000 steps (expected: at most 100)",
            "{\"to\":\"FARGATE\",\"plan\":\"1e999999999\"} | plan: '1e999999999' (expected: plain numbers)",
            "{\"to\":\"FARGATE\",\"plan\":\"1,100/99d\"} | (expected: steps of at most 30 days)"})
    void wrongMigrationsAreNamedWithWhatWasExpected(String body, String sentence) throws Exception {
        assertRefused(post(PETS + "/migrations", body), 400, sentence);
    }

    @Test
    void nestingIsBounded() throws Exception {
        assertRefused(putWeights("[".repeat(100_000)), 400, "body: nested deeper than 32");
    }

    @Test
    void bodiesAreBounded() throws Exception {
        String long256 = "{\"fargatePercent\":25,\"reason\":\"" + "x".repeat(256 * 1024) + "\"}";
        assertRefused(putWeights(long256), 413, "body: too long (expected: at most 256 KiB)");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "limit=0     | limit: 0 (expected: 1 to 1000)", "limit=1001 | limit: 1001 (expected: 1 to 1000)",
            "limit=many  | limit: many (expected: a whole number)", "after=-1 | after: -1 (expected: 0 to",
            "after=1.5   | after: 1.5 (expected: a whole number)",
            "after=99999999999999999999 | after: 99999999999999999999 (expected: 0 to"})
    void wrongQueriesAreNamedWithWhatWasExpected(String query, String sentence) throws Exception {
        assertRefused(get(PETS + "/events?" + query), 400, sentence);
    }

    @Test
    void aWrongLastEventIdIsNamed() throws Exception {
        assertRefused(await(request("GET", PETS + "/events").putHeader("Last-Event-ID", "abc").send()), 400,
                "Last-Event-ID: abc (expected: a whole number)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nope", "/v1", "/v1/app", "/v1/apps/pets/weight", "/v1/apps/pets/migrations/current",
            "/v1/apps/pets/migrations/current/destroy", "/page/", "/page/../openapi.yaml.bak", "/favicon.ico",
            "/v1/apps/pets/../../../etc/passwd", "//evil.com/v1/apps/pets"})
    void unknownPathsAre404(String path) throws Exception {
        assertRefused(get(path), 404, "is not known");
    }

    @Test
    void unknownAppsAre404WhateverIsAskedOfThem() throws Exception {
        for (String path : List.of("/v1/apps/none", "/v1/apps/none/weights", "/v1/apps/none/events")) {
            assertRefused(get(path), 404, "app: 'none' is not known");
        }
        assertRefused(await(request("GET", "/v1/apps/none/events").putHeader("Accept", "text/event-stream").send()),
                404,
                "app: 'none' is not known");
        assertRefused(post("/v1/apps/none/migrations", "{\"to\":\"FARGATE\"}"), 404, "app: 'none' is not known");
        for (String verb : VERBS) {
            assertRefused(post("/v1/apps/none/migrations/current/" + verb, "{}"), 404, "app: 'none' is not known");
        }
        assertRefused(await(write("PUT", "/v1/apps/none/weights").putHeader("If-Match", "\"1\"")
                .putHeader("Content-Type", "application/json")
                .sendBuffer(Buffer.buffer("{\"fargatePercent\":1,\"reason\":\"x\"}"))), 404,
                "app: 'none' is not known");
        assertRefused(get("/v1/apps/%3Cimg%20onerror%3D1%3E"), 404, "app: '<img onerror=1>' is not known");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"POST|/v1/apps|GET", "DELETE|/v1/apps/pets|GET",
            "POST|/v1/apps/pets/weights|GET, PUT", "GET|/v1/apps/pets/migrations|POST",
            "GET|/v1/apps/pets/migrations/current/abort|POST", "PUT|/healthz|GET",
            "OPTIONS|/v1/apps/pets/weights|GET, PUT",
            "TRACE|/v1/apps|GET", "PATCH|/v1/apps/pets/weights|GET, PUT"})
    void wrongMethodsAre405AndTellTheRightOnes(String method, String path, String allowed) throws Exception {
        HttpResponse<Buffer> response = await(write(method, path).send());
        assertRefused(response, 405, "method: " + method + " (expected: " + allowed + ")");
        assertThat(response.getHeader("Allow")).isEqualTo(allowed);
        assertThat(response.getHeader("Access-Control-Allow-Origin")).isNull();
    }

    @Test
    void aMethodInAHeaderIsIgnored() throws Exception {
        HttpResponse<Buffer> response = await(request("GET", PETS + "/weights")
                .putHeader("X-HTTP-Method-Override", "PUT")
                .putHeader("X-Method-Override", "PUT")
                .send());
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(apps.asked).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer", "Bearer ", "Bearer nothing", "bearer nothing", "Basic " + SECRET, SECRET,
            "Bearer " + SECRET + "x", "Bearer x" + SECRET, "Token " + SECRET})
    void withoutTheTokenNothingIsWritten(String authorization) throws Exception {
        withoutToken(request -> request.putHeader("Authorization", authorization));
    }

    @Test
    void noHeaderTwoHeadersAndTheTokenInTheUrlAreNoToken() throws Exception {
        withoutToken(request -> request);
        withoutToken(request -> request.addQueryParam("token", SECRET).addQueryParam("access_token", SECRET));
        withoutToken(request -> request.putHeader("Cookie", "token=" + SECRET));
        withoutToken(request -> request.putHeaders(MultiMap.caseInsensitiveMultiMap()
                .add("Authorization", "Bearer " + SECRET)
                .add("Authorization", "Bearer " + SECRET)));
    }

    private void withoutToken(UnaryOperator<HttpRequest<Buffer>> how) throws Exception {
        for (String verb : VERBS) {
            unauthorized(how.apply(request("POST", PETS + "/migrations/current/" + verb)).send());
        }
        unauthorized(
                how.apply(request("POST", PETS + "/migrations")).sendBuffer(Buffer.buffer("{\"to\":\"FARGATE\"}")));
        unauthorized(how.apply(request("PUT", PETS + "/weights")).sendBuffer(Buffer.buffer("{")));
    }

    private void unauthorized(Future<HttpResponse<Buffer>> sent) throws Exception {
        HttpResponse<Buffer> response = await(sent);
        assertRefused(response, 401, "Authorization: no valid token");
        assertThat(response.getHeader("WWW-Authenticate")).isEqualTo("Bearer");
        assertThat(response.bodyAsString()).doesNotContain(SECRET);
    }

    @Test
    void aHeaderOfAMegabyteIsCutOff() throws Exception {
        HttpResponse<Buffer> response = await(
                request("GET", "/healthz").putHeader("Authorization", "Bearer " + "x".repeat(1_000_000)).send());
        assertThat(response.statusCode()).isBetween(400, 431);
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.com", "127.0.0.1.evil.com", "localhost.", "0.0.0.0", "[::]", "127.0.0.1:1",
            "localhost"})
    void otherHostsAre421OnEveryPath(String host) throws Exception {
        for (String path : List.of("/", "/v1/apps", "/healthz", "/metrics", "/openapi.yaml", "/page/page.js",
                "/nope")) {
            assertRefused(await(request("GET", path).putHeader("Host", host).send()), 421, "Host: '" + host + "'");
        }
        assertRefused(await(write("POST", PETS + "/migrations/current/abort").putHeader("Host", host).send()), 421,
                host);
    }

    @Test
    void whatIsNoHostAtAllIsRefusedToo() throws Exception {
        for (String host : List.of("127.0.0.1:1:2", "a b", "")) {
            HttpResponse<Buffer> response = await(request("GET", "/v1/apps").putHeader("Host", host).send());
            assertThat(response.statusCode()).as(host).isIn(400, 421);
            assertThat(response.bodyAsString()).as(host).doesNotContain("pets");
        }
    }

    @Test
    void anAbsoluteTargetDoesNotGetPastTheHost() throws Exception {
        HttpResponse<Buffer> response = await(client()
                .request(HttpMethod.GET, api().port(), "127.0.0.1", "http://evil.com/v1/apps")
                .putHeader("Host", "evil.com")
                .send());
        assertRefused(response, 421, "Host: 'evil.com'");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"Origin|https://evil.com", "Origin|null", "Origin|http://127.0.0.1:1",
            "Origin|http://localhost", "Sec-Fetch-Site|cross-site", "Sec-Fetch-Site|same-site", "Sec-Fetch-Site|x"})
    void foreignSitesMayNotWriteEvenWithTheToken(String header, String value) throws Exception {
        for (String verb : VERBS) {
            assertRefused(await(write("POST", PETS + "/migrations/current/" + verb).putHeader(header, value).send()),
                    403,
                    header + ": '" + value + "'");
        }
        assertRefused(await(write("PUT", PETS + "/weights").putHeader(header, value).send()), 403, header);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x",
            "application/xml", "application/jsonp", "Application/JSON", ""})
    void whatIsNotJsonIs415(String type) throws Exception {
        HttpRequest<Buffer> put = write("PUT", PETS + "/weights").putHeader("If-Match", "\"12\"");
        HttpRequest<Buffer> start = write("POST", PETS + "/migrations");
        HttpRequest<Buffer> abort = write("POST", PETS + "/migrations/current/abort");
        for (HttpRequest<Buffer> request : List.of(put, start, abort)) {
            assertRefused(
                    await(request.putHeader("Content-Type", type).sendBuffer(Buffer.buffer("{\"reason\":\"x\"}"))),
                    415, "(expected: application/json)");
        }
    }

    @Test
    void weightsNeedIfMatchAndTheRightOne() throws Exception {
        String body = "{\"fargatePercent\":25,\"reason\":\"x\"}";
        HttpResponse<Buffer> without = await(
                write("PUT", PETS + "/weights").putHeader("Content-Type", "application/json")
                        .sendBuffer(Buffer.buffer(body)));
        assertRefused(without, 428, "If-Match: missing");
        assertRefused(await(write("PUT", PETS + "/weights").putHeader("If-Match", "12")
                .putHeader("Content-Type", "application/json")
                .sendBuffer(Buffer.buffer(body))), 400,
                "If-Match: 12 (expected: an ETag");
        for (String tag : List.of("\"11\"", "\"13\"", "W/\"12\"", "\"other\"")) {
            HttpResponse<Buffer> stale = await(write("PUT", PETS + "/weights").putHeader("If-Match", tag)
                    .putHeader("Content-Type", "application/json")
                    .sendBuffer(Buffer.buffer(body)));
            apps.asked.clear();
            assertRefused(stale, 412, "If-Match: " + tag + " (expected: \"12\"");
            assertThat(stale.getHeader("ETag")).isEqualTo("\"12\"");
        }
    }

    @Test
    void aSafetyRefusalNamesItsRules() throws Exception {
        apps.answers(new Outcome.Refused("a jump of 75 points (expected: at most 25)", List.of(SafetyRule.MAX_JUMP)));
        HttpResponse<Buffer> response = putWeights("{\"fargatePercent\":100,\"reason\":\"x\"}");
        apps.asked.clear();
        assertRefused(response, 409, "a jump of 75 points (expected: at most 25)");
        assertThat(response.bodyAsJsonObject().getJsonArray("rules")).containsExactly("max-jump");
    }

    @Test
    void aVerbThatDoesNotFitIs409WithoutRules() throws Exception {
        apps.answers(new Outcome.Refused("nothing is paused", List.of()));
        HttpResponse<Buffer> response = post(PETS + "/migrations/current/resume", "{}");
        apps.asked.clear();
        assertRefused(response, 409, "nothing is paused");
        assertThat(response.bodyAsJsonObject().containsKey("rules")).isFalse();
    }

    @Test
    void whoCannotWriteNowSaysSo() throws Exception {
        apps.answers(new Outcome.Unavailable("another provisioner holds the lease"));
        HttpResponse<Buffer> response = post(PETS + "/migrations", "{\"to\":\"FARGATE\"}");
        apps.asked.clear();
        assertRefused(response, 503, "another provisioner holds the lease");
        assertThat(response.getHeader("Retry-After")).isEqualTo("5");
        assertThat(response.getHeader("Location")).isNull();
    }

    @Test
    void failuresInsideTellNothingOfTheMachine() throws Exception {
        apps.fails(new StoreException("/home/me/state.db is damaged"));
        assertRefused(get("/v1/apps"), 503, "the store cannot be used; the log of the provisioner tells why");
        assertRefused(get("/readyz"), 503, "the store cannot be used");
        apps.fails(new CloudException("the zone gave no answer"));
        assertRefused(get(PETS), 503, "the zone gave no answer");
        apps.fails(new IllegalArgumentException("/home/me at secret.Class"));
        assertRefused(get(PETS), 500, "something broke inside; the log of the provisioner tells what");
        assertRefused(get(PETS + "/events"), 500, "something broke inside");
        assertRefused(post(PETS + "/migrations/current/pause", ""), 500, "something broke inside");
        assertThat(get("/healthz").statusCode()).isEqualTo(200);
    }
}
