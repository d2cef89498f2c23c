package dev.lambdaflex.workload.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.lambdaflex.workload.testing.Events;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class HttpApiEventTest {

    @Test
    void anEventBecomesTheRequestThatTheClientSent() {
        JsonObject event = Events.request("POST", "/pets", "a=1&a=2").put("body", "{\"name\":\"Zoë\"}");
        event.getJsonObject("headers").put("content-type", "application/json").put("content-length", "15");
        LambdaRequest request = read(event);
        assertThat(request.method()).isEqualTo(HttpMethod.POST);
        assertThat(request.target()).isEqualTo("/pets?a=1&a=2");
        assertThat(request.headers().get("host")).isEqualTo("api.example.com");
        assertThat(request.headers().get("content-type")).isEqualTo("application/json");
        assertThat(request.headers().get("content-length")).isEqualTo("15");
        assertThat(request.body()).isEqualTo(Buffer.buffer("{\"name\":\"Zoë\"}"));
    }

    @Test
    void absentPartsAreAbsent() {
        LambdaRequest request = read(new JsonObject("""
                {"version":"2.0","rawPath":"/","requestContext":{"http":{"method":"GET"}}}"""));
        assertThat(request.target()).isEqualTo("/");
        assertThat(request.headers()).isEmpty();
        assertThat(request.body().length()).isZero();
    }

    @Test
    void partsThatAreNullCountAsAbsent() {
        JsonObject event = Events.request("GET", "/", "")
                .putNull("body")
                .putNull("cookies")
                .putNull("rawQueryString")
                .putNull("isBase64Encoded");
        assertThat(read(event).target()).isEqualTo("/");
    }

    @Test
    void cookiesBecomeOneCookieHeader() {
        JsonObject event = Events.request("GET", "/", "").put("cookies", new JsonArray().add("a=1").add("b=x y"));
        assertThat(read(event).headers().getAll("cookie")).containsExactly("a=1; b=x y");
    }

    @Test
    void aBase64BodyBecomesItsBytes() {
        byte[] bytes = {0, (byte) 0xFF, 13, 10, (byte) 0xC3};
        JsonObject event = Events.request("PUT", "/", "")
                .put("isBase64Encoded", true)
                .put("body", Base64.getEncoder().encodeToString(bytes));
        LambdaRequest request = read(event);
        assertThat(request.body().getBytes()).isEqualTo(bytes);
        assertThat(request.headers().get("content-length")).isEqualTo("5");
    }

    @Test
    void theLengthOfAnEmptyBodyIsSaidOnlyIfTheClientSaidIt() {
        JsonObject silent = Events.request("POST", "/", "");
        assertThat(read(silent).headers().contains("content-length")).isFalse();
        silent.getJsonObject("headers").put("content-length", "0");
        assertThat(read(silent).headers().get("content-length")).isEqualTo("0");
    }

    @Test
    void whatConcernsTheClientsConnectionIsDropped() {
        JsonObject event = Events.request("GET", "/", "");
        event.getJsonObject("headers")
                .put("connection", "keep-alive, X-Secret")
                .put("x-secret", "1")
                .put("te", "trailers")
                .put("transfer-encoding", "chunked")
                .put("expect", "100-continue")
                .put("upgrade", "websocket");
        assertThat(read(event).headers().names()).containsExactlyInAnyOrder("host", "x-forwarded-for");
    }

    @Test
    void theClientsAddressIsTheLastOfXForwardedFor() {
        JsonObject event = Events.request("GET", "/", "");
        assertThat(read(event).headers().get("x-forwarded-for")).isEqualTo("192.0.2.1");
        event.getJsonObject("headers").put("x-forwarded-for", "203.0.113.9");
        assertThat(read(event).headers().get("x-forwarded-for")).isEqualTo("203.0.113.9, 192.0.2.1");
        event.getJsonObject("headers").remove("x-forwarded-for");
        assertThat(read(event).headers().get("x-forwarded-for")).isEqualTo("192.0.2.1");
    }

    @Test
    void theHostComesFromTheDomainWhenTheHeaderIsMissing() {
        JsonObject event = Events.request("GET", "/", "");
        event.getJsonObject("headers").remove("host");
        assertThat(read(event).headers().get("host")).isEqualTo("api.example.com");
    }

    @Test
    void headerTextBeyondLatin1TravelsAsUtf8() {
        JsonObject event = Events.request("GET", "/", "");
        event.getJsonObject("headers").put("x-name", "日本").put("x-latin", "café");
        byte[] bytes = read(event).headers().get("x-name").getBytes(StandardCharsets.ISO_8859_1);
        assertThat(new String(bytes, StandardCharsets.UTF_8)).isEqualTo("日本");
        assertThat(read(event).headers().get("x-latin")).isEqualTo("café");
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("malformed")
    void aMalformedEventSaysWhatIsWrong(String event, String message) {
        assertThatThrownBy(() -> read(Buffer.buffer(event))).isInstanceOf(MalformedEventException.class)
                .hasMessage(message);
    }

    static Stream<Arguments> malformed() {
        return Stream.of(
                arguments("", "event: not JSON with an object at its top"),
                arguments("{\"version\":", "event: not JSON with an object at its top"),
                arguments("[1]", "event: not JSON with an object at its top"),
                arguments("null", "event: not JSON with an object at its top"),
                arguments("{}", "event: version is absent "
                        + "and there is no httpMethod (expected: an event of an HTTP API, a REST API, a function URL or a balancer)"),
                arguments(with("version", "1.0"), "event: version is 1.0 "
                        + "and there is no httpMethod (expected: an event of an HTTP API, a REST API, a function URL or a balancer)"),
                arguments(with("version", 2), "event: version is 2 (expected: a string)"),
                arguments(with("rawPath", null), "event: rawPath is absent (expected: a string)"),
                arguments(with("rawPath", "pets"), "event: rawPath is pets (expected: a path that begins with /)"),
                arguments(with("requestContext", "x"), "event: requestContext is x (expected: an object)"),
                arguments(with("requestContext", new JsonObject()),
                        "event: requestContext.http.method is absent (expected: a string)"),
                arguments(Events.request("GE T", "/", "").encode(),
                        "event: requestContext.http.method is GE T (expected: an HTTP method)"),
                arguments(with("cookies", "a=1"), "event: cookies is a=1 (expected: an array of strings)"),
                arguments(with("cookies", new JsonArray().add(1)),
                        "event: cookies is [1] (expected: an array of strings)"),
                arguments(with("cookies", new JsonArray().add("a\r\nx: y")),
                        "event: cookies holds a control character (expected: one line of text)"),
                arguments(with("headers", new JsonObject().put("x", 1)), "event: headers.x is 1 (expected: a string)"),
                arguments(with("headers", new JsonObject().put("x", "1\r\ny: 2")),
                        "event: x holds a control character (expected: one line of text)"),
                arguments(with("headers", new JsonObject().put("x y", "1")),
                        "event: headers has the name 'x y' (expected: an HTTP token)"),
                arguments(with("isBase64Encoded", "yes"), "event: isBase64Encoded is yes (expected: true or false)"),
                arguments(Events.request("GET", "/", "").put("isBase64Encoded", true).put("body", "?").encode(),
                        "event: body is not base64 (expected, as isBase64Encoded is true)"));
    }

    private static String with(String key, @Nullable Object value) {
        return Events.request("GET", "/", "").put(key, value).encode();
    }

    private static LambdaRequest read(JsonObject event) {
        return read(event.toBuffer());
    }

    private static LambdaRequest read(Buffer event) {
        EventFields fields = EventFields.parse(event);
        return EventFormat.of(fields).read(fields);
    }
}
