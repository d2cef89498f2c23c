package dev.lambdaflex.simulator.model.service;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import dev.lambdaflex.simulator.model.time.Timeline;

/** The network interfaces in one VPC. The VPC cannot be deleted while there is one. */
public final class NetworkInterfaces {

    private final Timeline timeline;
    private final Set<String> owners = new TreeSet<>();

    public NetworkInterfaces(Timeline timeline) {
        this.timeline = timeline;
    }

    public void attach(String owner) {
        timeline.run(() -> owners.add(owner));
    }

    public void detach(String owner) {
        timeline.run(() -> owners.remove(owner));
    }

    /** Who has one, by name. */
    public List<String> owners() {
        return timeline.call(() -> List.copyOf(owners));
    }
}
