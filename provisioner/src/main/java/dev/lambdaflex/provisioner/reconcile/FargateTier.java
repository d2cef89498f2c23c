package dev.lambdaflex.provisioner.reconcile;

import dev.lambdaflex.weights.migration.FargateView;

/** The Fargate tier of one app: network, load balancer and service, built and removed as a whole. */
public interface FargateTier {

    /**
     * What there is of it.
     *
     * @throws CloudException when it cannot be read
     */
    FargateView observe();

    /**
     * Starts building it. The same token again is the same build.
     *
     * @throws CloudException when there was no usable answer
     */
    void build(String token, int tasks);

    /**
     * Sets how many tasks shall run.
     *
     * @throws CloudException when there was no usable answer
     */
    void scale(int tasks);

    /**
     * Starts removing it with all that belongs to it. The same token again is the same removal.
     *
     * @throws CloudException when there was no usable answer
     */
    void remove(String token);
}
