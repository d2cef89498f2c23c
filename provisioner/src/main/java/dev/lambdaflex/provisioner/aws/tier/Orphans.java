package dev.lambdaflex.provisioner.aws.tier;

import java.util.ArrayList;
import java.util.List;

import dev.lambdaflex.provisioner.aws.client.AwsClients;
import dev.lambdaflex.provisioner.aws.client.Refusal;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TagDescription;

/**
 * What still bears an app's tag. Once its stack is gone this must be empty: whatever is left costs money and belongs to nobody.
 */
public final class Orphans {

    /** DescribeTags of load balancers takes so many at once. */
    private static final int TAGS_AT_ONCE = 20;

    private final Ec2Client ec2;
    private final ElasticLoadBalancingV2Client loadBalancers;
    private final String app;

    public Orphans(AwsClients clients, String app) {
        this.ec2 = clients.ec2();
        this.loadBalancers = clients.loadBalancers();
        this.app = app;
    }

    /**
     * One resource.
     *
     * @param type as EC2 and ELB name it: {@code vpc}, {@code security-group}, {@code load-balancer}
     * @param id   its id or ARN
     */
    public record Orphan(String type, String id) {}

    /**
     * All resources with the app's tag, those of a stack that stands among them.
     *
     * @throws dev.lambdaflex.provisioner.reconcile.CloudException when they cannot be read
     */
    public List<Orphan> find() {
        List<Orphan> found = new ArrayList<>(ofTheNetwork());
        found.addAll(balancers());
        return found;
    }

    private List<Orphan> ofTheNetwork() {
        return Refusal.worded("ec2:DescribeTags",
                () -> ec2.describeTagsPaginator(request -> request.filters(
                        Filter.builder().name("key").values(TierStack.APP_TAG).build(),
                        Filter.builder().name("value").values(app).build()))
                        .tags()
                        .stream()
                        .map(tag -> new Orphan(tag.resourceTypeAsString(), tag.resourceId()))
                        .toList());
    }

    private List<Orphan> balancers() {
        List<String> arns = Refusal.worded("elasticloadbalancing:DescribeLoadBalancers",
                () -> loadBalancers.describeLoadBalancersPaginator()
                        .loadBalancers()
                        .stream()
                        .map(LoadBalancer::loadBalancerArn)
                        .toList());
        List<Orphan> found = new ArrayList<>();
        for (int from = 0; from < arns.size(); from += TAGS_AT_ONCE) {
            List<String> some = arns.subList(from, Math.min(arns.size(), from + TAGS_AT_ONCE));
            Refusal.worded("elasticloadbalancing:DescribeTags",
                    () -> loadBalancers.describeTags(request -> request.resourceArns(some)))
                    .tagDescriptions()
                    .stream()
                    .filter(this::isOurs)
                    .map(tags -> new Orphan("load-balancer", tags.resourceArn()))
                    .forEach(found::add);
        }
        return found;
    }

    private boolean isOurs(TagDescription tags) {
        return tags.tags()
                .stream()
                .anyMatch(tag -> tag.key().equals(TierStack.APP_TAG) && tag.value().equals(app));
    }
}
