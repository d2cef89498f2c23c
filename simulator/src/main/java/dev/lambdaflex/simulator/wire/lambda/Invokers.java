package dev.lambdaflex.simulator.wire.lambda;

import java.util.Optional;

import dev.lambdaflex.simulator.plane.lambda.Invoker;

/** What really runs functions. */
@FunctionalInterface
public interface Invokers {

    /** A cloud without a data plane: Invoke is refused. */
    Invokers NONE = _ -> Optional.empty();

    Optional<Invoker> of(String functionName);
}
