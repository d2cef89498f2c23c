package dev.lambdaflex.provisioner.contract;

import java.util.function.BooleanSupplier;

import dev.lambdaflex.provisioner.reconcile.Zone;

/** A zone to be tested, whose name has no records yet. */
public interface ZoneBench extends AutoCloseable {

    /** The zone as the provisioner has it. */
    Zone zone();

    /** The same records as another provisioner has them, at the same time. */
    Zone rival();

    /** A target that Lambda's record may lead to. */
    String lambdaTarget();

    /** A target that Fargate's record may lead to. */
    String fargateTarget();

    /** Lets time pass until it is so; fails when it never is. */
    void until(BooleanSupplier so);

    /** Gives the name a simple A record. */
    void addSimpleRecord();

    /** Gives the name one more weighted record. */
    void addWeightedRecord(String setIdentifier);

    /** Sets the weight of Lambda's record by hand. */
    void editLambdaWeight(int weight);

    /** How many records the name has, of all types, without the owner's note. */
    int records();

    @Override
    default void close() {}
}
