package dev.lambdaflex.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;

import org.junit.jupiter.api.Test;

class StyleTest {

    @Test
    void coloursAreForTerminalsThatWantThem() {
        assertThat(Style.of(Map.of(), true, StandardCharsets.UTF_8).colour()).isTrue();
        assertThat(Style.of(Map.of(), false, StandardCharsets.UTF_8).colour()).isFalse();
        assertThat(Style.of(Map.of("NO_COLOR", "1"), true, StandardCharsets.UTF_8).colour()).isFalse();
        assertThat(Style.of(Map.of("NO_COLOR", ""), true, StandardCharsets.UTF_8).colour()).isTrue();
        assertThat(Style.of(Map.of("TERM", "dumb"), true, StandardCharsets.UTF_8).colour()).isFalse();
        assertThat(Style.of(Map.of("CLICOLOR_FORCE", "1"), false, StandardCharsets.UTF_8).colour()).isTrue();
    }

    @Test
    void aBarShowsThatAShareIsThereAndThatItIsNotAll() {
        Style ascii = new Style(false, false, false);
        assertThat(ascii.bar(0, 10)).isEqualTo("..........");
        assertThat(ascii.bar(0.01, 10)).isEqualTo("#.........");
        assertThat(ascii.bar(0.5, 10)).isEqualTo("#####.....");
        assertThat(ascii.bar(0.99, 10)).isEqualTo("#########.");
        assertThat(ascii.bar(1, 10)).isEqualTo("##########");
    }

    @Test
    void columnsAreAlignedWhateverTheirColours() {
        Style colours = new Style(true, true, true);
        assertThat(new Table("").row(colours.red("a"), "b").row("aaa", "c").lines())
                .containsExactly("\u001b[31ma\u001b[0m    b", "aaa  c");
    }
}
