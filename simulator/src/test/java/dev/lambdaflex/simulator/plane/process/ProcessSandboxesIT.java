package dev.lambdaflex.simulator.plane.process;

import dev.lambdaflex.simulator.plane.sandbox.Sandboxes;
import dev.lambdaflex.simulator.plane.testing.SandboxesContract;
import dev.lambdaflex.simulator.plane.testing.Workload;
import java.util.List;

class ProcessSandboxesIT extends SandboxesContract {

    @Override
    protected Sandboxes open() {
        return new ProcessSandboxes(new Children(), Workload.command());
    }

    @Override
    protected Sandboxes openWithoutProgram() {
        return new ProcessSandboxes(new Children(), List.of("/nowhere/at-all"));
    }
}
