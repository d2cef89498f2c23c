package dev.lambdaflex.cli.cloud;

import java.nio.file.Path;
import java.util.List;

import dev.lambdaflex.cli.console.CommandFailure;
import dev.lambdaflex.cli.console.ExitCode;

/**
 * How a cloud is to come up.
 *
 * @param host     the app's public name; what stands before its first dot is the app's name, the rest its zone
 * @param port     the port of AWS's API on 127.0.0.1; 0 where the system shall choose
 * @param dnsPort  the name server's
 * @param speed    what the cloud's waiting times are divided by
 * @param seed     what all chance follows from
 * @param folder   where its state is kept
 * @param workload the command that is the workload
 */
record CloudOptions(String host, int port, int dnsPort, double speed, long seed, Path folder, List<String> workload) {

    CloudOptions {
        if (!(speed >= 1 && speed <= 300)) {
            throw new CommandFailure(ExitCode.USAGE, "--speed: %s (expected: 1 to 300)".formatted(speed));
        }
        if (!host.matches("[a-z][a-z0-9-]*(\\.[a-z0-9-]+)+")) {
            throw new CommandFailure(ExitCode.USAGE,
                    "--host: '%s' (expected: a name with a dot, such as shop.lambdaflex.test)".formatted(host));
        }
        requirePort("--port", port);
        requirePort("--dns-port", dnsPort);
        workload = List.copyOf(workload);
    }

    String app() {
        return host.substring(0, host.indexOf('.'));
    }

    String zone() {
        return host.substring(host.indexOf('.') + 1) + ".";
    }

    private static void requirePort(String name, int port) {
        if (port < 0 || port > 65_535) {
            throw new CommandFailure(ExitCode.USAGE, "%s: %d (expected: 0 to 65535)".formatted(name, port));
        }
    }
}
