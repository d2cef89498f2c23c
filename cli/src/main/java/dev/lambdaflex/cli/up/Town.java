package dev.lambdaflex.cli.up;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

import dev.lambdaflex.cli.console.CommandFailure;
import dev.lambdaflex.cli.console.ExitCode;
import dev.lambdaflex.cli.process.Closing;
import dev.lambdaflex.cli.process.JavaCommand;
import dev.lambdaflex.cli.process.Supervised;
import dev.lambdaflex.simulator.backstage.BackstageClient;
import dev.lambdaflex.simulator.plane.process.Children;
import dev.lambdaflex.simulator.wire.signature.AccessKeys;
import io.vertx.core.json.JsonObject;

/**
 * The whole system on this machine, each part a process of its own:
 *
 * <pre>
 *   provisioner --AWS SDK--> cloud <--AWS SDK-- edge <--HTTP-- clients
 *                              |
 *                       workload processes
 * </pre>
 *
 * One that dies is started again where it served. Closing the town ends all of them.
 */
final class Town implements AutoCloseable {

    private static final int CLOUD_HEAP = 256;
    private static final int OTHER_HEAP = 160;
    private static final Executor STARTS = start -> Thread.ofVirtual().name("start").start(start);

    private final UpOptions options;
    private final Closing closing;
    private final Consumer<String> news;
    private final Children children = new Children();
    private final Supervised cloud;
    private final Supervised provisioner;
    private final Supervised edge;
    private final BackstageClient backstage;

    private Town(UpOptions options, Consumer<String> news, Closing closing) {
        this.options = options;
        this.closing = closing;
        this.news = news;
        closing.add("the processes", children::close);
        this.cloud = supervised("cloud", this::cloudCommand);
        closing.add("the cloud", cloud::close);
        CompletableFuture<Supervised> other = CompletableFuture
                .supplyAsync(() -> supervised("provisioner", this::provisionerCommand), STARTS);
        this.edge = supervised("edge", this::edgeCommand);
        closing.add("the edge", edge::close);
        this.provisioner = joined(other);
        closing.add("the provisioner", provisioner::close);
        this.backstage = new BackstageClient(
                () -> URI.create("http://127.0.0.1:" + cloud.ready().getInteger("backstagePort")));
        closing.add("the way behind the stage", backstage::close);
    }

    /**
     * Brings the system up.
     *
     * @param news hears when a process died and was started again
     * @throws CommandFailure in one sentence when it cannot, with nothing left running
     */
    static Town start(UpOptions options, Consumer<String> news) {
        return Closing.orNothing(closing -> new Town(options, news, closing));
    }

    UpOptions options() {
        return options;
    }

    Supervised cloud() {
        return cloud;
    }

    Supervised provisioner() {
        return provisioner;
    }

    Supervised edge() {
        return edge;
    }

    BackstageClient backstage() {
        return backstage;
    }

    int edgePort() {
        return edge.ready().getInteger("port");
    }

    URI apiUrl() {
        return local(provisioner.ready());
    }

    URI awsUrl() {
        return local(cloud.ready());
    }

    @Override
    public void close() {
        closing.close();
    }

    @FunctionalInterface
    private interface CommandLine {
        List<String> after(Optional<JsonObject> served);
    }

    private Supervised supervised(String name, CommandLine command) {
        try {
            return Supervised.start(name, children, command::after, credentials(), news);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailure(ExitCode.INTERRUPTED, "interrupted while the %s started".formatted(name), e);
        }
    }

    private static Supervised joined(CompletableFuture<Supervised> starting) {
        try {
            return starting.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof CommandFailure failure ? failure : e;
        }
    }

    private List<String> cloudCommand(Optional<JsonObject> served) {
        return command(CLOUD_HEAP, "cloud", "--host", options.app().host(),
                "--port", port(served, "port", options.awsPort()),
                "--dns-port", port(served, "dnsPort", options.dnsPort()),
                "--data-port", port(served, "dataPort", 0),
                "--backstage-port", port(served, "backstagePort", 0),
                "--seed", Long.toString(options.seed()));
    }

    private List<String> provisionerCommand(Optional<JsonObject> served) {
        return command(OTHER_HEAP, "provisioner", "--config", options.config().toString(),
                "--endpoint", awsUrl().toString(), "--reach", reach("lambda", "gateway"),
                "--reach", reach("fargate", "balancer"), "--api-port", port(served, "port", options.apiPort()));
    }

    private List<String> edgeCommand(Optional<JsonObject> served) {
        return command(OTHER_HEAP, "edge", "--hosted-zone", cloud.ready().getString("zone"),
                "--host", options.app().host(), "--endpoint", awsUrl().toString(),
                "--reach", reach("lambda", "gateway"), "--reach", reach("fargate", "balancer"),
                "--port", port(served, "port", options.edgePort()), "--admin-port", port(served, "adminPort", 0),
                // Less than one call a second leaves the rest of Route 53's five to the provisioner.
                "--every", "1200ms", "--drain", "2s", "--open-route");
    }

    private List<String> command(int heap, String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--state-dir", options.stateDir().toString(), "--speed", Double.toString(options.speed())));
        return JavaCommand.lambdaflex(heap, options.stateDir().resolve(arguments[0] + ".jsa"), all);
    }

    private String reach(String tier, String hostKey) {
        JsonObject at = cloud.ready();
        return "%s=%s:%d".formatted(tier, at.getString(hostKey), at.getInteger("dataPort"));
    }

    private static String port(Optional<JsonObject> served, String key, int first) {
        return Integer.toString(served.map(where -> where.getInteger(key)).orElse(first));
    }

    private static URI local(JsonObject served) {
        return URI.create("http://127.0.0.1:" + served.getInteger("port"));
    }

    private static Map<String, String> credentials() {
        return Map.of("AWS_ACCESS_KEY_ID", AccessKeys.LOCAL.id(), "AWS_SECRET_ACCESS_KEY", AccessKeys.LOCAL.secret(),
                "AWS_REGION", "us-east-1", "AWS_EC2_METADATA_DISABLED", "true",
                "LAMBDAFLEX_DEBUG", Optional.ofNullable(System.getenv("LAMBDAFLEX_DEBUG")).orElse("0"));
    }
}
