package dev.lambdaflex.simulator.load;

import dev.lambdaflex.simulator.load.testing.LoadRig;
import dev.lambdaflex.simulator.load.testing.StubShop;
import dev.lambdaflex.weights.split.Tier;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * What the load itself costs: CPU time of its event loop. The server has event loops of its own, which do not count.
 * Arguments: requests/s and seconds, 500 and 30 unless told otherwise; the first third warms up.
 */
final class BenchmarkLoad {

    private BenchmarkLoad() {}

    public static void main(String[] args) throws Exception {
        double rate = args.length > 0 ? Double.parseDouble(args[0]) : 500;
        long seconds = args.length > 1 ? Long.parseLong(args[1]) : 30;
        Vertx servers = Vertx.vertx();
        Vertx clients = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
        CountDownLatch named = new CountDownLatch(1);
        clients.runOnContext(_ -> {
            Thread.currentThread().setName("load-loop");
            named.countDown();
        });
        named.await();
        StubShop shop = StubShop.open(servers);
        Load load = Load.start(clients, LoadRig.target(shop.port()), RequestMix.usual(), 42);

        load.rate(rate);
        TimeUnit.SECONDS.sleep(seconds / 3);
        long cpu = cpuNanos();
        long sent = load.counts().sent();
        long from = System.nanoTime();
        TimeUnit.SECONDS.sleep(seconds - seconds / 3);
        double wall = System.nanoTime() - from;
        double used = cpuNanos() - cpu;
        Counts counts = load.counts();
        print(counts, used / wall, used / (counts.sent() - sent), wall / Duration.ofSeconds(1).toNanos());

        LoadRig.end(load);
        clients.close().await();
        servers.close().await();
    }

    private static void print(Counts counts, double core, double nanosEach, double seconds) {
        System.out.printf("%.1f %% of a core, %.0f us a request, over %.0f s%n", core * 100, nanosEach / 1_000,
                seconds);
        System.out.printf("rate %.0f/s, sent late by %s (p99), answered %d, p50 %s, p99 %s, troubles %d, not sent %d%n",
                counts.rate(), counts.lagP99(), counts.answered(), counts.tier(Tier.FARGATE).p50(),
                counts.tier(Tier.FARGATE).p99(), counts.troubles().size(), counts.notSent());
    }

    private static long cpuNanos() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        for (ThreadInfo thread : threads.getThreadInfo(threads.getAllThreadIds())) {
            if (thread != null && thread.getThreadName().equals("load-loop")) {
                return threads.getThreadCpuTime(thread.getThreadId());
            }
        }
        throw new IllegalStateException("load-loop: no such thread (expected: running)");
    }
}
