package dev.lambdaflex.provisioner.aws.tier;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.lambdaflex.provisioner.aws.client.Refusal;
import dev.lambdaflex.provisioner.reconcile.CloudException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.AlreadyExistsException;
import software.amazon.awssdk.services.cloudformation.model.Capability;
import software.amazon.awssdk.services.cloudformation.model.CloudFormationException;
import software.amazon.awssdk.services.cloudformation.model.CreateStackRequest;
import software.amazon.awssdk.services.cloudformation.model.OnFailure;
import software.amazon.awssdk.services.cloudformation.model.Parameter;
import software.amazon.awssdk.services.cloudformation.model.Stack;
import software.amazon.awssdk.services.cloudformation.model.StackEvent;
import software.amazon.awssdk.services.cloudformation.model.Tag;

/** The stack of an app's Fargate tier: by its name while it is there, by its id once it is to go. */
public final class TierStack {

    static final String APP_TAG = "lambdaflex:app";

    private final CloudFormationClient cloudFormation;
    private final FargateHome home;

    public TierStack(CloudFormationClient cloudFormation, FargateHome home) {
        this.cloudFormation = cloudFormation;
        this.home = home;
    }

    String name() {
        return home.stackName();
    }

    /** The stack; empty when there is none. A deleted one is only found by its id, so by its name there is none. */
    Optional<Stack> find() {
        try {
            return cloudFormation.describeStacks(request -> request.stackName(name())).stacks().stream().findFirst();
        } catch (CloudFormationException e) {
            if (saysThatThereIsNone(e)) {
                return Optional.empty();
            }
            throw Refusal.exception("cloudformation:DescribeStacks", e);
        } catch (SdkException e) {
            throw Refusal.exception("cloudformation:DescribeStacks", e);
        }
    }

    /** What the resources are called; empty while there is no load balancer to speak of. */
    public Optional<TierOutputs> outputs() {
        return find().filter(Stack::hasOutputs).map(TierOutputs::of).filter(it -> it.target().isPresent());
    }

    void create(String token, int tasks) {
        CreateStackRequest request = CreateStackRequest.builder()
                .stackName(name())
                .templateBody(home.template())
                .parameters(home.parameters(tasks).entrySet().stream().map(TierStack::parameter).toList())
                .tags(tag(APP_TAG, home.app()), tag("lambdaflex:build", token))
                .capabilities(Capability.CAPABILITY_IAM)
                .onFailure(OnFailure.ROLLBACK)
                .timeoutInMinutes(Math.toIntExact(home.buildTimeout().toMinutes()))
                .clientRequestToken(token)
                .build();
        try {
            cloudFormation.createStack(request);
        } catch (AlreadyExistsException e) {
            requireSameBuild(token, e);
        } catch (SdkException e) {
            throw Refusal.exception("cloudformation:CreateStack", e);
        }
    }

    /** By id: the name may belong to a new stack by the time that the call arrives. */
    void delete(String stackId, String token) {
        Refusal.worded("cloudformation:DeleteStack", () -> cloudFormation.deleteStack(
                request -> request.stackName(stackId).clientRequestToken(token)));
    }

    /** The newest events, newest first: one page, which holds a hundred. */
    List<StackEvent> events(String stackId) {
        return Refusal.worded("cloudformation:DescribeStackEvents",
                () -> cloudFormation.describeStackEvents(request -> request.stackName(stackId)).stackEvents());
    }

    /** A repeated request whose first answer was lost. The tag says which build the stack is. */
    private void requireSameBuild(String token, AlreadyExistsException e) {
        boolean same = find().stream()
                .flatMap(stack -> stack.tags().stream())
                .anyMatch(tag -> tag.key().equals("lambdaflex:build") && tag.value().equals(token));
        if (!same) {
            throw new CloudException(
                    "cloudformation:CreateStack: the stack %s exists already and is another build than %s"
                            .formatted(name(), token),
                    e);
        }
    }

    private static boolean saysThatThereIsNone(CloudFormationException e) {
        return e.awsErrorDetails() != null && "ValidationError".equals(e.awsErrorDetails().errorCode())
                && String.valueOf(e.awsErrorDetails().errorMessage()).contains("does not exist");
    }

    private static Parameter parameter(Map.Entry<String, String> entry) {
        return Parameter.builder().parameterKey(entry.getKey()).parameterValue(entry.getValue()).build();
    }

    private static Tag tag(String key, String value) {
        return Tag.builder().key(key).value(value).build();
    }
}
