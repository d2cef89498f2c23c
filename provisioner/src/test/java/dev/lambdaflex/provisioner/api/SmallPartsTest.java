package dev.lambdaflex.provisioner.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SmallPartsTest {

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1:8081", "localhost:8081", "LOCALHOST:8081", "[::1]:8081", "flex.example:8081",
            "seen.example:443"})
    void hostsOfOursAreAccepted(String host) {
        assertThat(names().accept(List.of(host), 8081)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "evil.com", "evil.com:8081", "127.0.0.1.evil.com:8081", "localhost.:8081",
            "0.0.0.0:8081", "[::]:8081", "127.0.0.1:8082", "127.0.0.1", "127.0.0.1:8081:8081", "localhost:8081 ",
            "seen.example", "localhost@evil.com:8081", "2130706433:8081", "127.1:8081"})
    void otherHostsAreNot(String host) {
        assertThat(names().accept(List.of(host), 8081)).isFalse();
    }

    @Test
    void exactlyOneHostIsNeeded() {
        assertThat(names().accept(List.of(), 8081)).isFalse();
        assertThat(names().accept(List.of("localhost:8081", "localhost:8081"), 8081)).isFalse();
        assertThat(names().accept(List.of("localhost"), 80)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', value = {
            "\"12\"|12", " \"0\" |0", "W/\"12\"|-1", "\"abc\"|-1", "\"9999999999999999999\"|-1"})
    void entityTagsAreRead(String text, long version) {
        assertThat(EntityTag.parse(text)).contains(OptionalLong.of(version));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12", "\"12", "\"1\", \"2\"", "\"a b\"", "**"})
    void whatIsNoEntityTagIsNone(String text) {
        assertThat(EntityTag.parse(text)).isEmpty();
        assertThat(EntityTag.parse("*")).isEqualTo(Optional.of(OptionalLong.empty()));
    }

    @Test
    void textInLogsIsOneHarmlessLine() {
        assertThat(SafeText.of("a\r\nINFO all is well\u001b[2J\u202e\u2028"))
                .isEqualTo("a\\u000d\\u000aINFO all is well\\u001b[2J\\u202e\\u2028");
        assertThat(SafeText.of("Löwe 🦁")).isEqualTo("Löwe 🦁");
        assertThat(SafeText.of("x".repeat(300))).hasSize(201).endsWith("…");
    }

    private static HostNames names() {
        return new HostNames(Set.of("flex.example", "seen.example:443"));
    }
}
