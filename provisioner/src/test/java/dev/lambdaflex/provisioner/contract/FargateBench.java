package dev.lambdaflex.provisioner.contract;

import java.util.function.BooleanSupplier;

import dev.lambdaflex.provisioner.reconcile.FargateTier;

/** A Fargate tier to be tested, of which nothing is built yet. */
public interface FargateBench extends AutoCloseable {

    FargateTier tier();

    /** Lets time pass until it is so; fails when it never is. */
    void until(BooleanSupplier so);

    @Override
    default void close() {}
}
