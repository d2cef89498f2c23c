package dev.lambdaflex.provisioner.aws.tier;

import java.util.List;
import java.util.stream.Stream;

import dev.lambdaflex.provisioner.aws.client.Refusal;
import dev.lambdaflex.provisioner.reconcile.CloudException;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.NetworkInterface;
import software.amazon.awssdk.services.ec2.model.SecurityGroup;

/** Who holds a network that does not want to go: interfaces that are still in it, and groups that somebody else made. */
final class Holders {

    private static final String STACK_TAG = "aws:cloudformation:stack-name";

    private final Ec2Client ec2;

    Holders(Ec2Client ec2) {
        this.ec2 = ec2;
    }

    /** A sentence for people; a cloud that does not tell is no reason to fail, for it is only said in addition. */
    String of(String vpcId) {
        try {
            List<String> holders = Stream.concat(interfaces(vpcId), groups(vpcId)).toList();
            return holders.isEmpty()
                    ? "nothing is seen in %s any more: removing it again may do".formatted(vpcId)
                    : "%s is held by %s".formatted(vpcId, String.join(", ", holders));
        } catch (CloudException e) {
            return "who holds %s cannot be read: %s".formatted(vpcId, e.getMessage());
        }
    }

    private Stream<String> interfaces(String vpcId) {
        return Refusal.worded("ec2:DescribeNetworkInterfaces",
                () -> ec2.describeNetworkInterfaces(request -> request.filters(in(vpcId))))
                .networkInterfaces()
                .stream()
                .map(Holders::described);
    }

    /** Those of the stack go with it, and the default group goes with the network. */
    private Stream<String> groups(String vpcId) {
        return Refusal.worded("ec2:DescribeSecurityGroups",
                () -> ec2.describeSecurityGroups(request -> request.filters(in(vpcId))))
                .securityGroups()
                .stream()
                .filter(group -> !"default".equals(group.groupName()))
                .filter(group -> group.tags().stream().noneMatch(tag -> tag.key().equals(STACK_TAG)))
                .map(Holders::described);
    }

    private static String described(NetworkInterface it) {
        return "%s (%s)".formatted(it.networkInterfaceId(),
                it.description() == null || it.description().isEmpty() ? it.statusAsString() : it.description());
    }

    private static String described(SecurityGroup it) {
        return "%s (security group %s)".formatted(it.groupId(), it.groupName());
    }

    private static Filter in(String vpcId) {
        return Filter.builder().name("vpc-id").values(vpcId).build();
    }
}
