package dev.lambdaflex.provisioner.aws;

import java.time.InstantSource;

import dev.lambdaflex.provisioner.aws.client.AwsClients;
import dev.lambdaflex.provisioner.aws.metrics.CloudWatchTelemetry;
import dev.lambdaflex.provisioner.aws.tier.AwsLambdaTier;
import dev.lambdaflex.provisioner.aws.tier.CloudFormationTier;
import dev.lambdaflex.provisioner.aws.tier.GatewayName;
import dev.lambdaflex.provisioner.aws.tier.TierStack;
import dev.lambdaflex.provisioner.aws.tier.TierZones;
import dev.lambdaflex.provisioner.aws.zone.Route53Zone;
import dev.lambdaflex.provisioner.reconcile.CloudPorts;
import dev.lambdaflex.provisioner.reconcile.Probes;

/** All ports of one app, over AWS. */
public final class AwsPorts {

    private AwsPorts() {}

    /** The ports. They share {@code clients}, which outlive them, and call nothing yet. */
    public static CloudPorts of(AwsClients clients, AwsApp app, Probes probes, InstantSource clock) {
        GatewayName gateway = new GatewayName(clients.apiGateway(), app.lambda().host());
        TierStack stack = new TierStack(clients.cloudFormation(), app.fargate());
        CloudWatchTelemetry telemetry = new CloudWatchTelemetry(clients, app.lambda(), gateway, stack, clock);
        return new CloudPorts(
                new Route53Zone(app.zone(), clients.route53Calls(), new TierZones(gateway, stack)),
                new CloudFormationTier(stack, clients),
                new AwsLambdaTier(clients.lambda(), app.lambda(), gateway, telemetry::throttledLately),
                telemetry, probes);
    }
}
