package dev.lambdaflex.cli.serve;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;

import dev.lambdaflex.cli.console.Console;
import dev.lambdaflex.cli.console.GlobalOptions;
import dev.lambdaflex.cli.console.Table;
import dev.lambdaflex.cli.log.Logs;
import dev.lambdaflex.cli.process.Await;
import dev.lambdaflex.cli.process.Closing;
import dev.lambdaflex.cli.process.Lookups;
import dev.lambdaflex.cli.process.Ports;
import dev.lambdaflex.cli.process.Serving;
import dev.lambdaflex.proxy.Edge;
import dev.lambdaflex.proxy.EdgeConfig;
import dev.lambdaflex.proxy.RouteOverride;
import dev.lambdaflex.proxy.aws.Route53Source;
import dev.lambdaflex.proxy.aws.Route53Weights;
import dev.lambdaflex.weights.plan.Durations;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code lambdaflex edge}. */
@Command(name = "edge", description = "Serves an app on this machine: each request goes to Lambda or Fargate, by the weights of the records in Route 53.", footer = {
        "  lambdaflex edge --host shop.example.org"})
public final class EdgeCommand implements Callable<Integer> {

    @Option(names = "--hosted-zone", paramLabel = "ID", description = "The hosted zone with the weighted records (default: the public one around the host).")
    private @Nullable String hostedZone;

    @Option(names = "--host", required = true, paramLabel = "NAME", description = "The app's public name.")
    private String host = "";

    @Option(names = "--port", paramLabel = "PORT", defaultValue = "8080", description = "Where clients connect (default: ${DEFAULT-VALUE}; 0: any).")
    private int port;

    @Option(names = "--admin-port", paramLabel = "PORT", defaultValue = "8082", description = "Where weights and metrics are told (default: ${DEFAULT-VALUE}; 0: any).")
    private int adminPort;

    @Option(names = "--bind", paramLabel = "ADDRESS", defaultValue = "127.0.0.1", description = "The address that clients connect to (default: ${DEFAULT-VALUE}).")
    private String bind = "127.0.0.1";

    @Option(names = "--admin-bind", paramLabel = "ADDRESS", defaultValue = "127.0.0.1", description = "The address of weights and metrics, which nobody is asked a token for (default: ${DEFAULT-VALUE}).")
    private String adminBind = "127.0.0.1";

    @Option(names = "--every", paramLabel = "TIME", defaultValue = "5s", description = "How often the records are looked at (default: ${DEFAULT-VALUE}).")
    private String every = "5s";

    @Option(names = "--drain", paramLabel = "TIME", defaultValue = "30s", description = "How long requests in flight may go on after the end is asked for (default: ${DEFAULT-VALUE}).")
    private String drain = "30s";

    @Option(names = "--open-route", description = "Lets every client choose the tier by the header x-lambdaflex-route: for machines of developers.")
    private boolean openRoute;

    @Mixin
    private final AwsOptions aws = new AwsOptions();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        CommandSpec command = Objects.requireNonNull(spec);
        Console console = Console.of(command);
        Ports.require("--port", port);
        Ports.require("--admin-port", adminPort);
        EdgeConfig config = config();
        Route53Source source = new Route53Source(hostedZone == null ? aws.hostedZone(host) : hostedZone, host,
                aws.endpoint(), Optional.empty(), duration("--every", every));
        Logs.alsoToFile(GlobalOptions.of(command).state().dir().resolve("edge.log"));
        try (Closing closing = new Closing()) {
            Vertx vertx = Lookups.vertx();
            closing.add("Vert.x", () -> Await.ended(vertx.close()));
            Route53Weights weights = Route53Weights.open(source, aws.reach()::upstream);
            closing.add("the weights", weights::close);
            Edge edge = Await.started(Edge.start(vertx, config, weights));
            closing.add("the edge", () -> Await.ended(edge.close()));
            JsonObject where = new JsonObject().put("port", edge.port()).put("adminPort", edge.adminPort());
            return Serving.untilEnd(closing::close, where, console, () -> guide(edge, console));
        }
    }

    private EdgeConfig config() {
        EdgeConfig.Timeouts usual = EdgeConfig.Timeouts.DEFAULT;
        EdgeConfig config = EdgeConfig.defaults(port, adminPort)
                .withData(new EdgeConfig.Listen(bind, port))
                .withAdmin(new EdgeConfig.Listen(adminBind, adminPort))
                .withTimeouts(new EdgeConfig.Timeouts(usual.connect(), usual.request(), usual.idle(),
                        duration("--drain", drain)));
        return openRoute ? config.withRouteOverride(new RouteOverride.Open()) : config;
    }

    private static Duration duration(String option, String text) {
        return Options.parsed(option, text, Durations::parse);
    }

    private void guide(Edge edge, Console console) {
        console.lines(new Table("  ").row("edge", "http://%s:%d/".formatted(bind, edge.port()), host)
                .row("admin", "http://%s:%d/".formatted(adminBind, edge.adminPort()), "weights and metrics")
                .lines());
        console.line("Ctrl-C ends it.");
    }
}
