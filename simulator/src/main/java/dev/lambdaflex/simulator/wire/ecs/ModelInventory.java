package dev.lambdaflex.simulator.wire.ecs;

import java.util.List;

import dev.lambdaflex.simulator.model.Cloud;
import dev.lambdaflex.simulator.model.service.FargateService;
import dev.lambdaflex.simulator.model.stack.BuiltResource;
import dev.lambdaflex.simulator.template.Value.Fields;

/** ECS as the stacks of the model built it. */
final class ModelInventory implements Inventory {

    private final Cloud cloud;

    ModelInventory(Cloud cloud) {
        this.cloud = cloud;
    }

    @Override
    public List<Cluster> clusters() {
        return cloud.stacks()
                .built("AWS::ECS::Cluster")
                .stream()
                .map(built -> new Cluster(built.physicalId(), built.tags()))
                .toList();
    }

    @Override
    public List<Deployed> services() {
        return cloud.stacks()
                .built("AWS::ECS::Service")
                .stream()
                .flatMap(built -> cloud.services()
                        .find(built.attribute("Name"))
                        .map(service -> service(built, service))
                        .stream())
                .toList();
    }

    @Override
    public List<Definition> definitions() {
        return cloud.stacks().built("AWS::ECS::TaskDefinition").stream().map(ModelInventory::definition).toList();
    }

    private static Deployed service(BuiltResource built, FargateService service) {
        Fields properties = built.properties();
        return new Deployed(Names.last(properties.text("Cluster").orElse("default")), service,
                Names.last(properties.text("TaskDefinition").orElse("")), door(properties),
                network(properties, service), number(properties, "HealthCheckGracePeriodSeconds"), built.tags());
    }

    private static Door door(Fields service) {
        Fields balancer = service.maps("LoadBalancers").stream().findFirst().orElse(Fields.NONE);
        return new Door(balancer.text("TargetGroupArn").orElse(""), balancer.text("ContainerName").orElse(""),
                number(balancer, "ContainerPort"));
    }

    private static Network network(Fields properties, FargateService service) {
        Fields vpc = properties.fields("NetworkConfiguration").fields("AwsvpcConfiguration");
        return new Network(vpc.texts("Subnets"), vpc.texts("SecurityGroups"),
                vpc.text("AssignPublicIp").filter("ENABLED"::equals).isPresent(),
                taskId -> service.interfaceOf(taskId)
                        .map(card -> new Interface(card.id(), card.subnetId(), card.privateIp())));
    }

    /** Its ARN ends with {@code family:revision}. */
    private static Definition definition(BuiltResource built) {
        String name = Names.last(built.physicalId());
        int colon = name.lastIndexOf(':');
        return new Definition(name.substring(0, colon), Integer.parseInt(name.substring(colon + 1)), built.created(),
                ApiWords.of(built.properties()));
    }

    private static int number(Fields owner, String name) {
        return owner.text(name).map(Integer::parseInt).orElse(0);
    }
}
