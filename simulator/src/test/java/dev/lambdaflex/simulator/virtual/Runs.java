package dev.lambdaflex.simulator.virtual;

import dev.lambdaflex.provisioner.store.MemoryStore;

/** Runs in stores of their own. */
final class Runs {

    private Runs() {}

    static RunResult of(RunSettings settings) {
        try (MemoryStore store = new MemoryStore()) {
            return VirtualRun.run(settings, store);
        }
    }
}
