package dev.lambdaflex.simulator.wire.assembly;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import dev.lambdaflex.simulator.model.Cloud;
import dev.lambdaflex.simulator.model.zone.Names;
import dev.lambdaflex.simulator.wire.Account;
import dev.lambdaflex.simulator.wire.WireService;
import dev.lambdaflex.simulator.wire.acm.AcmWire;
import dev.lambdaflex.simulator.wire.acm.Certificate;
import dev.lambdaflex.simulator.wire.apigateway.ApiGatewayWire;
import dev.lambdaflex.simulator.wire.cloudformation.CloudFormationWire;
import dev.lambdaflex.simulator.wire.cloudwatch.CloudWatchWire;
import dev.lambdaflex.simulator.wire.ec2.NetworkWire;
import dev.lambdaflex.simulator.wire.ecs.EcsWire;
import dev.lambdaflex.simulator.wire.elb.BalancingWire;
import dev.lambdaflex.simulator.wire.lambda.FunctionFacts;
import dev.lambdaflex.simulator.wire.lambda.Invokers;
import dev.lambdaflex.simulator.wire.lambda.LambdaWire;
import dev.lambdaflex.simulator.wire.route53.Route53Wire;
import dev.lambdaflex.simulator.wire.sts.StsWire;

/** The services that stand before one model of the cloud. */
public final class WireServices {

    private WireServices() {}

    /** All services that are played. {@code invokers} answer Invoke. */
    public static List<WireService> all(Cloud cloud, Account account, Invokers invokers) {
        List<WireService> all = new ArrayList<>(standing(cloud, account));
        all.addAll(running(cloud, account, invokers));
        all.add(new CloudFormationWire(cloud.stacks(), account));
        all.add(new BalancingWire(cloud));
        all.add(new NetworkWire(cloud, account));
        return List.copyOf(all);
    }

    /** Names, certificates and identities: what is there before and after any Fargate tier. */
    public static List<WireService> standing(Cloud cloud, Account account) {
        Instant begun = cloud.timeline().begun();
        Certificate certificate = Certificate.of(Names.withoutDot(cloud.zone().name()), account, begun);
        return List.of(new Route53Wire(cloud.route53()), new StsWire(account), new AcmWire(certificate),
                new ApiGatewayWire(cloud, certificate, begun));
    }

    /** What runs, and what is counted of it. {@code invokers} answer Invoke. */
    public static List<WireService> running(Cloud cloud, Account account, Invokers invokers) {
        FunctionFacts facts = FunctionFacts.of("%s.dkr.ecr.%s.amazonaws.com/lambdaflex:latest".formatted(account.id(),
                account.region()), cloud.timeline().begun());
        return List.of(new EcsWire(account, cloud), new LambdaWire(account, cloud, facts, invokers),
                new CloudWatchWire(cloud));
    }
}
