package dev.lambdaflex.workload.host;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Vert.x set up to start fast and to live on a read-only disk. */
final class HostVertx {

    private HostVertx() {}

    static Vertx create(HostConfig config) {
        // The JDK resolves names as well; Vert.x's own resolver would be set up at every start. -D on the command line wins.
        if (System.getProperty("vertx.disableDnsResolver") == null) {
            System.setProperty("vertx.disableDnsResolver", "true");
        }
        VertxOptions options = new VertxOptions()
                .setPreferNativeTransport(false)
                .setDisableTCCL(true)
                .setFileSystemOptions(new FileSystemOptions().setClassPathResolvingEnabled(temporaryFilesPossible()));
        if (config.runtimeApi().isPresent()) {
            // After a freeze every thread looks blocked for as long as the freeze took.
            options.setBlockedThreadCheckInterval(1).setBlockedThreadCheckIntervalUnit(TimeUnit.DAYS);
        }
        Vertx vertx = Vertx.vertx(options);
        vertx.exceptionHandler(failure -> HostLog.line("uncaught: " + HostLog.describe(failure)));
        return vertx;
    }

    /** Serving files from the class path needs a cache directory; without one, start without that ability. */
    private static boolean temporaryFilesPossible() {
        return Files.isWritable(Path.of(System.getProperty("java.io.tmpdir", "/tmp")));
    }
}
