package dev.lambdaflex.simulator.model.site;

import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

import dev.lambdaflex.simulator.model.balancer.TargetGroup;
import dev.lambdaflex.simulator.model.balancer.TargetHealth;
import dev.lambdaflex.simulator.model.service.FargateService;
import dev.lambdaflex.simulator.model.stack.StackResource;
import dev.lambdaflex.simulator.model.time.Timeline;
import dev.lambdaflex.simulator.template.Value.Fields;
import dev.lambdaflex.simulator.template.Value.Text;

/**
 * The ECS service in the stack: made when it is steady, failed when its circuit breaker trips, gone with its last task. An update
 * of its desired count ends when so many tasks are healthy.
 */
final class ServiceResource implements StackResource {

    private static final String DEFAULT_CLUSTER = "default";

    private final String logicalId;
    private final FargateService service;
    private final TargetGroup group;
    private final Timeline timeline;
    private final Arns arns;
    private final Predicate<String> clusters;
    private Optional<Made> made = Optional.empty();

    /** @param clusters whether there is a cluster of that name */
    ServiceResource(String logicalId, FargateService service, TargetGroup group, Timeline timeline, Arns arns,
            Predicate<String> clusters) {
        this.logicalId = logicalId;
        this.service = service;
        this.group = group;
        this.timeline = timeline;
        this.arns = arns;
        this.clusters = clusters;
    }

    @Override
    public void create(Fields properties, Completion completion) {
        String cluster = cluster(properties);
        Optional<String> refusal = Kind.SERVICE.refusal(logicalId, properties).or(() -> refusal(properties, cluster));
        if (refusal.isPresent()) {
            completion.failed(refusal.get());
            return;
        }
        String arn = arns.ecs("service/%s/%s".formatted(cluster, service.name()));
        Made coming = new Made(arn, Map.of("Name", new Text(service.name()), "ServiceArn", new Text(arn)));
        made = Optional.of(coming);
        completion.initiated(coming);
        service.open(tasks(properties), () -> {
            if (service.rollout() == FargateService.Rollout.COMPLETED) {
                completion.succeeded(coming);
            } else {
                completion.failed(
                        "Resource handler returned message: \"Error occurred during operation 'ECS Deployment Circuit "
                                + "Breaker was triggered'.\" (HandlerErrorCode: GeneralServiceException)");
            }
        });
    }

    @Override
    public void update(Fields properties, Completion completion) {
        int tasks = tasks(properties);
        service.scale(tasks);
        settle(tasks, completion);
    }

    @Override
    public void delete(Completion completion) {
        if (made.isEmpty()) {
            completion.succeeded(new Made("", Map.of()));
            return;
        }
        Made going = made.get();
        service.close(() -> completion.succeeded(going));
    }

    private void settle(int tasks, Completion completion) {
        boolean steady = service.running() == tasks && service.alive() == tasks
                && group.count(TargetHealth.State.HEALTHY) >= tasks;
        if (steady || service.desired() != tasks) {
            completion.succeeded(made.orElseThrow());
        } else {
            timeline.after(service.settings().watch(), () -> settle(tasks, completion));
        }
    }

    private Optional<String> refusal(Fields properties, String cluster) {
        if (!clusters.test(cluster)) {
            return Optional.of(
                    "Resource handler returned message: \"Invalid request provided: CreateService error: Cluster not "
                            + "found. (Service: Ecs, Status Code: 400)\" (HandlerErrorCode: InvalidRequest)");
        }
        if (properties.text("TaskDefinition").isEmpty()) {
            return Optional.of(
                    "Resource handler returned message: \"Invalid request provided: CreateService error: TaskDefinition "
                            + "can not be blank. (Service: Ecs, Status Code: 400)\" (HandlerErrorCode: InvalidRequest)");
        }
        return Optional.empty();
    }

    /** By name or by ARN. */
    private static String cluster(Fields properties) {
        String given = properties.text("Cluster").orElse(DEFAULT_CLUSTER);
        return given.substring(given.lastIndexOf('/') + 1);
    }

    /** ECS runs one when nobody says how many. */
    private static int tasks(Fields properties) {
        return properties.text("DesiredCount").map(Integer::parseInt).orElse(1);
    }
}
