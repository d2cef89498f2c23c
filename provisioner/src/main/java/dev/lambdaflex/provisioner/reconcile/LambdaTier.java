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
}
