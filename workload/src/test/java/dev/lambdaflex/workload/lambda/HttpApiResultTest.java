package dev.lambdaflex.workload.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class HttpApiResultTest {

    @Test
    void statusHeadersAndTextAreCarriedOver() {
        JsonObject result = write(201, headers("Location", "/pets/6", "Content-Type", "text/plain"),
                Buffer.buffer("añb\n"));
        assertThat(result).isEqualTo(new JsonObject().put("statusCode", 201)
                .put("headers", new JsonObject().put("location", "/pets/6").put("content-type", "text/plain"))
                .put("isBase64Encoded", false)
                .put("body", "añb\n"));
    }

    @Test
    void everySetCookieBecomesACookie() {
        JsonObject result = write(200,
                headers("Set-Cookie", "a=1; Path=/", "set-cookie", "b=2; Expires=Thu, 01 Jan 1970"),
                Buffer.buffer());
        assertThat(result.getJsonArray("cookies"))
                .isEqualTo(new JsonArray().add("a=1; Path=/").add("b=2; Expires=Thu, 01 Jan 1970"));
        assertThat(result.getJsonObject("headers")).isEmpty();
    }

    @Test
    void headersOfOneNameBecomeOneString() {
        JsonObject result = write(200, headers("Vary", "accept", "vary", "origin"), Buffer.buffer());
        assertThat(result.getJsonObject("headers").getString("vary")).isEqualTo("accept, origin");
    }

    @Test
    void whatConcernsTheConnectionAloneIsDropped() {
        MultiMap headers = headers("connection", "close, x-private", "x-private", "1", "keep-alive", "timeout=5",
                "transfer-encoding", "chunked", "content-length", "3", "upgrade", "h2c", "trailer", "x-t", "x-kept",
                "1");
        assertThat(write(200, headers, Buffer.buffer("abc")).getJsonObject("headers").fieldNames())
                .containsExactly("x-kept");
    }

    @Test
    void bytesThatAreNoUtf8BecomeBase64() {
        byte[] binary = {(byte) 0x89, 'P', 'N', 'G', 0, (byte) 0xFF};
        JsonObject result = write(200, headers("content-type", "text/plain"), Buffer.buffer(binary));
        assertThat(result.getBoolean("isBase64Encoded")).isTrue();
        assertThat(Base64.getDecoder().decode(result.getString("body"))).isEqualTo(binary);
    }

    @Test
    void controlCharactersBecomeBase64BecauseJsonWouldInflateThem() {
        assertThat(write(200, headers(), Buffer.buffer("a\u0000b")).getBoolean("isBase64Encoded")).isTrue();
        assertThat(write(200, headers(), Buffer.buffer("a\t\r\nb")).getBoolean("isBase64Encoded")).isFalse();
    }

    @Test
    void anEmptyBodyIsAnEmptyText() {
        JsonObject result = write(204, headers(), Buffer.buffer());
        assertThat(result.getString("body")).isEmpty();
        assertThat(result.getBoolean("isBase64Encoded")).isFalse();
    }

    @Test
    void aBodyThatFitsBeforeBase64ButNotAfterwardsIsTooLarge() {
        Buffer binary = Buffer.buffer(new byte[5 * 1024 * 1024]);
        assertThatThrownBy(() -> write(200, headers(), binary)).isInstanceOf(AnswerTooLargeException.class)
                .hasMessageContaining("expected: at most 6291456");
    }

    private static JsonObject write(int status, MultiMap headers, Buffer body) {
        return HttpApiResult.write(new LambdaResponse(status, headers, body)).toJsonObject();
    }

    private static MultiMap headers(String... namesAndValues) {
        MultiMap headers = MultiMap.caseInsensitiveMultiMap();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            headers.add(namesAndValues[i], namesAndValues[i + 1]);
        }
        return headers;
    }
}
