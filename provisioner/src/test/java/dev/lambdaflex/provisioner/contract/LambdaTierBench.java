package dev.lambdaflex.provisioner.contract;

import dev.lambdaflex.provisioner.reconcile.LambdaTier;

/** A Lambda tier to be tested. */
public interface LambdaTierBench extends AutoCloseable {

    LambdaTier tier();

    /** The name that the tier is reached at. */
    String target();

    /** Reserves so many environments for the function. */
    void reserve(int environments);

    @Override
    default void close() {}
}
