package dev.lambdaflex.provisioner.reconcile;

import dev.lambdaflex.weights.migration.LambdaView;

/** The Lambda tier of one app: the function and the API Gateway name in front of it. Always there. */
public interface LambdaTier {

    /**
     * What it is like now.
     *
     * @throws CloudException when it cannot be read
     */
    LambdaView observe();

    /**
     * Reserves so many environments for the function, which is also a cap from now on.
     *
     * @param environments 1 or more: 0 would switch the function off
     * @throws CloudException when it is refused, or nobody answers
     */
    void reserve(int environments);
}
