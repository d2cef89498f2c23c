package dev.lambdaflex.provisioner.reconcile;

/** The ports of one app. */
public record CloudPorts(Zone zone, FargateTier fargate, LambdaTier lambda, Telemetry telemetry, Probes probes) {}
