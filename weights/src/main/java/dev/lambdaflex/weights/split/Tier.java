package dev.lambdaflex.weights.split;

/** One of the two homes of the workload. */
public enum Tier {
    /** The function behind an API Gateway: free while idle, always there. */
    LAMBDA,
    /** The service behind a load balancer: built when it pays, removed when it does not. */
    FARGATE;

    /** The tier that serves what this one does not. */
    public Tier other() {
        return this == LAMBDA ? FARGATE : LAMBDA;
    }

    /** The name that users read and type: {@code lambda}, {@code fargate}. */
    public String label() {
        return this == LAMBDA ? "lambda" : "fargate";
    }
}
