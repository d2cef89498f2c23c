package dev.lambdaflex.simulator.plane.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplyTest {

    @Test
    void aFullAnswerIsTakenAsItStands() {
        Reply reply = parse("""
                {"statusCode":201,"headers":{"Content-Type":"text/x","x-n":7,"x-b":true},
                 "cookies":["a=1","b=2; Path=/"],"isBase64Encoded":true,"body":"aGk/Pg=="}""");

        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.headers().get("content-type")).isEqualTo("text/x");
        assertThat(reply.headers().get("x-n")).isEqualTo("7");
        assertThat(reply.headers().get("x-b")).isEqualTo("true");
        assertThat(reply.headers().getAll("set-cookie")).containsExactly("a=1", "b=2; Path=/");
        assertThat(reply.body()).hasToString("hi?>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"satusCode\":500,\"body\":\"x\"}", "[1,2]", "\"hello\"", "7", "{}"})
    void anAnswerWithoutAStatusIsTheBodyOfASuccess(String payload) {
        Reply reply = parse(payload);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.headers().get("content-type")).isEqualTo("application/json");
        assertThat(reply.body()).hasToString(payload);
    }

    @ParameterizedTest
    @ValueSource(strings = {"not json", "{\"statusCode\":\"abc\"}", "{\"statusCode\":99}", "{\"statusCode\":null}",
            "{\"statusCode\":200,\"headers\":[]}", "{\"statusCode\":200,\"headers\":{\"a\":{}}}",
            "{\"statusCode\":200,\"headers\":{\"a\":\"x\\r\\ny: 1\"}}", "{\"statusCode\":200,\"body\":{}}",
            "{\"statusCode\":200,\"body\":\"%\",\"isBase64Encoded\":true}", "{\"statusCode\":200,\"cookies\":\"a=1\"}",
            "{\"statusCode\":200,\"cookies\":[\"a=1\\r\\nx: y\"]}"})
    void nonsenseIsMalformed(String payload) {
        assertThat(Reply.parse(Buffer.buffer(payload))).isEmpty();
    }

    @Test
    void absentAndNullPartsAreTheSame() {
        Reply reply = parse("{\"statusCode\":\"204\",\"headers\":null,\"cookies\":null,\"body\":null}");

        assertThat(reply.status()).isEqualTo(204);
        assertThat(reply.headers()).isEmpty();
        assertThat(reply.body().length()).isZero();
    }

    @Test
    void headersOfTheConnectionAreTheGatewaysOwn() {
        Reply reply = parse("""
                {"statusCode":200,"headers":{"Connection":"close","Transfer-Encoding":"chunked","Content-Length":"99",
                 "Keep-Alive":"5","X-Kept":"1"},"body":"b"}""");

        assertThat(reply.headers().names()).containsExactlyInAnyOrder("X-Kept", "content-type");
    }

    private static Reply parse(String payload) {
        return Reply.parse(Buffer.buffer(payload)).orElseThrow();
    }
}
