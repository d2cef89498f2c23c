package dev.lambdaflex.provisioner.aws.tier;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import dev.lambdaflex.provisioner.aws.zone.Names;
import dev.lambdaflex.provisioner.reconcile.CloudException;
import software.amazon.awssdk.services.cloudformation.model.Output;
import software.amazon.awssdk.services.cloudformation.model.Stack;

/** What a stack that stands says of its resources. */
public final class TierOutputs {

    private final String stack;
    private final Map<String, String> values;

    private TierOutputs(String stack, Map<String, String> values) {
        this.stack = stack;
        this.values = values;
    }

    static TierOutputs of(Stack stack) {
        Map<String, String> values = new HashMap<>();
        for (Output output : stack.outputs()) {
            values.put(output.outputKey(), output.outputValue());
        }
        return new TierOutputs(stack.stackName(), values);
    }

    /** The load balancer's name as Route 53 lists it, which is in lower case; CloudFormation gives it as it was made. */
    Optional<String> target() {
        return Optional.ofNullable(values.get("LoadBalancerDnsName")).map(Names::withoutDot);
    }

    String hostedZoneId() {
        return required("LoadBalancerHostedZoneId");
    }

    /** As CloudWatch's dimension wants it: {@code app/NAME/ID}. */
    public String loadBalancerFullName() {
        return required("LoadBalancerFullName");
    }

    /** As CloudWatch's dimension wants it: {@code targetgroup/NAME/ID}. */
    public String targetGroupFullName() {
        return required("TargetGroupFullName");
    }

    String targetGroupArn() {
        return required("TargetGroupArn");
    }

    String cluster() {
        return required("ClusterName");
    }

    String service() {
        return required("ServiceName");
    }

    Optional<String> vpcId() {
        return Optional.ofNullable(values.get("VpcId"));
    }

    private String required(String output) {
        String value = values.get(output);
        if (value == null) {
            throw new CloudException(
                    "the stack %s has no output %s (expected: what the template of the Fargate tier gives)"
                            .formatted(stack, output));
        }
        return value;
    }
}
