package dev.lambdaflex.cli.cloud;

import java.util.Optional;

import dev.lambdaflex.cli.console.CommandFailure;
import dev.lambdaflex.cli.console.ExitCode;
import dev.lambdaflex.cli.process.Ports;
import dev.lambdaflex.simulator.local.LocalPlaces;
import dev.lambdaflex.simulator.plane.Endpoint;

/**
 * Where a cloud listens. Ports are 0 where the system shall choose.
 *
 * @param bind          the address of everything but the way behind the stage, which is for this machine alone; empty for
 *                      addresses of loopback, where gateway and balancer have one each
 * @param port          of AWS's API
 * @param dnsPort       of the name server
 * @param dataPort      of API Gateway, and of the load balancer when it has an address of its own
 * @param balancerPort  of the load balancer on {@code bind}
 * @param backstagePort where drills are ordered and the truth is told
 */
record Listening(Optional<String> bind, int port, int dnsPort, int dataPort, int balancerPort, int backstagePort) {

    private static final String LOOPBACK = "127.0.0.1";

    Listening {
        Ports.require("--port", port);
        Ports.require("--dns-port", dnsPort);
        Ports.require("--data-port", dataPort);
        Ports.require("--balancer-port", balancerPort);
        Ports.require("--backstage-port", backstagePort);
        boolean apart = dataPort != 0 && balancerPort != 0 && dataPort != balancerPort;
        if (bind.isPresent() && !apart) {
            throw new CommandFailure(ExitCode.USAGE,
                    "--bind: with --data-port %d and --balancer-port %d (expected: two different ports, for both are on that address)"
                            .formatted(dataPort, balancerPort));
        }
        if (bind.isEmpty() && balancerPort != 0) {
            throw new CommandFailure(ExitCode.USAGE,
                    "--balancer-port: %d (expected: only with --bind)".formatted(balancerPort));
        }
    }

    Endpoint api() {
        return new Endpoint(bind.orElse(LOOPBACK), port);
    }

    Endpoint backstage() {
        return new Endpoint(LOOPBACK, backstagePort);
    }

    LocalPlaces places() {
        return bind.map(address -> new LocalPlaces(new Endpoint(address, dnsPort), new Endpoint(address, dataPort),
                new Endpoint(address, balancerPort)))
                .orElseGet(() -> LocalPlaces.loopback(dnsPort, dataPort));
    }
}
