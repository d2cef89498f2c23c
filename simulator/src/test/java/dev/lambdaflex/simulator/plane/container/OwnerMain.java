package dev.lambdaflex.simulator.plane.container;

import dev.lambdaflex.simulator.plane.sandbox.SandboxOrder;
import dev.lambdaflex.simulator.plane.sandbox.Sandboxes;
import dev.lambdaflex.weights.split.Tier;
import io.vertx.core.Vertx;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** An owner to be killed: starts two containers of the image that it is told, and says when they are up. */
final class OwnerMain {

    private OwnerMain() {}

    @SuppressWarnings("resource") // Never closed: it is killed.
    public static void main(String[] args) throws Exception {
        Sandboxes sandboxes = ContainerSandboxes.open(new Engine(Vertx.vertx(), TestEngine.SOCKET), args[0],
                new Place(TestEngine.NETWORK, args[1], args[2]), "shop");
        for (String id : new String[]{"one", "two"}) {
            sandboxes.start(new SandboxOrder(Tier.LAMBDA, id, Map.of("MODE", "sleeper"), 256), System.out::println);
        }
        TimeUnit.HOURS.sleep(1);
    }
}
