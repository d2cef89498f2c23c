package dev.lambdaflex.cli.config;

import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;

import dev.lambdaflex.cli.console.Console;
import dev.lambdaflex.cli.console.ExitCode;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code config}: what concerns lambdaflex.yaml. */
@Command(name = "config", description = "Print an example of lambdaflex.yaml, or check one.", subcommands = {
        ConfigCommand.Example.class,
        ConfigCommand.Check.class}, footer = {
                "  lambdaflex config example > lambdaflex.yaml",
                "  lambdaflex config check"})
public final class ConfigCommand {

    /** {@code config example}. */
    @Command(name = "example", description = "Print a file with each key, its default and what it means.", footer = "  lambdaflex config example > lambdaflex.yaml")
    static final class Example implements Callable<Integer> {

        @Spec
        private @Nullable CommandSpec spec;

        @Override
        public Integer call() {
            Console.of(Objects.requireNonNull(spec)).line(LambdaFlexConfig.example().stripTrailing());
            return ExitCode.OK.code();
        }
    }

    /** {@code config check}: exit code 78 when something is wrong. */
    @Command(name = "check", description = "Check a configuration file; nothing is contacted and nothing is changed.", footer = {
            "  lambdaflex config check",
            "  lambdaflex config check deploy/lambdaflex.yaml"})
    static final class Check implements Callable<Integer> {

        @Parameters(arity = "0..1", paramLabel = "FILE", defaultValue = "lambdaflex.yaml", description = "The file (default: lambdaflex.yaml).")
        private Path file = Path.of("lambdaflex.yaml");

        @Spec
        private @Nullable CommandSpec spec;

        @Override
        public Integer call() {
            LambdaFlexConfig config = LambdaFlexConfig.read(file);
            Console.of(Objects.requireNonNull(spec))
                    .line("%s: right, %d %s (%s)".formatted(file, config.apps().size(),
                            config.apps().size() == 1 ? "app" : "apps",
                            String.join(", ", config.apps().stream().map(AppConfig::name).toList())));
            return ExitCode.OK.code();
        }
    }
}
