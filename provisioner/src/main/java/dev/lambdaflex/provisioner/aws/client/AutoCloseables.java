package dev.lambdaflex.provisioner.aws.client;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Closing one thing must not keep the next one open. */
final class AutoCloseables {

    private static final Logger LOG = LoggerFactory.getLogger(AutoCloseables.class);

    private AutoCloseables() {}

    static void close(AutoCloseable closeable) {
        try {
            closeable.close();
        } catch (Exception e) {
            LOG.warn("{} could not be closed", closeable.getClass().getSimpleName(), e);
        }
    }
}
