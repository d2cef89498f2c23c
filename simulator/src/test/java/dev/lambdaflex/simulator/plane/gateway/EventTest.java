package dev.lambdaflex.simulator.plane.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventTest {

    private static final HttpApi API = new HttpApi("abc", "123456789012");
    private static final Instant NOON = Instant.ofEpochMilli(1_583_348_638_390L);

    private final MultiMap headers = HttpHeaders.headers().add("Host", "api.example.com");

    @Test
    void aFullRequestBecomesTheDocumentedEvent() {
        headers.add("User-Agent", "agent")
                .add("X-Multi", "v1")
                .add("x-multi", "v2")
                .add("Cookie", "c1=1; c2=2")
                .add("Content-Type", "application/json");

        assertThat(event("POST", "/my/path?p=a&p=b&q=%20", "{}")).isEqualTo(new JsonObject("""
                {"version":"2.0","routeKey":"$default","rawPath":"/my/path","rawQueryString":"p=a&p=b&q=%20",
                 "cookies":["c1=1","c2=2"],
                 "headers":{"content-length":"2","content-type":"application/json","host":"api.example.com",
                  "user-agent":"agent","x-amzn-trace-id":"Root=1-trace","x-forwarded-for":"192.0.2.1",
                  "x-forwarded-port":"8080","x-forwarded-proto":"http","x-multi":"v1,v2"},
                 "queryStringParameters":{"p":"a,b","q":" "},
                 "requestContext":{"accountId":"123456789012","apiId":"abc","domainName":"api.example.com",
                  "domainPrefix":"api",
                  "http":{"method":"POST","path":"/my/path","protocol":"HTTP/1.1","sourceIp":"192.0.2.1",
                   "userAgent":"agent"},
                  "requestId":"id","routeKey":"$default","stage":"$default",
                  "time":"04/Mar/2020:19:03:58 +0000","timeEpoch":1583348638390},
                 "body":"{}","isBase64Encoded":false}"""));
    }

    @Test
    void whatARequestLacksIsAMissingKey() {
        JsonObject event = event("GET", "/", "");

        assertThat(event.fieldNames()).doesNotContain("body", "cookies", "queryStringParameters", "pathParameters");
        assertThat(event.getString("rawQueryString")).isEmpty();
        assertThat(event.getBoolean("isBase64Encoded")).isFalse();
        assertThat(event.getJsonObject("headers").fieldNames()).doesNotContain("content-length");
    }

    @Test
    void headersOfTheConnectionStayWithTheConnection() {
        headers.add("Connection", "keep-alive, X-Secret")
                .add("X-Secret", "1")
                .add("Keep-Alive", "5")
                .add("Transfer-Encoding", "chunked")
                .add("Upgrade", "h2c")
                .add("TE", "trailers");

        assertThat(event("GET", "/", "").getJsonObject("headers").fieldNames()).containsExactlyInAnyOrder("host",
                "x-amzn-trace-id", "x-forwarded-for", "x-forwarded-port", "x-forwarded-proto");
    }

    @Test
    void theClientIsAddedToThoseBeforeIt() {
        headers.add("X-Forwarded-For", "203.0.113.9").add("X-Forwarded-Proto", "gopher");
        JsonObject seen = event("GET", "/", "").getJsonObject("headers");

        assertThat(seen.getString("x-forwarded-for")).isEqualTo("203.0.113.9, 192.0.2.1");
        assertThat(seen.getString("x-forwarded-proto")).isEqualTo("http");
    }

    @Test
    void pathsAndQueriesReachTheFunctionAsTheyWereSent() {
        JsonObject event = event("GET", "/a%2Fb//c%20d?x=%C3%BC&flag&y=1+2", "");

        assertThat(event.getString("rawPath")).isEqualTo("/a%2Fb//c%20d");
        assertThat(event.getString("rawQueryString")).isEqualTo("x=%C3%BC&flag&y=1+2");
        assertThat(event.getJsonObject("queryStringParameters"))
                .isEqualTo(new JsonObject().put("x", "ü").put("flag", "").put("y", "1 2"));
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {"text/plain, -, false", "text/html; charset=utf-8, -, false",
            "APPLICATION/JSON, -, false", "application/problem+json, -, false", "image/svg+xml, -, false",
            "application/xml, -, false", "application/javascript, -, false", "application/octet-stream, -, true",
            "application/x-www-form-urlencoded, -, true", "multipart/form-data; boundary=x, -, true", "-, -, true",
            "application/json, gzip, true"})
    void theTypeOfABodyChoosesItsForm(String type, String encoding, boolean base64) {
        if (type != null) {
            headers.add("Content-Type", type);
        }
        if (encoding != null) {
            headers.add("Content-Encoding", encoding);
        }
        JsonObject event = event("POST", "/", "hi?>");

        assertThat(event.getBoolean("isBase64Encoded")).isEqualTo(base64);
        assertThat(event.getString("body")).isEqualTo(base64 ? "aGk/Pg==" : "hi?>");
    }

    @Test
    void textThatIsNoUtf8GoesAsBase64() {
        headers.add("Content-Type", "text/plain");
        JsonObject event = Event.of(received("POST", "/", Buffer.buffer(new byte[]{(byte) 0xff, (byte) 0xfe})), API);

        assertThat(event.getString("body")).isEqualTo("//4=");
        assertThat(event.getBoolean("isBase64Encoded")).isTrue();
    }

    @Test
    void theDomainIsTheHostWithoutItsPort() {
        headers.set("Host", "127.0.0.1:8080");
        assertThat(event("GET", "/", "").getJsonObject("requestContext").getString("domainName"))
                .isEqualTo("127.0.0.1");
    }

    private JsonObject event(String method, String uri, String body) {
        return Event.of(received(method, uri, Buffer.buffer(body)), API);
    }

    private Received received(String method, String uri, Buffer body) {
        return new Received(method, uri, headers, body, "192.0.2.1", 8080, "id", "Root=1-trace", NOON);
    }
}
