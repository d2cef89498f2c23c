package dev.lambdaflex.cli.console;

import java.net.URI;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The options that every command understands, before and after its name. */
public final class GlobalOptions {

    /** The name under which the root command mixes them in. */
    public static final String MIXIN = "global";

    private static final String LOCAL_API = "http://127.0.0.1:8081";

    @Option(names = {"-o",
            "--output"}, scope = ScopeType.INHERIT, paramLabel = "FORMAT", defaultValue = "${env:LAMBDAFLEX_OUTPUT:-text}", description = "text or json (default: text).", order = 100)
    private OutputFormat output = OutputFormat.text;

    @Option(names = "--api", scope = ScopeType.INHERIT, paramLabel = "URL", defaultValue = "${env:LAMBDAFLEX_API}", description = "The control API (default: the one of the state folder, else "
            + LOCAL_API + ").", order = 101)
    private @Nullable URI api;

    @Option(names = "--state-dir", scope = ScopeType.INHERIT, paramLabel = "DIR", defaultValue = "${env:LAMBDAFLEX_STATE_DIR:-.lambdaflex}", description = "Where a local run keeps its state (default: .lambdaflex).", order = 102)
    private Path stateDir = Path.of(".lambdaflex");

    @Option(names = "--token-file", scope = ScopeType.INHERIT, paramLabel = "FILE", defaultValue = "${env:LAMBDAFLEX_TOKEN_FILE}", description = "The token that changes need (default: the one of the state folder).", order = 103)
    private @Nullable Path tokenFile;

    @Option(names = "--verbose", scope = ScopeType.INHERIT, description = "Say more when something fails, stack traces included (also: LAMBDAFLEX_DEBUG=1).", order = 104)
    private boolean verbose;

    /** The options that {@code command} was called with. */
    public static GlobalOptions of(CommandSpec command) {
        CommandSpec mixin = Objects.requireNonNull(command.root().mixins().get(MIXIN), "the root's global options");
        return (GlobalOptions) mixin.userObject();
    }

    public OutputFormat output() {
        return output;
    }

    public boolean json() {
        return output == OutputFormat.json;
    }

    public StateFolder state() {
        return new StateFolder(stateDir.toAbsolutePath().normalize());
    }

    /** Where the control API is: as asked for, else where the local run says, else where it usually is. */
    public URI api() {
        URI uri = Optional.ofNullable(api).or(() -> state().apiUrl()).orElse(URI.create(LOCAL_API));
        boolean http = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
        if (!http || uri.getHost() == null) {
            throw new CommandFailure(ExitCode.USAGE, "--api: '%s' (expected: such as %s)".formatted(uri, LOCAL_API));
        }
        return uri;
    }

    /** The bearer token; empty when nobody gave one. */
    public Optional<String> token() {
        return tokenFile == null ? state().token() : Optional.of(StateFolder.line(tokenFile, "--token-file"));
    }

    public boolean verbose() {
        return verbose || isSet("LAMBDAFLEX_DEBUG");
    }

    private static boolean isSet(String variable) {
        String value = System.getenv(variable);
        return value != null && !value.isEmpty() && !value.equals("0");
    }
}
