package dev.lambdaflex.simulator.local;

import dev.lambdaflex.simulator.plane.Endpoint;

/**
 * Where a local cloud listens. What its name server answers is the same everywhere: {@code 127.0.0.10} is Lambda and
 * {@code 127.0.0.11} is Fargate.
 *
 * @param dns      of the name server; port 0 where the system shall choose
 * @param gateway  of API Gateway; port 0 where the system shall choose
 * @param balancer of the load balancer; port 0 for the gateway's
 */
public record LocalPlaces(Endpoint dns, Endpoint gateway, Endpoint balancer) {

    public LocalPlaces {
        if (gateway.host().equals(balancer.host()) && gateway.port() == balancer.port()) {
            throw new IllegalArgumentException("balancer: %s is the gateway's place (expected: another)"
                    .formatted(balancer));
        }
    }

    /**
     * On this machine alone, as {@code up} has it: a DNS answer selects a tier, for each has an address of its own.
     *
     * @param dataPort of gateway and balancer; 0 where the system shall choose
     */
    public static LocalPlaces loopback(int dnsPort, int dataPort) {
        return new LocalPlaces(new Endpoint("127.0.0.1", dnsPort), new Endpoint(LocalAddresses.GATEWAY_HOST, dataPort),
                new Endpoint(LocalAddresses.BALANCER_HOST, dataPort));
    }
}
