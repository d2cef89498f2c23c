package dev.lambdaflex.provisioner.aws.tier;

import dev.lambdaflex.provisioner.aws.zone.AliasZones;
import dev.lambdaflex.provisioner.reconcile.CloudException;
import dev.lambdaflex.weights.split.Tier;

/** The hosted zones of both tiers' names, asked of the tiers themselves: tables of them grow old. */
public final class TierZones implements AliasZones {

    private final GatewayName gateway;
    private final TierStack stack;

    public TierZones(GatewayName gateway, TierStack stack) {
        this.gateway = gateway;
        this.stack = stack;
    }

    @Override
    public String hostedZoneId(Tier tier, String target) {
        return switch (tier) {
            case LAMBDA -> gateway.regional().hostedZoneId();
            case FARGATE -> stack.outputs()
                    .map(TierOutputs::hostedZoneId)
                    .orElseThrow(() -> new CloudException(
                            "there is no load balancer %s to lead a record to".formatted(target)));
        };
    }
}
