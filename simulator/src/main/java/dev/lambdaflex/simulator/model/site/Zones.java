package dev.lambdaflex.simulator.model.site;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** In which availability zone each subnet of a stack is. */
final class Zones {

    private final List<String> all;
    private final Map<String, String> bySubnet = new HashMap<>();

    Zones(List<String> all) {
        this.all = all;
    }

    /** The zone of a subnet that asks for none. */
    String any() {
        return all.getFirst();
    }

    void put(String subnetId, String zone) {
        bySubnet.put(subnetId, zone);
    }

    /** In how many zones the subnets are. */
    long count(List<String> subnetIds) {
        return subnetIds.stream().map(id -> bySubnet.getOrDefault(id, id)).distinct().count();
    }
}
