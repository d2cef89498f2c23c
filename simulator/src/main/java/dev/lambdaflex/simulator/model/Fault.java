package dev.lambdaflex.simulator.model;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

import dev.lambdaflex.simulator.model.api.Service;
import dev.lambdaflex.simulator.model.app.App;
import dev.lambdaflex.simulator.model.lambda.LambdaFunction;
import dev.lambdaflex.weights.split.Tier;

/** What can be made to go wrong, and to go right again, while the cloud runs. */
public enum Fault {
    /** Fargate answers 500 to everything, its health path included. */
    FARGATE_SICK("fargate"),
    /** Lambda answers 500 to everything, its health path included. */
    LAMBDA_SICK("lambda"),
    /** Every creation of the Fargate tier fails at its service, so that all before it has to be rolled back. */
    CREATION_FAILS("provisioning"),
    /** No removal of the Fargate tier gets past its network. */
    REMOVAL_FAILS("removal"),
    /** Somebody attached a network interface by hand: the network cannot go. */
    NETWORK_HELD("network-held"),
    /** Lambda may run nothing at once: every request is throttled. */
    LAMBDA_THROTTLED("lambda-throttled"),
    /** The API of Route 53 answers 503; its name servers go on. */
    ROUTE_53_AWAY("route53"), CLOUDFORMATION_AWAY("cloudformation"), ECS_AWAY("ecs"), LAMBDA_API_AWAY("lambda-api"),
    /** Metrics cannot be read. */
    METRICS_AWAY("metrics"),
    /** Metrics can be read and show nothing new. */
    METRICS_LATE("metrics-late");

    private final String label;

    Fault(String label) {
        this.label = label;
    }

    /** The name that users type. */
    public String label() {
        return label;
    }

    /**
     * The fault of that name.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static Fault named(String label) {
        return Arrays.stream(values())
                .filter(fault -> fault.label.equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("fault: '%s' (expected: one of %s)".formatted(label,
                        Arrays.stream(values()).map(Fault::label).collect(Collectors.joining(", ")))));
    }

    void set(Cloud cloud, App app, boolean on) {
        switch (this) {
            case FARGATE_SICK -> app.sickness().sick(Tier.FARGATE, on);
            case LAMBDA_SICK -> app.sickness().sick(Tier.LAMBDA, on);
            case CREATION_FAILS -> cloud.stacks().failCreation(app.stackName(), onlyWhen(on, "Service"));
            case REMOVAL_FAILS -> cloud.stacks().failDeletion(app.stackName(), onlyWhen(on, "Vpc"));
            case NETWORK_HELD -> app.foreignInterface(on);
            case LAMBDA_THROTTLED -> throttle(app.function(), on);
            case ROUTE_53_AWAY -> cloud.doors().shut(Service.ROUTE_53, on);
            case CLOUDFORMATION_AWAY -> cloud.doors().shut(Service.CLOUDFORMATION, on);
            case ECS_AWAY -> cloud.doors().shut(Service.ECS, on);
            case LAMBDA_API_AWAY -> cloud.doors().shut(Service.LAMBDA, on);
            case METRICS_AWAY -> cloud.doors().shut(Service.CLOUDWATCH, on);
            case METRICS_LATE -> cloud.metrics().stall(on);
        }
    }

    private static void throttle(LambdaFunction function, boolean on) {
        if (on) {
            function.reserve(0);
        } else {
            function.share();
        }
    }

    private static Optional<String> onlyWhen(boolean on, String logicalId) {
        return on ? Optional.of(logicalId) : Optional.empty();
    }
}
