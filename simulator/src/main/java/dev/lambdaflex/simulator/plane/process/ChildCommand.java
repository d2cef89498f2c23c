package dev.lambdaflex.simulator.plane.process;

import java.util.List;
import java.util.Map;

/**
 * What to start.
 *
 * @param name        how log lines and messages call the child
 * @param command     program and arguments
 * @param environment added to the few variables that every child gets
 */
public record ChildCommand(String name, List<String> command, Map<String, String> environment) {

    public ChildCommand {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
        if (command.isEmpty()) {
            throw new IllegalArgumentException("command of %s: [] (expected: a program)".formatted(name));
        }
    }
}
