package dev.lambdaflex.simulator.wire;

/** The one account and region that the cloud plays. */
public record Account(String id, String region) {

    public static Account defaults() {
        return new Account("123456789012", "us-east-1");
    }

    /** The ARN of something regional: {@code arn("ecs", "cluster/shop")}. */
    public String arn(String service, String resource) {
        return "arn:aws:%s:%s:%s:%s".formatted(service, region, id, resource);
    }
}
