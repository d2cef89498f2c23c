package dev.lambdaflex.simulator.plane.process;

import dev.lambdaflex.simulator.plane.Endpoint;
import dev.lambdaflex.simulator.plane.sandbox.Sandbox;
import dev.lambdaflex.simulator.plane.sandbox.SandboxOrder;
import dev.lambdaflex.simulator.plane.sandbox.Sandboxes;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

/** Copies of the workload that are processes of this machine, each on ports of loopback. Memory is not enforced. */
public final class ProcessSandboxes implements Sandboxes {

    private static final String LOOPBACK = "127.0.0.1";

    private final Children children;
    private final List<String> command;

    /**
     * Starts copies as children.
     *
     * @param command the program that is the workload: on Lambda and on Fargate the same
     */
    public ProcessSandboxes(Children children, List<String> command) {
        this.children = children;
        this.command = List.copyOf(command);
    }

    @Override
    public Sandbox start(SandboxOrder order, Consumer<String> onLine) {
        try {
            return new ProcessSandbox.Started(
                    children.start(new ChildCommand(order.name(), command, order.environment()), onLine), LOOPBACK);
        } catch (IOException e) {
            return new ProcessSandbox.NeverStarted(e, LOOPBACK);
        }
    }

    @Override
    public Endpoint serving() {
        return new Endpoint(LOOPBACK, 0);
    }

    @Override
    public String home() {
        return LOOPBACK;
    }

    @Override
    public boolean seesFiles() {
        return true;
    }

    /** Process ids. */
    @Override
    public List<String> running() {
        return children.pids().stream().map(String::valueOf).toList();
    }

    @Override
    public void close() {
        children.close();
    }
}
