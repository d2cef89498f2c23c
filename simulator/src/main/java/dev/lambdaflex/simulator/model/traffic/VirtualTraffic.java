package dev.lambdaflex.simulator.model.traffic;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

import dev.lambdaflex.simulator.model.Cloud;
import dev.lambdaflex.simulator.model.app.App;
import dev.lambdaflex.simulator.model.app.FargateTierParts;
import dev.lambdaflex.simulator.model.balancer.LoadBalancer;
import dev.lambdaflex.simulator.model.time.Draws;

/**
 * The requests of one app in virtual time. Each stretch of time gets a Poisson number of requests, dealt to the groups of clients
 * and by them to the tiers as they stand at its end.
 */
public final class VirtualTraffic {

    /** A regional API Gateway does not say how long it keeps connections; a minute is observed. */
    private static final Duration GATEWAY_CONNECTION = Duration.ofSeconds(60);

    private final Cloud cloud;
    private final App app;
    private final List<ClientGroup> groups;
    private final RandomGenerator random;
    private final TierLoad load;
    private final String gateway;
    private TrafficCount total = TrafficCount.NONE;

    public VirtualTraffic(Cloud cloud, String app, TrafficSettings settings) {
        this.cloud = cloud;
        this.app = cloud.app(app);
        this.random = cloud.streams().of("traffic " + app);
        this.load = new TierLoad(this.app, settings, random);
        this.gateway = this.app.gateway().dnsName();
        this.groups = groups(settings);
    }

    /** Makes the requests between {@code from} and {@code to}, at {@code rate} a second. The cloud has been advanced to {@code to}. */
    public TrafficCount advance(Instant from, Instant to, double rate) {
        return cloud.timeline().call(() -> {
            Duration span = Duration.between(from, to);
            long requests = Draws.poisson(rate * span.toMillis() / 1000.0, random);
            TrafficCount count = requests == 0 ? TrafficCount.NONE : deal(requests, span, to);
            total = total.plus(count);
            return count;
        });
    }

    /** Everything so far. */
    public TrafficCount total() {
        return cloud.timeline().call(() -> total);
    }

    private TrafficCount deal(long requests, Duration span, Instant now) {
        Map<String, Integer> groupsByTarget = new TreeMap<>();
        groups.forEach(
                group -> groupsByTarget.merge(group.target(now, this::connectionLife).orElse(""), 1, Integer::sum));
        TrafficCount count = TrafficCount.NONE;
        long left = requests;
        int groupsLeft = groups.size();
        for (Map.Entry<String, Integer> target : groupsByTarget.entrySet()) {
            long here = Draws.binomial(left, (double) target.getValue() / groupsLeft, random);
            count = count.plus(send(target.getKey(), here, span));
            left -= here;
            groupsLeft -= target.getValue();
        }
        return count;
    }

    private TrafficCount send(String target, long requests, Duration span) {
        if (requests == 0) {
            return TrafficCount.NONE;
        }
        if (target.equals(gateway)) {
            return load.lambda(requests, span);
        }
        return balancer(target).map(tier -> load.fargate(tier, requests, span))
                .orElse(new TrafficCount(0, 0, 0, 0, requests));
    }

    private Optional<Duration> connectionLife(String target) {
        return target.equals(gateway)
                ? Optional.of(GATEWAY_CONNECTION)
                : balancer(target).map(tier -> tier.group().settings().clientKeepAlive());
    }

    private Optional<FargateTierParts> balancer(String target) {
        return app.fargate()
                .filter(tier -> tier.balancer().state() == LoadBalancer.State.ACTIVE
                        && tier.balancer().dnsName().equals(target));
    }

    private List<ClientGroup> groups(TrafficSettings settings) {
        RandomGenerator clients = cloud.streams().of("clients " + app.name());
        List<ClientGroup> made = new ArrayList<>();
        for (int i = 0; i < settings.groups(); i++) {
            Resolver resolver = new Resolver(cloud.zone(), app.recordName(), beyondTtl(settings, clients.nextDouble()));
            made.add(new ClientGroup(resolver, clients.nextDouble() < settings.keepAliveShare(), settings.idleTimeout(),
                    clients));
        }
        return List.copyOf(made);
    }

    private static Duration beyondTtl(TrafficSettings settings, double draw) {
        if (draw < settings.eternalShare()) {
            return Resolver.FOR_EVER;
        }
        return draw < settings.eternalShare() + settings.stubbornShare() ? settings.stubbornTime() : Duration.ZERO;
    }
}
