package dev.lambdaflex.workload.host;

import dev.lambdaflex.workload.lambda.InvocationLoop;
import dev.lambdaflex.workload.lambda.Loopback;
import dev.lambdaflex.workload.lambda.RuntimeApi;
import java.time.InstantSource;

/** The app as a Lambda: an invocation loop on a thread of its own in front of the app's loopback port. */
final class LambdaHome {

    private final RunningApp app;
    private final InvocationLoop loop;

    LambdaHome(RunningApp app, String runtimeApi) {
        this.app = app;
        this.loop = new InvocationLoop(new RuntimeApi(runtimeApi), new Loopback(app.vertx(), app.port()),
                InstantSource.system(), HostLog::line);
    }

    /** Proves that the app can be reached before the first invocation is asked for; whoever throws here fails the init. */
    void rehearse() {
        loop.rehearse();
    }

    void start(Runnable atEnd) {
        Thread.ofPlatform().name("lambda-runtime").start(() -> {
            try {
                loop.run();
            } finally {
                atEnd.run();
            }
        });
    }

    /** Lambda stops idle environments only; a runtime that stops a busy one gets its invocation finished first. */
    void stop() {
        try {
            if (!loop.stop(app.config().drainLimit())) {
                HostLog.line("stopped with an invocation in hand after " + app.config().drainLimit());
            }
        } catch (InterruptedException cut) {
            Thread.currentThread().interrupt();
        }
    }
}
