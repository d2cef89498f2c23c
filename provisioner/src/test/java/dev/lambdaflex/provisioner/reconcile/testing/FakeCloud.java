package dev.lambdaflex.provisioner.reconcile.testing;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

import dev.lambdaflex.provisioner.reconcile.CloudException;
import dev.lambdaflex.provisioner.reconcile.CloudPorts;
import dev.lambdaflex.weights.gate.TierWindow;
import dev.lambdaflex.provisioner.reconcile.LambdaTier;
import dev.lambdaflex.weights.migration.Concurrency;
import dev.lambdaflex.weights.migration.LambdaView;
import dev.lambdaflex.weights.split.Split;
import dev.lambdaflex.weights.split.Tier;

/** One app's cloud, behind the ports. Metrics are three minutes late and exact. */
public final class FakeCloud {

    public static final String GATEWAY = "gateway";
    private static final Duration LAG = Duration.ofMinutes(3);

    private final VirtualClock clock;
    private final FakeZone zone;
    private final FakeFargate fargate;
    private final Set<Tier> sick = EnumSet.noneOf(Tier.class);
    private Optional<Instant> metricsEnd = Optional.empty();
    private double load;
    private boolean metricsAway;
    private boolean lambdaAway;
    private long probes;

    public FakeCloud(VirtualClock clock) {
        this.clock = clock;
        this.zone = new FakeZone(clock);
        this.fargate = new FakeFargate(clock);
    }

    public CloudPorts ports() {
        return new CloudPorts(zone, fargate, lambdaTier(), this::window, this::answers);
    }

    public FakeZone zone() {
        return zone;
    }

    public FakeFargate fargate() {
        return fargate;
    }

    /** So many requests come per second, shared as the records say. */
    public void load(double perSecond) {
        load = perSecond;
    }

    public void sick(Tier tier, boolean whether) {
        if (whether) {
            sick.add(tier);
        } else {
            sick.remove(tier);
        }
        fargate.sick(sick.contains(Tier.FARGATE));
    }

    /** No API answers. */
    public void away(boolean whether) {
        zone.away(whether);
        fargate.away(whether);
        lambdaAway = whether;
        metricsAway = whether;
    }

    /** Metrics can be read and show nothing new. */
    public void stallMetrics() {
        metricsEnd = Optional.of(clock.instant().minus(LAG));
    }

    /** How many probes were made. */
    public long probes() {
        return probes;
    }

    private LambdaTier lambdaTier() {
        return new LambdaTier() {
            @Override
            public LambdaView observe() {
                return lambda();
            }

            @Override
            public void reserve(int environments) {
                throw new CloudException("nothing is reserved here");
            }
        };
    }

    private LambdaView lambda() {
        if (lambdaAway) {
            throw new CloudException("Lambda is unavailable");
        }
        return new LambdaView(GATEWAY, Concurrency.shared(1000), false);
    }

    private TierWindow window(Tier tier, Instant from, Instant to) {
        if (metricsAway) {
            throw new CloudException("CloudWatch is unavailable");
        }
        Instant readable = metricsEnd.orElse(clock.instant().minus(LAG));
        Instant ends = to.isBefore(readable) ? to : readable;
        if (!ends.isAfter(from)) {
            return TierWindow.empty(from, from, "fake");
        }
        double seconds = Duration.between(from, ends).toMillis() / 1000.0;
        long requests = Math.round(seconds * load * zone.split().share(tier) / Split.WHOLE);
        Optional<Duration> p99 = requests == 0 ? Optional.empty() : Optional.of(Duration.ofMillis(40));
        return new TierWindow(from, ends, requests, 0, p99, "fake");
    }

    private boolean answers(Tier tier, String target) {
        probes++;
        return switch (tier) {
            case LAMBDA -> target.equals(GATEWAY) && !sick.contains(Tier.LAMBDA);
            case FARGATE -> target.equals(fargate.target()) && fargate.answers();
        };
    }
}
