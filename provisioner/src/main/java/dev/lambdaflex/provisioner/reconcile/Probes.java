package dev.lambdaflex.provisioner.reconcile;

import dev.lambdaflex.weights.split.Tier;

/** Active health probes: one request to a tier's own name, past the weighted records. */
public interface Probes {

    /**
     * Whether {@code tier}, reached at {@code target}, answers its readiness path with 2xx in time. A refused connection is an
     * answer, too: no.
     *
     * @throws CloudException when the probe itself could not be made
     */
    boolean answers(Tier tier, String target);
}
