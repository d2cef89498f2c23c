package dev.lambdaflex.provisioner.aws.tier;

import java.util.List;
import java.util.Optional;

import dev.lambdaflex.provisioner.aws.client.AwsClients;
import dev.lambdaflex.provisioner.reconcile.CloudException;
import dev.lambdaflex.provisioner.reconcile.FargateTier;
import dev.lambdaflex.weights.migration.FargateView;
import dev.lambdaflex.weights.migration.FargateView.Status;
import software.amazon.awssdk.services.cloudformation.model.Stack;
import software.amazon.awssdk.services.cloudformation.model.StackEvent;

/** The Fargate tier of one app: one stack, whose service is scaled past it. */
public final class CloudFormationTier implements FargateTier {

    private static final String VPC = "AWS::EC2::VPC";

    private final TierStack stack;
    private final TierService service;
    private final Holders holders;

    public CloudFormationTier(TierStack stack, AwsClients clients) {
        this.stack = stack;
        this.service = new TierService(clients.ecs(), clients.loadBalancers());
        this.holders = new Holders(clients.ec2());
    }

    @Override
    public FargateView observe() {
        return stack.find().map(this::view).orElse(FargateView.NOTHING);
    }

    @Override
    public void build(String token, int tasks) {
        stack.create(token, tasks);
    }

    @Override
    public void scale(int tasks) {
        TierOutputs tier = stack.outputs()
                .orElseThrow(() -> new CloudException(
                        "ecs:UpdateService: there is no stack %s with a service to scale".formatted(stack.name())));
        service.scale(tier, tasks);
    }

    @Override
    public void remove(String token) {
        stack.find().ifPresent(found -> stack.delete(found.stackId(), token));
    }

    private FargateView view(Stack found) {
        TierOutputs tier = TierOutputs.of(found);
        Status status = StackStatuses.of(found.stackStatus());
        return switch (status) {
            case ABSENT -> FargateView.NOTHING;
            case READY -> ready(found, tier);
            case BUILDING, FAILED, REMOVING ->
                new FargateView(status, tier.target(), 0, 0, 0,
                        StackEvents.sentence(found, stack.events(found.stackId())));
            case REMOVE_FAILED -> stuck(found, tier);
        };
    }

    private FargateView ready(Stack found, TierOutputs tier) {
        TierService.Tasks tasks = service.tasks(tier);
        return new FargateView(Status.READY, tier.target(), service.healthyTargets(tier), tasks.running(),
                tasks.desired(), found.stackName() + " " + found.stackStatusAsString());
    }

    private FargateView stuck(Stack found, TierOutputs tier) {
        List<StackEvent> events = stack.events(found.stackId());
        String detail = StackEvents.sentence(found, events);
        Optional<String> vpc = tier.vpcId().or(() -> vpc(events));
        return new FargateView(Status.REMOVE_FAILED, tier.target(), 0, 0, 0,
                vpc.map(id -> detail + "; " + holders.of(id)).orElse(detail));
    }

    private static Optional<String> vpc(List<StackEvent> events) {
        return events.stream()
                .filter(event -> VPC.equals(event.resourceType()) && event.physicalResourceId() != null)
                .map(StackEvent::physicalResourceId)
                .filter(id -> id.startsWith("vpc-"))
                .findFirst();
    }
}
