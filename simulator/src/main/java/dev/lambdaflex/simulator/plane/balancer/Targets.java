package dev.lambdaflex.simulator.plane.balancer;

import java.util.List;

/** The target group, as it stands right now. */
@FunctionalInterface
public interface Targets {

    /**
     * All registered targets in a stable order. One that drains is not among them: it gets no new request while those it has
     * are finished. Asked once per request, on the balancer's event loop.
     */
    List<Target> registered();
}
