package dev.lambdaflex.simulator.local;

import java.util.List;

import dev.lambdaflex.simulator.model.AddressBook;
import dev.lambdaflex.simulator.model.app.Gateway;
import dev.lambdaflex.weights.split.Tier;

/** Where the names of the cloud listen on this machine: each tier has an address of its own, so that a DNS answer selects it. */
final class LocalAddresses implements AddressBook {

    static final String GATEWAY_HOST = "127.0.0.10";
    static final String BALANCER_HOST = "127.0.0.11";

    @Override
    public List<String> addresses(String dnsName) {
        return List.of(tier(dnsName) == Tier.LAMBDA ? GATEWAY_HOST : BALANCER_HOST);
    }

    private static Tier tier(String dnsName) {
        String name = dnsName.endsWith(".") ? dnsName.substring(0, dnsName.length() - 1) : dnsName;
        return name.endsWith(Gateway.DOMAIN) ? Tier.LAMBDA : Tier.FARGATE;
    }
}
