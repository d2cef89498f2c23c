package dev.lambdaflex.simulator.model.traffic;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
        Optional<FargateTierParts> tier = activeTier();
        Destinations there = new Destinations(gateway, tier.map(parts -> parts.balancer().dnsName()),
                tier.map(parts -> parts.group().settings().clientKeepAlive()));
        Shares shares = requests < groups.size() ? oneByOne(requests, now, there) : inShares(requests, now, there);
        TrafficCount count = new TrafficCount(0, 0, 0, 0, shares.nobody()).plus(load.lambda(shares.gateway(), span));
        return tier.map(parts -> count.plus(load.fargate(parts, shares.balancer(), span))).orElse(count);
    }

    /** Few requests wake few groups: the connections of the others idle on towards their end. */
    private Shares oneByOne(long requests, Instant now, Destinations there) {
        Shares shares = Shares.NONE;
        for (long i = 0; i < requests; i++) {
            ClientGroup asking = groups.get(random.nextInt(groups.size()));
            shares = shares.plus(asking.destination(now, there));
        }
        return shares;
    }

    /** Of many requests each group makes some: every destination gets the share of the groups that lead there. */
    private Shares inShares(long requests, Instant now, Destinations there) {
        Shares groupsTo = Shares.NONE;
        for (ClientGroup group : groups) {
            groupsTo = groupsTo.plus(group.destination(now, there));
        }
        long nobody = Draws.binomial(requests, (double) groupsTo.nobody() / groups.size(), random);
        long served = groupsTo.gateway() + groupsTo.balancer();
        long toGateway = served == 0
                ? 0
                : Draws.binomial(requests - nobody, (double) groupsTo.gateway() / served, random);
        return new Shares(toGateway, requests - nobody - toGateway, nobody);
    }

    private record Shares(long gateway, long balancer, long nobody) {

        static final Shares NONE = new Shares(0, 0, 0);

        Shares plus(Destinations.Destination one) {
            return switch (one) {
                case GATEWAY -> new Shares(gateway + 1, balancer, nobody);
                case BALANCER -> new Shares(gateway, balancer + 1, nobody);
                case NOBODY -> new Shares(gateway, balancer, nobody + 1);
            };
        }
    }

    private Optional<FargateTierParts> activeTier() {
        return app.fargate().filter(tier -> tier.balancer().state() == LoadBalancer.State.ACTIVE);
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
