package dev.lambdaflex.cli.load;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;

import dev.lambdaflex.cli.api.ApiClient;
import dev.lambdaflex.cli.console.CommandFailure;
import dev.lambdaflex.cli.console.Console;
import dev.lambdaflex.cli.console.ExitCode;
import dev.lambdaflex.cli.console.GlobalOptions;
import dev.lambdaflex.cli.follow.Chronicle;
import dev.lambdaflex.cli.process.Await;
import dev.lambdaflex.cli.process.Closing;
import dev.lambdaflex.cli.process.Lookups;
import dev.lambdaflex.cli.process.Signals;
import dev.lambdaflex.simulator.load.Counts;
import dev.lambdaflex.simulator.load.Load;
import dev.lambdaflex.simulator.load.RequestMix;
import dev.lambdaflex.simulator.load.Target;
import dev.lambdaflex.weights.plan.Durations;
import io.vertx.core.Vertx;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code lambdaflex load}. */
@Command(name = "load", description = {
        "Sends requests to the sample app through its edge: the rate rises, holds and falls to nothing.",
        "Each answer is checked. The exit code is 1 when one was lost or wrong, or when the round of --cycle was not made."}, footer = {
                "  lambdaflex load --edge http://127.0.0.1:8080 --host shop.lambdaflex.test",
                "  lambdaflex load --edge http://127.0.0.1:8080 --host shop.lambdaflex.test --cycle"})
public final class LoadCommand implements Callable<Integer> {

    @Option(names = "--edge", required = true, paramLabel = "URL", description = "Where the edge is.")
    private @Nullable URI edge;

    @Option(names = "--host", paramLabel = "NAME", description = "The app's public name (default: the host of --edge).")
    private @Nullable String host;

    @Option(names = "--peak", paramLabel = "N", defaultValue = "260", description = "Requests a second at the peak (default: ${DEFAULT-VALUE}).")
    private double peak;

    @Option(names = "--low", paramLabel = "N", defaultValue = "45", description = "With --cycle, requests a second on the way back (default: ${DEFAULT-VALUE}).")
    private double low;

    @Option(names = "--hold", paramLabel = "TIME", defaultValue = "60s", description = "How long the peak is held without --cycle (default: ${DEFAULT-VALUE}).")
    private String hold = "60s";

    @Option(names = "--cycle", description = "Holds the peak until Fargate serves everything, and goes on until all of it is removed; asks the control API (--api, --token-file).")
    private boolean cycle;

    @Option(names = "--limit", paramLabel = "TIME", defaultValue = "5m", description = "With --cycle, how long it may take (default: ${DEFAULT-VALUE}).")
    private String limit = "5m";

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Which requests are sent, and in which order (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        CommandSpec command = Objects.requireNonNull(spec);
        Console console = Console.of(command);
        GlobalOptions global = GlobalOptions.of(command);
        Target target = target();
        Hill hill = hill();
        try (Closing closing = new Closing()) {
            Signals signals = Signals.heed(closing);
            Optional<Chronicle> app = cycle ? Optional.of(app(global, target, closing)) : Optional.empty();
            Drive drive = app.<Drive>map(of -> new Drive.Cycle(of, duration("--limit", limit)))
                    .orElseGet(() -> new Drive.Clock(duration("--hold", hold)));
            Vertx vertx = Lookups.vertx();
            closing.add("Vert.x", () -> Await.ended(vertx.close()));
            LoadReport report = drive(Load.start(vertx, target, RequestMix.usual(), seed), hill, drive,
                    new Teller(console, app));
            signals.ignore();
            if (global.json()) {
                console.line(report.json().encodePrettily());
            } else {
                console.lines(report.text(console.style()));
            }
            return (report.good() ? ExitCode.OK : ExitCode.FINDING).code();
        }
    }

    private static LoadReport drive(Load load, Hill hill, Drive drive, Teller teller) throws InterruptedException {
        Instant began = Instant.now();
        boolean ended = drive.lead(load, hill, () -> teller.tell(load.counts(), since(began)));
        Counts counts = load.stop().toCompletionStage().toCompletableFuture().join();
        teller.end();
        return new LoadReport(counts, ended, since(began));
    }

    private static Duration since(Instant began) {
        return Duration.between(began, Instant.now());
    }

    /** The app is called as its host begins, as it is in the cloud of this project. */
    private static Chronicle app(GlobalOptions global, Target target, Closing closing) throws InterruptedException {
        ApiClient api = ApiClient.of(global);
        closing.add("the client of the API", api::close);
        Chronicle chronicle = new Chronicle(api, target.authority().replaceFirst("\\..*", ""));
        chronicle.news();
        return chronicle;
    }

    private Target target() {
        URI uri = Objects.requireNonNull(edge);
        if (!"http".equals(uri.getScheme()) || uri.getHost() == null) {
            throw new CommandFailure(ExitCode.USAGE,
                    "--edge: '%s' (expected: such as http://127.0.0.1:8080)".formatted(uri));
        }
        return Target.of(uri.getHost(), uri.getPort() < 0 ? 80 : uri.getPort(), host == null ? uri.getHost() : host);
    }

    private Hill hill() {
        try {
            return new Hill(peak, low);
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(ExitCode.USAGE, "--" + e.getMessage(), e);
        }
    }

    private static Duration duration(String option, String text) {
        try {
            return Durations.parse(text);
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(ExitCode.USAGE, "%s: %s".formatted(option, e.getMessage()), e);
        }
    }
}
