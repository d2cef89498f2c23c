package dev.lambdaflex.workload.host;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * How one process is run.
 *
 * @param tier         what {@code x-lambdaflex-tier} and {@code /tier} say
 * @param instance     names this process in answers
 * @param host         address to listen on; without a Runtime API only
 * @param port         port to listen on, 0 lets the system choose; without a Runtime API only
 * @param runtimeApi   host:port of the Lambda Runtime API; present means: be a Lambda
 * @param concurrency  invocations that this process takes at a time; with a Runtime API only
 * @param streaming    whether answers go out while they come; with a Runtime API only, and only behind a front that streams
 * @param unreadyGrace how long SIGTERM keeps serving with {@code /readyz} at 503, so that balancers stop sending first
 * @param drainLimit   how long requests in flight may then still take
 * @param maxBodyBytes largest request body
 * @param drillFile    while this file exists the instance misbehaves
 * @param endWithStdin end the process when its standard input ends
 */
public record HostConfig(ServingTier tier, String instance, String host, int port, Optional<String> runtimeApi,
        int concurrency, boolean streaming, Duration unreadyGrace, Duration drainLimit, int maxBodyBytes,
        Optional<Path> drillFile,
        boolean endWithStdin) {

    /** Fargate's default stopTimeout: SIGKILL follows SIGTERM after 30 s, so grace and drain together must stay below. */
    static final Duration STOP_TIMEOUT = Duration.ofSeconds(30);
    /** Lambda Managed Instances: 32 per vCPU unless set, at most 16 vCPUs; far above both, and still no slip of the pen. */
    private static final int MOST_CONCURRENCY = 4096;
    /** Lambda takes an event of 6 MB, in which a binary body is base64: 4.5 MB is what fits on both tiers. */
    static final int DEFAULT_MAX_BODY = 4_500_000;

    public HostConfig {
        Duration stop = unreadyGrace.plus(drainLimit);
        if (stop.compareTo(STOP_TIMEOUT) >= 0) {
            throw new IllegalArgumentException(
                    "LAMBDAFLEX_UNREADY_SECONDS + LAMBDAFLEX_DRAIN_SECONDS: %.1f (expected: below %d, the stop timeout of ECS)"
                            .formatted(stop.toMillis() / 1000.0, STOP_TIMEOUT.toSeconds()));
        }
    }

    /** Reads the environment; a value that cannot be is an {@link IllegalArgumentException} with one clear sentence. */
    public static HostConfig from(Map<String, String> variables) {
        Environment environment = new Environment(variables);
        ServingTier tier = environment.text("LAMBDAFLEX_TIER")
                .map(ServingTier::ofLabel)
                .orElseGet(() -> ServingTier.detect(variables));
        return new HostConfig(tier,
                environment.text("LAMBDAFLEX_INSTANCE").orElseGet(() -> InstanceName.fresh(tier)),
                environment.text("HOST").orElseGet(() -> defaultHost(variables)),
                environment.integer("PORT", 8080, 0, 65_535),
                environment.text(ServingTier.RUNTIME_API),
                environment.integer("AWS_LAMBDA_MAX_CONCURRENCY", 1, 1, MOST_CONCURRENCY),
                environment.flag("LAMBDAFLEX_RESPONSE_STREAMING"),
                environment.seconds("LAMBDAFLEX_UNREADY_SECONDS", Duration.ofSeconds(5)),
                environment.seconds("LAMBDAFLEX_DRAIN_SECONDS", Duration.ofSeconds(20)),
                environment.integer("LAMBDAFLEX_MAX_BODY_BYTES", DEFAULT_MAX_BODY, 0, Integer.MAX_VALUE),
                environment.text("LAMBDAFLEX_DRILL_FILE").map(Path::of),
                environment.flag("LAMBDAFLEX_STOP_WITH_STDIN"));
    }

    /** The balancer reaches a task from outside; nothing else has to, unless the image or a person sets HOST. */
    private static String defaultHost(Map<String, String> variables) {
        return variables.containsKey(ServingTier.ECS_METADATA) ? "0.0.0.0" : "127.0.0.1";
    }
}
