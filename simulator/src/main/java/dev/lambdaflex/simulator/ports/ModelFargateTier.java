package dev.lambdaflex.simulator.ports;

import java.util.Locale;
import java.util.Optional;

import dev.lambdaflex.provisioner.reconcile.CloudException;
import dev.lambdaflex.provisioner.reconcile.FargateTier;
import dev.lambdaflex.simulator.model.Cloud;
import dev.lambdaflex.simulator.model.api.AwsError;
import dev.lambdaflex.simulator.model.api.Reply;
import dev.lambdaflex.simulator.model.api.Service;
import dev.lambdaflex.simulator.model.app.App;
import dev.lambdaflex.simulator.model.app.FargateTierParts;
import dev.lambdaflex.simulator.model.balancer.TargetHealth;
import dev.lambdaflex.simulator.model.stack.StackEvent;
import dev.lambdaflex.simulator.model.stack.StackStatus;
import dev.lambdaflex.simulator.model.stack.StackView;
import dev.lambdaflex.weights.migration.FargateView;

/** The Fargate tier of one app: one stack, whose service is scaled past it. */
public final class ModelFargateTier implements FargateTier {

    private final Cloud cloud;
    private final App app;

    public ModelFargateTier(Cloud cloud, App app) {
        this.cloud = cloud;
        this.app = app;
    }

    @Override
    public FargateView observe() {
        return switch (cloud.stacks().describe(app.stackName())) {
            case Reply.Given<StackView>(StackView stack) -> view(stack);
            case Reply.Refused<StackView>(AwsError error) -> {
                if (error.code().equals("ValidationError")) {
                    yield FargateView.NOTHING;
                }
                throw Refusals.exception(error);
            }
        };
    }

    @Override
    public void build(String token, int tasks) {
        app.build(token, tasks).orThrow(Refusals::exception);
    }

    @Override
    public void scale(int tasks) {
        FargateTierParts parts = app.fargate()
                .orElseThrow(
                        () -> new CloudException("Service not found: %s has no Fargate tier (ServiceNotFoundException)"
                                .formatted(app.name())));
        cloud.doors().pass(Service.ECS, () -> {
            parts.service().scale(tasks);
            return Reply.given(tasks);
        }).orThrow(Refusals::exception);
    }

    @Override
    public void remove(String token) {
        app.remove(token).orThrow(Refusals::exception);
    }

    private FargateView view(StackView stack) {
        Optional<String> target = Optional.ofNullable(stack.outputs().get("LoadBalancerDnsName"))
                .map(name -> name.toLowerCase(Locale.ROOT));
        Optional<FargateTierParts> parts = app.fargate();
        int healthy = parts.map(this::healthyTargets).orElse(0);
        int running = parts.map(this::runningTasks).orElse(0);
        int desired = parts.map(tier -> tier.service().desired()).orElse(0);
        return new FargateView(status(stack.status()), target, healthy, running, desired, detail(stack));
    }

    private int healthyTargets(FargateTierParts parts) {
        return cloud.doors()
                .pass(Service.ELB, () -> Reply.given(parts.group().count(TargetHealth.State.HEALTHY)))
                .orThrow(Refusals::exception);
    }

    private int runningTasks(FargateTierParts parts) {
        return cloud.doors()
                .pass(Service.ECS, () -> Reply.given(parts.service().running()))
                .orThrow(Refusals::exception);
    }

    /**
     * What is rolled back can only be removed, so it has failed from the moment that the rollback begins. A stack that is
     * updated serves all the while.
     */
    private static FargateView.Status status(StackStatus status) {
        return switch (status) {
            case CREATE_IN_PROGRESS -> FargateView.Status.BUILDING;
            case CREATE_COMPLETE, UPDATE_IN_PROGRESS, UPDATE_COMPLETE_CLEANUP_IN_PROGRESS, UPDATE_COMPLETE,
                    UPDATE_ROLLBACK_IN_PROGRESS, UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS,
                    UPDATE_ROLLBACK_COMPLETE, UPDATE_ROLLBACK_FAILED ->
                FargateView.Status.READY;
            case CREATE_FAILED, ROLLBACK_IN_PROGRESS, ROLLBACK_COMPLETE, ROLLBACK_FAILED ->
                FargateView.Status.FAILED;
            case DELETE_IN_PROGRESS -> FargateView.Status.REMOVING;
            case DELETE_FAILED -> FargateView.Status.REMOVE_FAILED;
            case DELETE_COMPLETE -> FargateView.Status.ABSENT;
        };
    }

    private static String detail(StackView stack) {
        return stack.firstCause().orElse(stack.lastEvent()).sentence();
    }
}
