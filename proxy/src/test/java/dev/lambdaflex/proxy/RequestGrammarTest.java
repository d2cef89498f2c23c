package dev.lambdaflex.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.MultiMap;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestGrammarTest {

    @ParameterizedTest
    @ValueSource(strings = {"a", "a.example", "A-1_b.example.", "a:0", "a:80", "a:65535", "127.0.0.1:8080", "[::1]",
            "[2001:db8::1]:443", "[::ffff:1.2.3.4]"})
    void theseAreHosts(String host) {
        assertThat(HostName.valid(host)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ":80", "a:", "a:80x", "a:-1", "a:80:80", "a:65536", "a:000080", "a b", "a, b", "a/b",
            "http://a", "u@a", "a?x", "a#x", "[::1", "[]", "[::1]x", "[::1]:", "[g::]", "a\tb", "\u00e4"})
    void theseAreNot(String host) {
        assertThat(HostName.valid(host)).isFalse();
    }

    @Test
    void aHostIsAtMostAsLongAsADnsName() {
        assertThat(HostName.valid("a".repeat(255))).isTrue();
        assertThat(HostName.valid("a".repeat(300))).isFalse();
    }

    @Test
    void theNameOfAHostIsItsPartBeforeThePortInLowerCase() {
        assertThat(HostName.nameOf("Pets.Example:80")).isEqualTo("pets.example");
        assertThat(HostName.nameOf("[::1]:80")).isEqualTo("[::1]");
    }

    @Test
    void theTargetIsAPathOrAnAbsoluteFormOrAnAsteriskForOptions() {
        assertThat(RequestTarget.parse("GET", "/a?b")).contains(new RequestTarget("/a?b", Optional.empty()));
        assertThat(RequestTarget.parse("GET", "HTTP://a:1")).contains(new RequestTarget("/", Optional.of("a:1")));
        assertThat(RequestTarget.parse("GET", "http://a?b=/")).contains(new RequestTarget("/?b=/", Optional.of("a")));
        assertThat(RequestTarget.parse("OPTIONS", "*")).contains(new RequestTarget("*", Optional.empty()));
        assertThat(RequestTarget.parse("GET", "*")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "a:80", "ftp://a/", "https://a/", "http:///x", "http://u@a/", "/a b", "/a#b",
            "/\u0001",
            "/\u007f", "/\u00e4"})
    void otherTargetsAreRefused(String target) {
        assertThat(RequestTarget.parse("GET", target)).isEmpty();
    }

    @Test
    void whatTheConnectionHeaderNamesIsOfTheConnection() {
        assertThat(HopByHop.nominated(connection("keep-alive"))).isEmpty();
        assertThat(HopByHop.nominated(connection("close, X-A ,x-b"))).containsExactlyInAnyOrder("x-a", "x-b");
        assertThat(HopByHop.nominated(connection("close").add("connection", "X-C"))).containsExactly("x-c");
    }

    @Test
    void framingAndAddressCannotBeNominatedAway() {
        assertThat(HopByHop.nominated(connection("Content-Length, Host, close, X-A"))).containsExactly("x-a");
    }

    private static MultiMap connection(String value) {
        return MultiMap.caseInsensitiveMultiMap().add("connection", value);
    }
}
