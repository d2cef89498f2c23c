package dev.lambdaflex.simulator.model;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

import dev.lambdaflex.simulator.model.app.Gateway;
import dev.lambdaflex.simulator.model.balancer.Balancers;
import dev.lambdaflex.simulator.model.balancer.LoadBalancer;
import dev.lambdaflex.simulator.model.zone.AliasDirectory;
import dev.lambdaflex.simulator.model.zone.Names;

/** The alias targets of the account: its API Gateway names, and its load balancers while they are active. */
final class Directory implements AliasDirectory {

    private final Supplier<Set<String>> gateways;
    private final Balancers balancers;
    private final AddressBook addresses;

    Directory(Supplier<Set<String>> gateways, Balancers balancers, AddressBook addresses) {
        this.gateways = gateways;
        this.balancers = balancers;
        this.addresses = addresses;
    }

    @Override
    public boolean liesWithin(String hostedZoneId, String dnsName) {
        return switch (hostedZoneId) {
            case LoadBalancer.HOSTED_ZONE_ID -> dnsName.endsWith(Names.normalise(LoadBalancer.DOMAIN));
            case Gateway.HOSTED_ZONE_ID -> dnsName.endsWith(Names.normalise(Gateway.DOMAIN));
            default -> false;
        };
    }

    @Override
    public boolean exists(String dnsName) {
        return isGateway(dnsName) || balancer(dnsName).isPresent();
    }

    /** API Gateway counts as healthy whatever its function does: EvaluateTargetHealth sees the service alone. */
    @Override
    public boolean healthy(String dnsName) {
        return isGateway(dnsName) || balancer(dnsName).map(LoadBalancer::healthy).orElse(false);
    }

    @Override
    public List<String> addresses(String dnsName) {
        return exists(dnsName) ? addresses.addresses(dnsName) : List.of();
    }

    private boolean isGateway(String dnsName) {
        return gateways.get().contains(Names.withoutDot(dnsName));
    }

    private Optional<LoadBalancer> balancer(String dnsName) {
        return balancers.active(Names.withoutDot(dnsName));
    }
}
