package dev.lambdaflex.simulator.wire;

/**
 * What a request asks for.
 *
 * @param operation as AWS's models name it: {@code ListHostedZones}
 * @param resource  the ARN that IAM would judge it by; {@code *} where there is none
 */
public record Called(String operation, String resource) {

    public static Called anything(String operation) {
        return new Called(operation, "*");
    }
}
