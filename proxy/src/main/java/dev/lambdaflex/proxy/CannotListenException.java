package dev.lambdaflex.proxy;

import dev.lambdaflex.proxy.EdgeConfig.Listen;

/** A port of the edge is taken or not allowed. The message is one sentence for people. */
public final class CannotListenException extends RuntimeException {

    private static final long serialVersionUID = 1;

    CannotListenException(String port, Listen listen, Throwable cause) {
        super("%s port: cannot listen on %s:%d: %s (expected: a free port)".formatted(port, listen.host(),
                listen.port(),
                cause.getMessage()), cause);
    }
}
