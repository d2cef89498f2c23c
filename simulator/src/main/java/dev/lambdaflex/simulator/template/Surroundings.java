package dev.lambdaflex.simulator.template;

import java.util.List;
import java.util.stream.Stream;

/**
 * Where a stack is built: what pseudo parameters and GetAZs say.
 *
 * @param zones the availability zones of the region
 */
public record Surroundings(String region, String account, String stackName, String stackId, List<String> zones) {

    public Surroundings {
        zones = List.copyOf(zones);
    }

    /** A region with zones a to c. */
    public static Surroundings of(String region, String account, String stackName, String stackId) {
        return new Surroundings(region, account, stackName, stackId,
                Stream.of("a", "b", "c").map(region::concat).toList());
    }

    String pseudo(String name) {
        return switch (name) {
            case "AWS::Region" -> region;
            case "AWS::AccountId" -> account;
            case "AWS::StackName" -> stackName;
            case "AWS::StackId" -> stackId;
            case "AWS::Partition" -> "aws";
            case "AWS::URLSuffix" -> "amazonaws.com";
            default -> throw new Refusal(
                    "Template error: the cloud does not know the pseudo parameter %s (expected: one of %s)"
                            .formatted(name, List.of("AWS::Region", "AWS::AccountId", "AWS::StackName", "AWS::StackId",
                                    "AWS::Partition", "AWS::URLSuffix", "AWS::NoValue")));
        };
    }
}
