package dev.lambdaflex.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import dev.lambdaflex.cli.console.ExitCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

class CommandLineTest {

    @ParameterizedTest
    @MethodSource("allCommands")
    void helpOfEachCommandShowsExamplesAndExitCodes(List<String> command) {
        List<String> line = new ArrayList<>(command);
        line.add("--help");
        Ran ran = Ran.lambdaflex(line.toArray(String[]::new));
        assertThat(ran.code()).isEqualTo(0);
        assertThat(ran.err()).isEmpty();
        assertThat(ran.out()).contains("Examples:", "  lambdaflex " + String.join(" ", command), "Exit codes:",
                "  4   the provisioner refused", "--api=URL", "-o, --output=FORMAT");
    }

    @Test
    void theRootAloneShowsItsHelp() {
        assertThat(Ran.lambdaflex().out()).contains("Commands:", "weights", "migrate", "completion");
    }

    @Test
    void versionNamesOursAndJavas() {
        assertThat(Ran.lambdaflex("--version").out()).startsWith("lambdaflex ").contains("java 25");
    }

    @Test
    void theCompletionScriptKnowsEachCommand() {
        Ran ran = Ran.lambdaflex("completion", "zsh");
        assertThat(ran.code()).isEqualTo(0);
        assertThat(ran.out()).contains("complete -F _complete_lambdaflex", "step-back", "--if-version");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            statsu                                      | did you mean
            status --nonsense                           | Unknown option: '--nonsense'
            weights set --reason x                      | Missing required option: '--fargate=PERCENT'
            weights set --fargate 25                    | Missing required option: '--reason=TEXT'
            weights set --fargate 101 --reason x        | fargatePercent: 101 (expected: 0 to 100, at most two decimals)
            weights set --fargate half --reason x       | 'half' (expected: 0 to 100)
            weights set --fargate 1 --reason x --hold 5 | duration: '5' (expected: such as 30s, 2m, 1h or PT2M)
            weights set --fargate 1 --reason x --override y | override: 'y' (expected: healthy-tier, verified-capacity, max-jump, freeze)
            migrate                                     | Missing required option: '--to=TIER'
            migrate --to ec2                            | 'ec2' (expected: fargate or lambda)
            migrate --to fargate --plan sometimes       | plan: 'sometimes' is not understood
            events --after soon                         | 'soon' is not a long
            -o xml status                               | expected one of [text, json]
            --api ftp://x status                        | --api: 'ftp://x' (expected: such as http://127.0.0.1:8081)
            --api nonsense status                       | --api: 'nonsense' (expected: such as http://127.0.0.1:8081)
            --token-file target/none status             | --token-file: target/none cannot be read
            """)
    void wrongUsageIsOneSentenceAndCodeTwo(String args, String sentence) {
        Ran ran = Ran.lambdaflex(args.split(" "));
        assertThat(ran.code()).isEqualTo(ExitCode.USAGE.code());
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).startsWith("lambdaflex: ").contains(sentence).hasLineCount(1);
    }

    @Test
    void aBrokenConfigurationIsOneSentenceAndItsOwnCode() {
        Ran ran = Ran.lambdaflex("config", "check", "target/none.yaml");
        assertThat(ran.code()).isEqualTo(ExitCode.CONFIG.code());
        assertThat(ran.err()).startsWith("lambdaflex: target/none.yaml: cannot be read").hasLineCount(1);
    }

    @Test
    void theExampleThatIsPrintedIsRight() {
        assertThat(Ran.lambdaflex("config", "example").out()).contains("name: petstore");
        Ran ran = Ran.lambdaflex("config", "check", "src/main/resources/lambdaflex.example.yaml");
        assertThat(ran.code()).isEqualTo(0);
        assertThat(ran.out()).contains("right, 1 app (petstore)");
    }

    @Test
    void nobodyListeningIsCodeThree() {
        Ran ran = Ran.against("http://127.0.0.1:1", "status");
        assertThat(ran.code()).isEqualTo(ExitCode.UNREACHABLE.code());
        assertThat(ran.err()).contains("http://127.0.0.1:1 cannot be reached").hasLineCount(1);
    }

    @Test
    void exitCodesAreDistinctAndKeepTheirNumbers() {
        assertThat(Arrays.stream(ExitCode.values()).map(ExitCode::code))
                .containsExactly(0, 1, 2, 3, 4, 5, 69, 70, 71, 78, 130);
    }

    static Stream<List<String>> allCommands() {
        return below(LauncherLine.create(Ansi.OFF), List.of());
    }

    private static Stream<List<String>> below(CommandLine line, List<String> path) {
        return Stream.concat(path.isEmpty() ? Stream.of() : Stream.of(path),
                line.getSubcommands().entrySet().stream().flatMap(sub -> {
                    List<String> longer = new ArrayList<>(path);
                    longer.add(sub.getKey());
                    return below(sub.getValue(), longer);
                }));
    }
}
