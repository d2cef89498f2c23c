package dev.lambdaflex.cli.serve;

import java.net.InetAddress;
import java.util.Set;

import dev.lambdaflex.cli.console.CommandFailure;
import dev.lambdaflex.cli.console.ExitCode;
import dev.lambdaflex.provisioner.api.ApiConfig;
import dev.lambdaflex.provisioner.api.Token;

/**
 * Where control API and page are reached.
 *
 * @param bind  an address of this machine
 * @param port  0 for any
 * @param names besides those of loopback
 */
record Door(String bind, int port, Set<String> names) {

    Door {
        names = Set.copyOf(names);
        try {
            InetAddress.ofLiteral(bind);
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(ExitCode.USAGE,
                    "--bind: '%s' (expected: an address such as 127.0.0.1 or 0.0.0.0)".formatted(bind), e);
        }
    }

    ApiConfig config(Token token) {
        return new ApiConfig(bind, port, token, !InetAddress.ofLiteral(bind).isLoopbackAddress(), names);
    }

    /** Where clients on this machine find it. */
    String host() {
        return InetAddress.ofLiteral(bind).isAnyLocalAddress() ? ApiConfig.LOOPBACK : bind;
    }
}
