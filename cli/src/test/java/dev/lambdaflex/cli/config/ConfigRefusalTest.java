package dev.lambdaflex.cli.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigRefusalTest {

    private static final String APP = """
            apps:
              - name: petstore
                host: petstore.example.org
            """;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            frozn: true                   | f.yaml:4:5: apps has no key 'frozn' (did you mean 'frozen'?)
            gates: {errorLimt: 1%}        | f.yaml:4:13: gates has no key 'errorLimt' (did you mean 'errorLimit'?)
            fleet: {xyz: 1}               | f.yaml:4:13: fleet has no key 'xyz' (expected: least, most, requestsPerTask)
            environments: {most: -1}      | f.yaml:4:26: most: -1 (expected: 0 or more)
            environments: {requestsPerEnvironment: 11} | f.yaml:4:44: requestsPerEnvironment: 11.0 (expected: above 0 up to 10)
            gates: 5                      | f.yaml:4:12: gates: '5' (expected: keys and values)
            gates: {errorLimit: 2}        | f.yaml:4:25: errorLimit: 2.0 (expected: above 0 and below 1)
            gates: {errorLimit: few}      | f.yaml:4:25: errorLimit: 'few' (expected: a share such as 1% or 0.01)
            gates: {minimumRequests: 1.5} | f.yaml:4:30: minimumRequests: '1.5' (expected: a whole number)
            gates: {latencyRatio: NaN}    | f.yaml:4:27: latencyRatio: 'NaN' (expected: a number)
            gates: {latencyLimit: [1]}    | f.yaml:4:27: latencyLimit: a list (expected: a duration such as 90s or 2m)
            timing: {bake: 10}            | f.yaml:4:20: bake: '10' (expected: such as 30s, 2m, 1h or PT2M)
            timing: {bake: }              | f.yaml:4:19: bake: nothing (expected: a duration such as 90s or 2m)
            timing: {bake: 400d}          | f.yaml:4:20: bake: '400d' (expected: at most 366d)
            timing: {quietMost: 1s}       | f.yaml:4:25: quietMost: 1 s (expected: no less than quiet, which is 10 min)
            timing: {backoff: 0s}         | f.yaml:4:23: backoff: 0 s (expected: above 0)
            thresholds: {downBelow: 11}   | f.yaml:4:29: downBelow: 11.0 (expected: above 0 and below upAbove)
            frozen: maybe                 | f.yaml:4:13: frozen: 'maybe' (expected: true or false)
            drift: ignore                 | f.yaml:4:12: drift: 'ignore' (expected: revert, adopt, halt)
            host: x.example.org           | f.yaml:4:5: host: stands twice (expected: once; the other is in line 3)
            plan: *p                      | f.yaml:4:11: *p is an alias (expected: the value itself)
            """)
    void oneSentenceSaysWhatIsWrongAndWhere(String line, String sentence) {
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> LambdaFlexConfig.parse("f.yaml", APP + "    " + line + "\n"))
                .withMessage(sentence);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            -                                          | f.yaml:1:1: the file: 'apps' is missing
            'apps: []'                                 | f.yaml:1:7: apps: an empty list (expected: a list with one app at least)
            'apps: petstore'                           | f.yaml:1:7: apps: 'petstore' (expected: a list with one app at least)
            'apps: [{name: a}]'                        | f.yaml:1:8: apps: 'host' is missing
            'apps: [{name: A, host: a.b}]'             | f.yaml:1:15: name: 'A' (expected: 1 to 24 of a-z, 0-9 and -, a letter first, no - last)
            'apps: [{name: a, host: a}]'               | f.yaml:1:24: host: 'a' (expected: a DNS name in lower case, such as petstore.example.org)
            'app: [{name: a, host: a.b}]'              | f.yaml:1:1: the file: 'apps' is missing
            '[]'                                       | f.yaml:1:1: the file: a list (expected: keys and values)
            """)
    void aFileOfTheWrongShapeIsRefused(String yaml, String sentence) {
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> LambdaFlexConfig.parse("f.yaml", yaml == null ? "" : yaml))
                .withMessage(sentence);
    }

    @Test
    void theSameAppTwiceIsRefused() {
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> LambdaFlexConfig.parse("f.yaml", APP + "  - {name: petstore, host: b.example.org}\n"))
                .withMessageStartingWith("f.yaml:2:3: apps: 'petstore'")
                .withMessageContaining("stands twice");
    }

    @Test
    void aPlanThatIsNotUnderstoodNamesTheFormsThatAre() {
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> LambdaFlexConfig.parse("f.yaml", APP + "    plan: sometimes\n"))
                .withMessageStartingWith("f.yaml:4:11: plan: 'sometimes' is not understood")
                .withMessageContaining("canary:10%/5m");
    }

    @Test
    void aSecondDocumentIsRefused() {
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> LambdaFlexConfig.parse("f.yaml", APP + "---\napps: []\n"))
                .withMessageStartingWith("f.yaml:5:1: a second document begins");
    }

    @Test
    void brokenYamlIsOneLineWithItsPlace() {
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> LambdaFlexConfig.parse("f.yaml", "apps:\n  - name: 'petstore\n"))
                .satisfies(e -> assertThat(e.getMessage()).startsWith("f.yaml:")
                        .contains("is no YAML")
                        .doesNotContain("\n"));
    }

    @Test
    void aFileThatIsNotThereIsNamed(@TempDir Path dir) {
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> LambdaFlexConfig.read(dir.resolve("none.yaml")))
                .withMessageContaining("none.yaml: cannot be read");
    }

    @Test
    void bytesThatAreNoTextAreRefused(@TempDir Path dir) throws IOException {
        Path file = Files.write(dir.resolve("latin.yaml"), new byte[]{'a', ':', ' ', (byte) 0xE4});
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> LambdaFlexConfig.read(file))
                .withMessageEndingWith("is no UTF-8 text (expected: YAML in UTF-8)");
    }
}
