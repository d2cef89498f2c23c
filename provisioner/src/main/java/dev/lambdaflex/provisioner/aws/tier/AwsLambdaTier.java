package dev.lambdaflex.provisioner.aws.tier;

import java.util.Optional;
import java.util.function.BooleanSupplier;

import dev.lambdaflex.provisioner.aws.client.Refusal;
import dev.lambdaflex.provisioner.reconcile.LambdaTier;
import dev.lambdaflex.weights.migration.Concurrency;
import dev.lambdaflex.weights.migration.LambdaView;
import software.amazon.awssdk.services.lambda.LambdaClient;

/**
 * The Lambda tier of one app. How many environments it may have at once is its reserved concurrency, which is also a cap, or
 * what the account leaves to functions without one.
 */
public final class AwsLambdaTier implements LambdaTier {

    private final LambdaClient lambda;
    private final String function;
    private final GatewayName gateway;
    private final BooleanSupplier throttledLately;

    /**
     * A tier.
     *
     * @param throttledLately whether the metrics tell of throttled invocations
     */
    public AwsLambdaTier(LambdaClient lambda, LambdaHome home, GatewayName gateway, BooleanSupplier throttledLately) {
        this.lambda = lambda;
        this.function = home.function();
        this.gateway = gateway;
        this.throttledLately = throttledLately;
    }

    @Override
    public LambdaView observe() {
        return new LambdaView(gateway.regional().target(), new Concurrency(reserved(), unreserved()),
                throttledLately.getAsBoolean());
    }

    @Override
    public void reserve(int environments) {
        Refusal.worded("lambda:PutFunctionConcurrency",
                () -> lambda.putFunctionConcurrency(request -> request.functionName(function)
                        .reservedConcurrentExecutions(environments)));
    }

    private Optional<Integer> reserved() {
        return Optional.ofNullable(Refusal.worded("lambda:GetFunctionConcurrency",
                () -> lambda.getFunctionConcurrency(request -> request.functionName(function)))
                .reservedConcurrentExecutions());
    }

    private int unreserved() {
        return Refusal.worded("lambda:GetAccountSettings", () -> lambda.getAccountSettings(_ -> {}))
                .accountLimit()
                .unreservedConcurrentExecutions();
    }
}
