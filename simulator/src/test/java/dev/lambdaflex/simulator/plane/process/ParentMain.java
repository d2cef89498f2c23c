package dev.lambdaflex.simulator.plane.process;

import dev.lambdaflex.simulator.plane.testing.Workload;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A parent to be killed: starts three children and says their process ids. */
final class ParentMain {

    private ParentMain() {}

    @SuppressWarnings("resource") // Never closed: it is killed.
    public static void main(String[] args) throws Exception {
        Children children = new Children();
        for (int i = 0; i < 3; i++) {
            children.start(new ChildCommand("child-" + i, Workload.command("sleeper", "up"), Map.of()),
                    _ -> System.out.println("up"));
        }
        System.out.println("pids " + children.pids());
        TimeUnit.HOURS.sleep(1);
    }
}
