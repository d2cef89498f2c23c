package dev.lambdaflex.cli.cloud;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import dev.lambdaflex.provisioner.aws.client.Access;
import dev.lambdaflex.provisioner.aws.client.AwsClients;
import dev.lambdaflex.provisioner.aws.client.AwsSettings;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import software.amazon.awssdk.services.cloudformation.model.Capability;
import software.amazon.awssdk.services.cloudformation.model.Output;
import software.amazon.awssdk.services.cloudformation.model.Parameter;
import software.amazon.awssdk.services.cloudformation.model.Stack;
import software.amazon.awssdk.services.route53.model.AliasTarget;
import software.amazon.awssdk.services.route53.model.Change;
import software.amazon.awssdk.services.route53.model.ChangeAction;
import software.amazon.awssdk.services.route53.model.ChangeInfo;
import software.amazon.awssdk.services.route53.model.RRType;
import software.amazon.awssdk.services.route53.model.ResourceRecord;
import software.amazon.awssdk.services.route53.model.ResourceRecordSet;

/** The account of a cloud, through the SDK. */
final class LocalAccount implements AutoCloseable {

    static final String STACK = "lambdaflex-shop";
    private static final String HOST = "shop.lambdaflex.test";

    private final AwsClients aws;

    LocalAccount(URI api) {
        aws = AwsClients.open(settings(api), new SimpleMeterRegistry());
    }

    @Override
    public void close() {
        aws.close();
    }

    /** What can be read, by what it is. */
    Map<String, String> look(String zone, List<String> changes) {
        Map<String, String> seen = new TreeMap<>();
        seen.put("zones", zone());
        seen.put("records", aws.route53Calls()
                .call(route53 -> route53.listResourceRecordSets(it -> it.hostedZoneId(zone)))
                .resourceRecordSets()
                .toString());
        for (String change : changes) {
            seen.put(change, aws.route53Calls()
                    .call(route53 -> route53.getChange(it -> it.id(change)))
                    .changeInfo()
                    .submittedAt()
                    .toString());
        }
        seen.put("stack", aws.cloudFormation().describeStacks(it -> it.stackName(STACK)).stacks().toString());
        seen.put("events",
                aws.cloudFormation().describeStackEvents(it -> it.stackName(STACK)).stackEvents().toString());
        seen.put("resources",
                aws.cloudFormation().describeStackResources(it -> it.stackName(STACK)).stackResources().toString());
        seen.put("balancers", aws.loadBalancers().describeLoadBalancers().loadBalancers().toString());
        seen.put("groups", aws.loadBalancers().describeTargetGroups().targetGroups().toString());
        seen.put("concurrency", aws.lambda().getFunctionConcurrency(it -> it.functionName("shop")).toString());
        seen.put("certificates", aws.certificates().listCertificates().certificateSummaryList().toString());
        return seen;
    }

    String zone() {
        return aws.route53Calls().call(route53 -> route53.listHostedZones()).hostedZones().getFirst().id();
    }

    void createStack() {
        aws.cloudFormation()
                .createStack(it -> it.stackName(STACK)
                        .templateBody(template())
                        .clientRequestToken("create-1")
                        .capabilities(Capability.CAPABILITY_IAM)
                        .parameters(parameter("AppName", "shop"), parameter("HostName", HOST),
                                parameter("ImageUri", "shop"), parameter("TaskCount", "2")));
    }

    Stack stack(String nameOrId) {
        return aws.cloudFormation().describeStacks(it -> it.stackName(nameOrId)).stacks().getFirst();
    }

    ChangeInfo change(String zone, ResourceRecordSet record) {
        return aws.route53Calls()
                .call(route53 -> route53.changeResourceRecordSets(it -> it.hostedZoneId(zone)
                        .changeBatch(batch -> batch.changes(
                                Change.builder().action(ChangeAction.CREATE).resourceRecordSet(record).build()))))
                .changeInfo();
    }

    static ResourceRecordSet text() {
        return ResourceRecordSet.builder()
                .name("note.lambdaflex.test")
                .type(RRType.TXT)
                .ttl(60L)
                .resourceRecords(ResourceRecord.builder().value("\"kept\"").build())
                .build();
    }

    ResourceRecordSet alias() {
        var balancer = aws.loadBalancers().describeLoadBalancers().loadBalancers().getFirst();
        String named = stack(STACK)
                .outputs()
                .stream()
                .filter(output -> output.outputKey().equals("LoadBalancerDnsName"))
                .map(Output::outputValue)
                .findFirst()
                .orElseThrow();
        return ResourceRecordSet.builder()
                .name(HOST)
                .type(RRType.A)
                .setIdentifier("fargate")
                .weight(10L)
                .aliasTarget(AliasTarget.builder()
                        .hostedZoneId(balancer.canonicalHostedZoneId())
                        .dnsName(named)
                        .evaluateTargetHealth(true)
                        .build())
                .build();
    }

    List<String> tasks() {
        String cluster = aws.ecs().listClusters().clusterArns().getFirst();
        return aws.ecs().listTasks(it -> it.cluster(cluster)).taskArns();
    }

    void reserve(int environments) {
        aws.lambda()
                .putFunctionConcurrency(it -> it.functionName("shop").reservedConcurrentExecutions(environments));
    }

    void deleteStack() {
        aws.cloudFormation().deleteStack(it -> it.stackName(STACK).clientRequestToken("delete-1"));
    }

    int balancers() {
        return aws.loadBalancers().describeLoadBalancers().loadBalancers().size();
    }

    private static AwsSettings settings(URI api) {
        AwsSettings local = AwsSettings.at(api);
        Access access = new Access.Keys(CloudProcess.KEY.id(), CloudProcess.KEY.secret(), Optional.empty());
        return new AwsSettings(local.region(), local.endpoint(), access, local.patience(), local.metrics());
    }

    private static Parameter parameter(String key, String value) {
        return Parameter.builder().parameterKey(key).parameterValue(value).build();
    }

    private static String template() {
        try {
            return Files.readString(
                    Path.of(System.getProperty("lambdaflex.home", "..")).resolve("infra/fargate-tier.yaml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
