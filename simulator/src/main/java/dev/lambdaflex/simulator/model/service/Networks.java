package dev.lambdaflex.simulator.model.service;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import dev.lambdaflex.simulator.model.time.Timeline;

/** The VPCs of the account and what is in each. */
public final class Networks {

    private final Timeline timeline;
    private final Map<String, NetworkInterfaces> byVpc = new LinkedHashMap<>();

    public Networks(Timeline timeline) {
        this.timeline = timeline;
    }

    public void open(String vpcId, NetworkInterfaces interfaces) {
        timeline.run(() -> byVpc.put(vpcId, interfaces));
    }

    public void close(String vpcId) {
        timeline.run(() -> byVpc.remove(vpcId));
    }

    /** The interfaces by VPC. */
    public Map<String, NetworkInterfaces> all() {
        return timeline.call(() -> Map.copyOf(byVpc));
    }

    /** The interfaces in the VPC of that id. */
    public Optional<NetworkInterfaces> find(String vpcId) {
        return timeline.call(() -> Optional.ofNullable(byVpc.get(vpcId)));
    }
}
