package dev.lambdaflex.provisioner.aws;

import dev.lambdaflex.provisioner.aws.tier.FargateHome;
import dev.lambdaflex.provisioner.aws.tier.LambdaHome;
import dev.lambdaflex.provisioner.aws.zone.ZoneSettings;

/** Where one app is in AWS. */
public record AwsApp(ZoneSettings zone, LambdaHome lambda, FargateHome fargate) {}
