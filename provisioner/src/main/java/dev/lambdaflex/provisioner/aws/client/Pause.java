package dev.lambdaflex.provisioner.aws.client;

import java.time.Duration;

import dev.lambdaflex.provisioner.reconcile.CloudException;

/** Lets time pass. */
@FunctionalInterface
public interface Pause {

    /** Sleeps, as a virtual thread may. */
    Pause REAL = duration -> {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CloudException("interrupted while waiting to call AWS", e);
        }
    };

    void pause(Duration duration);
}
