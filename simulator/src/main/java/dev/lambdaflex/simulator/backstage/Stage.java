package dev.lambdaflex.simulator.backstage;

import dev.lambdaflex.simulator.model.Fault;
import dev.lambdaflex.weights.split.Tier;

/** What can be ordered and seen behind the stage. Called on an event loop: nothing here waits. */
public interface Stage {

    Scene look();

    /** Lets the workload on {@code tier} answer 503 to everything, or be well again. */
    void sick(Tier tier, boolean whether);

    void fault(Fault fault, boolean whether);
}
