package dev.lambdaflex.provisioner.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void theFirstStartWritesOneThatOnlyTheOwnerReads() throws IOException {
        Path state = folder.resolve("state");
        Token token = Token.in(state);
        String text = Token.read(state);
        assertThat(text).matches("[A-Za-z0-9_-]{43}");
        assertThat(token.matches(text)).isTrue();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(state.resolve("token"))))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(state))).isEqualTo("rwx------");
    }

    @Test
    void aRestartUsesItAgainAndOtherFoldersHaveOthers() throws IOException {
        Token first = Token.in(folder.resolve("a"));
        String text = Token.read(folder.resolve("a"));
        assertThat(Token.in(folder.resolve("a")).matches(text)).isTrue();
        assertThat(Token.in(folder.resolve("b")).matches(text)).isFalse();
        assertThat(first.matches(text)).isTrue();
    }

    @Test
    void aCrashBeforeItWasWrittenIsMadeGood() throws IOException {
        Files.createFile(folder.resolve("token"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        assertThat(Token.in(folder).matches(Token.read(folder))).isTrue();
    }

    @Test
    void aFileThatOthersMayReadIsRefused() throws IOException {
        Token.in(folder);
        Files.setPosixFilePermissions(folder.resolve("token"), PosixFilePermissions.fromString("rw-r--r--"));
        assertThatThrownBy(() -> Token.in(folder)).hasMessage(
                folder.resolve("token") + ": mode rw-r--r-- (expected: rw-------, for it is a secret)");
    }

    @Test
    void aShortOneIsRefusedWithoutRepeatingIt() {
        assertThatThrownBy(() -> Token.of("hunter2")).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("token: 7 characters (expected: at least 32, printable, no spaces)");
    }

    @Test
    void nothingElseMatchesAndItsTextIsNowhere() {
        Token token = Token.of(ApiTestBase.SECRET);
        assertThat(token.matches(ApiTestBase.SECRET)).isTrue();
        for (String other : new String[]{"", "nothing", ApiTestBase.SECRET + "x", ApiTestBase.SECRET.substring(1)}) {
            assertThat(token.matches(other)).isFalse();
        }
        assertThat(token.toString()).isEqualTo("token(hidden)");
        assertThat(ApiConfig.local(0, token).toString()).doesNotContain(ApiTestBase.SECRET);
    }
}
