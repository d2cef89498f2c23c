package dev.lambdaflex.simulator.model;

import java.util.List;

/** The IPv4 addresses behind the names of balancers and gateways: made up in virtual time, real sockets in real time. */
@FunctionalInterface
public interface AddressBook {

    /** Addresses of {@code dnsName}, which is there; called under the model's lock, so it must not block. */
    List<String> addresses(String dnsName);
}
