package dev.lambdaflex.workload.host;

import io.vertx.core.json.JsonObject;
import java.util.Map;

/**
 * Runs a {@link Workload} in whichever home the process finds itself:
 *
 * <pre>{@code
 * public static void main(String[] args) {
 *     WorkloadHost.run(host -> {
 *         Router router = Router.router(host.vertx());
 *         router.get("/").handler(ctx -> ctx.end("hello from " + host.tier().label()));
 *         return router;
 *     });
 * }
 * }</pre>
 *
 * <p>Exit codes: 143 after SIGTERM, as the JVM has it, once everything in flight is done; 0 at the end of standard input
 * when asked to end with it; 1 when the start failed or the Runtime API was lost; 2 when the environment is wrong.
 */
public final class WorkloadHost {

    private static final int START_FAILED = 1;
    private static final int ENVIRONMENT_WRONG = 2;
    private static final int RUNTIME_API_LOST = 1;

    private WorkloadHost() {}

    /** Starts the process's only workload and returns; the process lives on. */
    public static void run(Workload workload) {
        Map<String, String> environment = System.getenv();
        HostConfig config;
        try {
            config = HostConfig.from(environment);
        } catch (IllegalArgumentException refusal) {
            StartFailure.report(environment, refusal);
            System.exit(ENVIRONMENT_WRONG);
            return;
        }
        if (config.endWithStdin()) {
            StdinGuard.start(System.in, () -> Runtime.getRuntime().halt(0));
        }
        try {
            serve(config, workload);
        } catch (Throwable failure) {
            StartFailure.report(environment, failure);
            System.exit(START_FAILED);
        }
    }

    private static void serve(HostConfig config, Workload workload) throws Exception {
        RunningApp app = RunningApp.start(config, workload);
        if (config.runtimeApi().isPresent()) {
            LambdaHome home = new LambdaHome(app, config.runtimeApi().get());
            Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name("stop").unstarted(home::stop));
            home.rehearse();
            home.start(() -> System.exit(RUNTIME_API_LOST));
        } else {
            Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name("stop").unstarted(app::stopGracefully));
            System.out.println(new JsonObject().put("event", "ready").put("port", app.port()).encode());
        }
    }
}
