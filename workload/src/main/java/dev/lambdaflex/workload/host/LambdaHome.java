package dev.lambdaflex.workload.host;

import dev.lambdaflex.workload.lambda.InvocationLoop;
import dev.lambdaflex.workload.lambda.Loopback;
import dev.lambdaflex.workload.lambda.RuntimeApi;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;

/**
 * The app as a Lambda: invocation loops in front of the app's loopback port, each on a thread of its own. There is one, unless
 * Lambda says that it sends several invocations at a time (Lambda Managed Instances).
 */
final class LambdaHome {

    private final RunningApp app;
    private final List<InvocationLoop> loops;

    LambdaHome(RunningApp app, String runtimeApi) {
        this.app = app;
        int concurrency = app.config().concurrency();
        RuntimeApi api = new RuntimeApi(runtimeApi);
        Loopback loopback = new Loopback(app.vertx(), app.port(), concurrency);
        this.loops = Stream.generate(
                () -> new InvocationLoop(api, loopback, app.config().streaming(), InstantSource.system(),
                        HostLog::line))
                .limit(concurrency)
                .toList();
    }

    /** Proves that the app can be reached before the first invocation is asked for; whoever throws here fails the init. */
    void rehearse() {
        loops.getFirst().rehearse();
    }

    void start(Runnable atEnd) {
        for (InvocationLoop loop : loops) {
            Thread.ofPlatform().name("lambda-runtime").start(() -> {
                try {
                    loop.run();
                } finally {
                    atEnd.run();
                }
            });
        }
    }

    /** Lambda stops idle environments only; a runtime that stops a busy one gets its invocations finished first. */
    void stop() {
        loops.forEach(InvocationLoop::takeNoMore);
        Instant end = Instant.now().plus(app.config().drainLimit());
        try {
            for (InvocationLoop loop : loops) {
                if (!loop.stop(Duration.between(Instant.now(), end))) {
                    HostLog.line("stopped with an invocation in hand after " + app.config().drainLimit());
                }
            }
        } catch (InterruptedException cut) {
            Thread.currentThread().interrupt();
        }
    }
}
