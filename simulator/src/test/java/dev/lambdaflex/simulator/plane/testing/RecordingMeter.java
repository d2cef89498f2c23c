package dev.lambdaflex.simulator.plane.testing;

import dev.lambdaflex.simulator.plane.Meter;
import dev.lambdaflex.weights.split.Tier;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Remembers what it was told. */
public final class RecordingMeter implements Meter {

    public record Served(Tier tier, int status, boolean gatewayMade) {}

    public final List<Served> served = new CopyOnWriteArrayList<>();
    public final AtomicInteger throttled = new AtomicInteger();
    public final AtomicInteger coldStarts = new AtomicInteger();
    public final AtomicInteger environments = new AtomicInteger();
    public final AtomicInteger mostEnvironments = new AtomicInteger();
    public final AtomicInteger tasks = new AtomicInteger();
    public final AtomicInteger inFlight = new AtomicInteger();
    public final AtomicInteger invocations = new AtomicInteger();
    public final AtomicInteger errors = new AtomicInteger();
    public final AtomicInteger connections = new AtomicInteger();
    public final AtomicInteger targetErrors = new AtomicInteger();

    public List<Integer> statuses() {
        return served.stream().map(Served::status).toList();
    }

    @Override
    public void served(Tier tier, int status, Duration latency, boolean gatewayMade) {
        served.add(new Served(tier, status, gatewayMade));
    }

    @Override
    public void inFlight(Tier tier, int now) {
        inFlight.set(now);
    }

    @Override
    public void connectionOpened(Tier tier) {
        connections.incrementAndGet();
    }

    @Override
    public void invoked(Duration duration, boolean failed) {
        invocations.incrementAndGet();
        if (failed) {
            errors.incrementAndGet();
        }
    }

    @Override
    public void throttled() {
        throttled.incrementAndGet();
    }

    @Override
    public void coldStart(Duration init) {
        coldStarts.incrementAndGet();
    }

    @Override
    public void environments(int now) {
        environments.set(now);
        mostEnvironments.accumulateAndGet(now, Math::max);
    }

    @Override
    public void tasks(int now) {
        tasks.set(now);
    }

    @Override
    public void targetConnectionError() {
        targetErrors.incrementAndGet();
    }
}
