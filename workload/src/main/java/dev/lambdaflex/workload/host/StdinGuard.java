package dev.lambdaflex.workload.host;

import java.io.IOException;
import java.io.InputStream;

/**
 * Ends the process when standard input ends. A parent that holds the other end of the pipe takes its children along
 * however it dies, SIGKILL included, because the kernel closes the pipe.
 */
final class StdinGuard {

    private StdinGuard() {}

    static void start(InputStream stdin, Runnable atEnd) {
        Thread.ofPlatform().name("stdin-guard").daemon().start(() -> {
            readToEnd(stdin);
            atEnd.run();
        });
    }

    private static void readToEnd(InputStream stdin) {
        byte[] ignored = new byte[64];
        try {
            while (stdin.read(ignored) >= 0) {
                // What a parent writes has no meaning; only the end has.
            }
        } catch (IOException broken) {
            HostLog.line("standard input broke, taken as its end: " + broken.getMessage());
        }
    }
}
