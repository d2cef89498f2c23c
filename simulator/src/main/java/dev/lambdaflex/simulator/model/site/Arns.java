package dev.lambdaflex.simulator.model.site;

import dev.lambdaflex.simulator.template.Surroundings;

/** The ARNs of the account. */
record Arns(Surroundings at) {

    String balancing(String resource) {
        return regional("elasticloadbalancing", resource);
    }

    String ecs(String resource) {
        return regional("ecs", resource);
    }

    String role(String path, String name) {
        return "arn:aws:iam::%s:role%s%s".formatted(at.account(), path, name);
    }

    String logGroup(String name) {
        return regional("logs", "log-group:%s:*".formatted(name));
    }

    private String regional(String service, String resource) {
        return "arn:aws:%s:%s:%s:%s".formatted(service, at.region(), at.account(), resource);
    }
}
