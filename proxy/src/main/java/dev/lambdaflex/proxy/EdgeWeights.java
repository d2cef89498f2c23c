package dev.lambdaflex.proxy;

import dev.lambdaflex.weights.split.Split;
import dev.lambdaflex.weights.split.Tier;
import java.util.Optional;

/**
 * What the edge must know of the world to send a request on.
 *
 * @param version rises with each change; the edge never goes back to an older one
 * @param split   how requests are shared
 * @param lambda  where Lambda is reached; empty while it cannot be
 * @param fargate where Fargate is reached; empty while there is none
 */
public record EdgeWeights(long version, Split split, Optional<Upstream> lambda, Optional<Upstream> fargate) {

    public EdgeWeights {
        lambda.ifPresent(upstream -> requireTier("lambda", Tier.LAMBDA, upstream));
        fargate.ifPresent(upstream -> requireTier("fargate", Tier.FARGATE, upstream));
    }

    public Optional<Upstream> upstream(Tier tier) {
        return tier == Tier.LAMBDA ? lambda : fargate;
    }

    private static void requireTier(String name, Tier expected, Upstream upstream) {
        if (upstream.tier() != expected) {
            throw new IllegalArgumentException("%s: an upstream of %s (expected: of %s)".formatted(name,
                    upstream.tier().label(), expected.label()));
        }
    }
}
