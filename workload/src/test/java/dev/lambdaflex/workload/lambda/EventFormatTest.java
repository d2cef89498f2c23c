package dev.lambdaflex.workload.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Events of REST APIs and of balancers; those of HTTP APIs have a test of their own. */
class EventFormatTest {

    private static final String ELB = """
            {"requestContext":{"elb":{"targetGroupArn":"arn:aws:elasticloadbalancing:x"}},"httpMethod":"GET","path":"/pets",
            "queryStringParameters":{"a":"1%202"},"headers":{"host":"shop.example.org","x-forwarded-for":"192.0.2.1"},
            "body":"","isBase64Encoded":false}""";

    @Test
    void aRestApiEventBecomesTheRequestThatTheClientSent() {
        LambdaRequest request = read(rest("POST", "/pets").put("body", "{}"));

        assertThat(request.method()).isEqualTo(HttpMethod.POST);
        assertThat(request.target()).isEqualTo("/pets");
        assertThat(request.headers().get("host")).isEqualTo("api.example.com");
        assertThat(request.headers().get("x-forwarded-for")).isEqualTo("192.0.2.1");
        assertThat(request.headers().get("content-length")).isEqualTo("2");
        assertThat(request.body()).isEqualTo(Buffer.buffer("{}"));
    }

    @Test
    void listsOfHeadersWinOverSingleOnes() {
        JsonObject event = rest("GET", "/").put("headers", new JsonObject().put("x-a", "2"))
                .put("multiValueHeaders",
                        new JsonObject().put("X-A", array("1", "2")).put("Cookie", array("a=1", "b=2")));

        assertThat(read(event).headers().getAll("x-a")).containsExactly("1", "2");
        assertThat(read(event).headers().getAll("cookie")).containsExactly("a=1; b=2");
    }

    @Test
    void aRestApisQueryWasDecodedAndIsEncodedAgain() {
        JsonObject single = rest("GET", "/").put("queryStringParameters",
                new JsonObject().put("a b", "&=+ü").put("c", ""));
        assertThat(read(single).target()).isEqualTo("/?a%20b=%26%3D%2B%C3%BC&c=");

        JsonObject lists = single.put("multiValueQueryStringParameters", new JsonObject().put("a", array("1", "%2F")));
        assertThat(read(lists).target()).isEqualTo("/?a=1&a=%252F");
    }

    @Test
    void aBalancersQueryIsPassedOnAsItWasSent() {
        assertThat(read(new JsonObject(ELB)).target()).isEqualTo("/pets?a=1%202");
        JsonObject lists = new JsonObject(ELB).putNull("queryStringParameters")
                .put("multiValueQueryStringParameters", new JsonObject().put("a", array("%26", "+")));
        assertThat(read(lists).target()).isEqualTo("/pets?a=%26&a=+");
    }

    @Test
    void aBalancersOwnForwardedForStaysAsItIs() {
        assertThat(read(new JsonObject(ELB)).headers().get("x-forwarded-for")).isEqualTo("192.0.2.1");
    }

    @Test
    void theAnswerTakesTheShapeOfItsEvent() {
        LambdaResponse response = response(200,
                Map.of("content-type", List.of("text/plain"), "x-a", List.of("1", "2")));

        assertThat(format(rest("GET", "/")).write(response).toJsonObject()).isEqualTo(new JsonObject("""
                {"statusCode":200,"multiValueHeaders":{"content-type":["text/plain"],"x-a":["1","2"]},
                "isBase64Encoded":false,"body":"hello"}"""));
        assertThat(format(new JsonObject(ELB)).write(response).toJsonObject()).isEqualTo(new JsonObject("""
                {"statusCode":200,"headers":{"content-type":"text/plain","x-a":"1, 2"},
                "isBase64Encoded":false,"body":"hello"}"""));
        JsonObject multi = new JsonObject(ELB).putNull("headers")
                .put("multiValueHeaders", new JsonObject().put("host", array("shop.example.org")));
        assertThat(format(multi).write(response).toJsonObject().getJsonObject("multiValueHeaders"))
                .isEqualTo(new JsonObject("{\"content-type\":[\"text/plain\"],\"x-a\":[\"1\",\"2\"]}"));
    }

    @Test
    void severalCookiesPassWhereTheFormatHasRoomForThem() {
        LambdaResponse two = response(200, Map.of("set-cookie", List.of("a=1", "b=2")));

        assertThat(format(rest("GET", "/")).write(two).toJsonObject().getJsonObject("multiValueHeaders"))
                .isEqualTo(new JsonObject("{\"set-cookie\":[\"a=1\",\"b=2\"]}"));
        EventFormat single = format(new JsonObject(ELB));
        assertThatThrownBy(() -> single.write(two)).isInstanceOf(UnwritableAnswerException.class)
                .hasMessage("answer: 2 Set-Cookie headers (expected: one, unless the target group sets "
                        + "lambda.multi_value_headers.enabled)");
    }

    @Test
    void aBalancerTakesOneMegabyte() {
        Buffer body = Buffer.buffer("x".repeat(1024 * 1024));
        LambdaResponse large = new LambdaResponse(200, MultiMap.caseInsensitiveMultiMap(), body);

        assertThat(format(rest("GET", "/")).write(large).length()).isGreaterThan(1024 * 1024);
        EventFormat balancer = format(new JsonObject(ELB));
        assertThatThrownBy(() -> balancer.write(large)).isInstanceOf(AnswerTooLargeException.class)
                .hasMessageContaining("at most 1048576");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {"httpMethod":1,"path":"/"}                                   | event: httpMethod is 1 (expected: a string)
            {"httpMethod":"G T","path":"/"}                             | event: httpMethod is G T (expected: an HTTP method)
            {"httpMethod":"GET"}                                        | event: path is absent (expected: a string)
            {"httpMethod":"GET","path":"pets"}                          | event: path is pets (expected: a path that begins with /)
            {"httpMethod":"GET","path":"/","multiValueHeaders":{"a":"1"}} | event: multiValueHeaders.a is 1 (expected: an array of strings)
            {"httpMethod":"GET","path":"/","queryStringParameters":{"a":1}} | event: queryStringParameters.a is 1 (expected: a string)
            {"httpMethod":"GET","path":"/","requestContext":{"elb":1,"identity":2}} | event: requestContext.identity is 2 (expected: an object)
            """)
    void aMalformedEventSaysWhatIsWrong(String event, String message) {
        assertThatThrownBy(() -> read(new JsonObject(event))).isInstanceOf(MalformedEventException.class)
                .hasMessage(message);
    }

    private static JsonObject rest(String method, String path) {
        return new JsonObject().put("resource", "/{proxy+}")
                .put("httpMethod", method)
                .put("path", path)
                .put("headers", new JsonObject().put("Host", "api.example.com"))
                .put("requestContext", new JsonObject().put("identity", new JsonObject().put("sourceIp", "192.0.2.1")))
                .put("isBase64Encoded", false);
    }

    private static LambdaResponse response(int status, Map<String, List<String>> headers) {
        MultiMap map = MultiMap.caseInsensitiveMultiMap();
        headers.forEach(map::add);
        return new LambdaResponse(status, map, Buffer.buffer("hello"));
    }

    private static JsonArray array(String... values) {
        return new JsonArray(List.of(values));
    }

    private static EventFormat format(JsonObject event) {
        return EventFormat.of(new EventFields(event, ""));
    }

    private static LambdaRequest read(JsonObject event) {
        return format(event).read(new EventFields(event, ""));
    }
}
