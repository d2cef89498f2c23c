package dev.lambdaflex.simulator.model.app;

import dev.lambdaflex.simulator.model.service.FargateService;
import dev.lambdaflex.simulator.model.stack.StackResource;

/** The ECS service in the stack: made when it is steady, failed when its circuit breaker trips, gone with its last task. */
record ServiceResource(FargateService service, int tasks) implements StackResource {

    @Override
    public String logicalId() {
        return "Service";
    }

    @Override
    public String type() {
        return "AWS::ECS::Service";
    }

    @Override
    public void create(Completion completion) {
        service.open(tasks, () -> {
            if (service.rollout() == FargateService.Rollout.COMPLETED) {
                completion.succeeded(service.name());
            } else {
                completion.failed(
                        "Resource handler returned message: \"Error occurred during operation 'ECS Deployment Circuit "
                                + "Breaker was triggered'.\" (HandlerErrorCode: GeneralServiceException)");
            }
        });
    }

    @Override
    public void delete(Completion completion) {
        service.close(() -> completion.succeeded(service.name()));
    }
}
