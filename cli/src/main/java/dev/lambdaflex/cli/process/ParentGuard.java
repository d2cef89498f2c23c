package dev.lambdaflex.cli.process;

import java.io.IOException;
import java.io.InputStream;

import dev.lambdaflex.simulator.plane.process.Children;

/** Ends this process with its parent, however that one dies: the kernel closes the pipe that is our standard input. */
public final class ParentGuard {

    private ParentGuard() {}

    /** Whether a parent has started this process and wants it to end with it. */
    public static boolean isChild() {
        return "true".equals(System.getenv(Children.STOP_WITH_STDIN));
    }

    /** Watches, when the parent has asked for it; {@code end} runs once the parent is gone. */
    public static void watch(Runnable end) {
        if (isChild()) {
            Thread.ofPlatform().daemon().name("parent-guard").start(() -> {
                drain(System.in);
                end.run();
            });
        }
    }

    private static void drain(InputStream in) {
        try {
            in.transferTo(java.io.OutputStream.nullOutputStream());
        } catch (IOException _) {
            // A pipe that breaks has no writer either.
        }
    }
}
