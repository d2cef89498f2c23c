package dev.lambdaflex.simulator.wire.server;

import java.time.Instant;

/**
 * One call of the API, refused ones included.
 *
 * @param number    counted from 1
 * @param service   by its signing name; {@code unknown} when it is not played or nobody could tell
 * @param resource  the ARN that IAM would judge it by, or {@code *}
 * @param accessKey who called; empty for an unsigned request
 */
public record Call(long number, Instant at, String service, String operation, String region, int status,
        String resource, String accessKey) {}
