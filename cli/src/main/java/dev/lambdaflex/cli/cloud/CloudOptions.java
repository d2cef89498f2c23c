package dev.lambdaflex.cli.cloud;

import java.nio.file.Path;

import dev.lambdaflex.cli.console.CommandFailure;
import dev.lambdaflex.cli.console.ExitCode;
import dev.lambdaflex.cli.process.Speed;

/**
 * How a cloud is to come up.
 *
 * @param host     the app's public name; what stands before its first dot is the app's name, the rest its zone
 * @param listening where it listens
 * @param speed    what the cloud's waiting times are divided by
 * @param seed     what all chance follows from
 * @param folder   where its state is kept
 */
record CloudOptions(String host, Listening listening, double speed, long seed, Path folder) {

    CloudOptions {
        Speed.require(speed);
        if (!host.matches("[a-z][a-z0-9-]*(\\.[a-z0-9-]+)+")) {
            throw new CommandFailure(ExitCode.USAGE,
                    "--host: '%s' (expected: a name with a dot, such as shop.lambdaflex.test)".formatted(host));
        }
    }

    String app() {
        return host.substring(0, host.indexOf('.'));
    }

    String zone() {
        return host.substring(host.indexOf('.') + 1) + ".";
    }
}
