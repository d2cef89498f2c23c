package dev.lambdaflex.simulator.model.api;

/** The services whose APIs the model answers for. */
public enum Service {
    ROUTE_53("Route 53"), CLOUDFORMATION("CloudFormation"), ELB("Elastic Load Balancing"), ECS("ECS"), LAMBDA("Lambda"),
    API_GATEWAY("API Gateway"), CLOUDWATCH("CloudWatch"), EC2("EC2");

    private final String title;

    Service(String title) {
        this.title = title;
    }

    /** The name as people say it. */
    public String title() {
        return title;
    }
}
