package dev.lambdaflex.workload.host;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/** Where this process lives. */
public enum ServingTier {
    /** An environment of a Lambda function: there is a Runtime API to ask for events. */
    LAMBDA("lambda"),
    /** A task on ECS Fargate: the agent offers its metadata endpoint. */
    FARGATE("fargate"),
    /** Anywhere else. */
    LOCAL("local");

    /** What the Lambda service sets in every runtime; {@code AWS_EXECUTION_ENV} is not defined for custom runtimes. */
    static final String RUNTIME_API = "AWS_LAMBDA_RUNTIME_API";
    static final String ECS_METADATA = "ECS_CONTAINER_METADATA_URI_V4";

    private final String label;

    ServingTier(String label) {
        this.label = label;
    }

    /** The name that clients see, for example in {@code x-lambdaflex-tier}. */
    public String label() {
        return label;
    }

    static ServingTier detect(Map<String, String> environment) {
        if (environment.containsKey(RUNTIME_API)) {
            return LAMBDA;
        }
        return environment.containsKey(ECS_METADATA) ? FARGATE : LOCAL;
    }

    static ServingTier ofLabel(String label) {
        for (ServingTier tier : values()) {
            if (tier.label.equals(label)) {
                return tier;
            }
        }
        String known = Arrays.stream(values()).map(ServingTier::label).collect(Collectors.joining(", "));
        throw new IllegalArgumentException("LAMBDAFLEX_TIER: %s (expected: one of %s)".formatted(label, known));
    }
}
