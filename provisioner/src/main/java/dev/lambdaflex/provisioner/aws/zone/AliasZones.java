package dev.lambdaflex.provisioner.aws.zone;

import dev.lambdaflex.weights.split.Tier;

/** The hosted zones that alias targets live in: Amazon's own, not the user's. */
@FunctionalInterface
public interface AliasZones {

    /**
     * The hosted zone of {@code target}, a DNS name of {@code tier}.
     *
     * @throws dev.lambdaflex.provisioner.reconcile.CloudException when it cannot be known
     */
    String hostedZoneId(Tier tier, String target);
}
