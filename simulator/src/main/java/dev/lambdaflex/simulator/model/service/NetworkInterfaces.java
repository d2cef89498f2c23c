package dev.lambdaflex.simulator.model.service;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

import dev.lambdaflex.simulator.model.time.Timeline;

/** The network interfaces in one VPC, spread over its subnets. The VPC cannot be deleted while there is one. */
public final class NetworkInterfaces {

    /** The first four addresses of a subnet are AWS's own. */
    private static final int RESERVED = 4;

    private static final int HOSTS = 250;

    /** A subnet, and the first three numbers of its addresses. */
    private record Subnet(String id, String two, int third) {}

    private final Timeline timeline;
    private final UnaryOperator<String> ids;
    private final Map<String, NetworkInterface> byOwner = new TreeMap<>();
    private final List<Subnet> subnets = new ArrayList<>();
    private int attached;

    /** @param ids makes 16 hexadecimal digits out of a subject */
    public NetworkInterfaces(Timeline timeline, UnaryOperator<String> ids) {
        this.timeline = timeline;
        this.ids = ids;
    }

    /** From now on there is a subnet; {@code cidr} is its block. */
    public void subnet(String id, String cidr) {
        List<String> numbers = List.of(cidr.split("\\.", -1));
        Subnet subnet = new Subnet(id, numbers.get(0) + "." + numbers.get(1), Integer.parseInt(numbers.get(2)));
        timeline.run(() -> subnets.add(subnet));
    }

    /** The subnet is gone. */
    public void withoutSubnet(String id) {
        timeline.run(() -> subnets.removeIf(subnet -> subnet.id().equals(id)));
    }

    public void attach(String owner) {
        timeline.run(() -> byOwner.computeIfAbsent(owner, this::made));
    }

    /** Somebody makes one in that subnet by hand. */
    public NetworkInterface attach(String owner, String subnetId) {
        return timeline.call(() -> {
            NetworkInterface spread = made(owner);
            NetworkInterface made = new NetworkInterface(spread.id(), "%s (%s)".formatted(owner, spread.id()), subnetId,
                    spread.privateIp());
            byOwner.put(made.owner(), made);
            return made;
        });
    }

    public void detach(String owner) {
        timeline.run(() -> byOwner.remove(owner));
    }

    /** Who has one, by name. */
    public List<String> owners() {
        return timeline.call(() -> List.copyOf(byOwner.keySet()));
    }

    public List<NetworkInterface> all() {
        return timeline.call(() -> List.copyOf(byOwner.values()));
    }

    public Optional<NetworkInterface> of(String owner) {
        return timeline.call(() -> Optional.ofNullable(byOwner.get(owner)));
    }

    private NetworkInterface made(String owner) {
        int number = attached++;
        String id = "eni-0" + ids.apply("interface %d of %s".formatted(number, owner));
        Subnet subnet = subnets.isEmpty() ? new Subnet("", "169.254", 0) : subnets.get(number % subnets.size());
        int host = number / Math.max(1, subnets.size());
        String address = "%s.%d.%d".formatted(subnet.two(), (subnet.third() + host / HOSTS) % 256,
                RESERVED + host % HOSTS);
        return new NetworkInterface(id, owner, subnet.id(), address);
    }
}
