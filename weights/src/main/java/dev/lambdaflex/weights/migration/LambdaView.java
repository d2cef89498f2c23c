package dev.lambdaflex.weights.migration;

/**
 * The Lambda tier as it was seen.
 *
 * @param target      the API Gateway's name that the record leads to
 * @param concurrency environments that the function may have at once
 * @param throttled   whether requests were refused for want of them lately
 */
public record LambdaView(String target, Concurrency concurrency, boolean throttled) {}
