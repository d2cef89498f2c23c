package dev.lambdaflex.simulator.model.lambda;

/** Hears of environments that end. Called under the model's lock: it must not block. */
@FunctionalInterface
public interface EnvironmentListener {

    /** The environment idled for too long, or the function is gone; its process has to end. */
    void ended(String environment);
}
