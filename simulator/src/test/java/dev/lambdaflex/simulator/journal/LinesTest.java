package dev.lambdaflex.simulator.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinesTest {

    @TempDir
    private Path folder;
    private Path path = Path.of("");

    @BeforeEach
    void name() {
        path = folder.resolve("deep").resolve("cloud.journal");
    }

    @Test
    void whatWasAddedIsThereAgain() {
        try (Lines lines = Lines.open(path)) {
            assertThat(lines.whole()).isEmpty();
            lines.add("one");
            lines.add("zwei €");
        }
        try (Lines lines = Lines.open(path)) {
            assertThat(lines.whole()).containsExactly("one", "zwei €");
        }
    }

    @Test
    void aLineThatWasCutShortIsCutOff() throws IOException {
        try (Lines lines = Lines.open(path)) {
            lines.add("whole");
        }
        Files.writeString(path, "{\"at\":\"2026-", StandardOpenOption.APPEND);
        try (Lines lines = Lines.open(path)) {
            assertThat(lines.whole()).containsExactly("whole");
            lines.add("next");
        }
        assertThat(path).hasContent("whole\nnext\n");
    }

    @Test
    void oneCloudAloneHoldsTheFile() {
        try (Lines _ = Lines.open(path)) {
            assertThatThrownBy(() -> Lines.open(path)).isInstanceOf(JournalRefused.class)
                    .hasMessage("%s is in use by another cloud (expected: a state folder for each)", path);
        }
        Lines.open(path).close();
    }

    @Test
    void afterALineThatCouldNotBeAddedNoneIs() {
        Lines lines = Lines.open(path);
        lines.close();
        assertThatThrownBy(() -> lines.add("lost")).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void aFolderInItsPlaceIsRefused() throws IOException {
        Files.createDirectories(path);
        assertThatThrownBy(() -> Lines.open(path)).isInstanceOf(JournalRefused.class)
                .hasMessageStartingWith("%s cannot be used: ", path);
    }
}
