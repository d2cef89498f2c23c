package dev.lambdaflex.workload.testing;

import dev.lambdaflex.workload.host.HostContext;
import dev.lambdaflex.workload.host.WorkloadHost;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;

/** An app with every bad habit a host has to survive. */
public final class OddWorkload {

    /** On standard error once {@code /slow} is in the app's hands. */
    public static final String SLOW_BEGINS = "slow begins";

    private OddWorkload() {}

    public static void main(String[] args) {
        WorkloadHost.run(OddWorkload::router);
    }

    public static Router router(HostContext host) {
        if ("true".equals(System.getenv("ODD_FAILS_TO_START"))) {
            throw new IllegalStateException("no database");
        }
        Router router = Router.router(host.vertx());
        router.get("/slow").handler(ctx -> {
            System.err.println(SLOW_BEGINS);
            host.vertx().setTimer(700, _ -> ctx.end("slow but there"));
        });
        Queue<RoutingContext> pair = new ConcurrentLinkedQueue<>();
        router.get("/pair").handler(ctx -> {
            pair.add(ctx);
            if (pair.size() == 2) {
                pair.forEach(both -> both.end("together"));
            }
        });
        Queue<RoutingContext> dripping = new ConcurrentLinkedQueue<>();
        router.get("/drip").handler(ctx -> {
            dripping.add(ctx);
            ctx.response().setChunked(true).write("one ");
        });
        router.get("/dry").handler(ctx -> {
            dripping.forEach(drip -> drip.end("two"));
            ctx.end("dried");
        });
        router.get("/break")
                .handler(ctx -> ctx.response()
                        .setChunked(true)
                        .write("half")
                        .onComplete(_ -> ctx.request().connection().close()));
        router.get("/throw").handler(_ -> {
            throw new IllegalStateException("boom");
        });
        router.get("/cut").handler(ctx -> ctx.request().connection().close());
        router.get("/never").handler(_ -> {});
        router.get("/block").handler(OddWorkload::block);
        router.get("/huge").handler(ctx -> ctx.end(Buffer.buffer(new byte[7 * 1024 * 1024])));
        router.get("/fine").handler(ctx -> ctx.end("fine"));
        return router;
    }

    /** Blocks the event loop, against all rules, for longer than a test's deadline. */
    private static void block(RoutingContext ctx) {
        try {
            TimeUnit.SECONDS.sleep(2);
        } catch (InterruptedException woken) {
            Thread.currentThread().interrupt();
        }
        ctx.end("too late");
    }
}
