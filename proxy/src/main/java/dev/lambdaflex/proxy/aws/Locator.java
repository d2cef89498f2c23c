package dev.lambdaflex.proxy.aws;

import java.util.Optional;

import dev.lambdaflex.proxy.Upstream;
import dev.lambdaflex.weights.split.Tier;

/** Makes an upstream of the name that a record leads to. */
@FunctionalInterface
public interface Locator {

    /** On AWS the name itself is the address, and both tiers show the certificate of the name that clients ask for. */
    Locator TLS = (tier, target) -> new Upstream(tier, target, 443, true, Optional.empty());

    Upstream locate(Tier tier, String target);
}
