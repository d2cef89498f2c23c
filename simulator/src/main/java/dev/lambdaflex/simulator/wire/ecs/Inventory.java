package dev.lambdaflex.simulator.wire.ecs;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.lambdaflex.simulator.model.service.FargateService;

/** What of ECS there is in the account. Asked under the model's lock. */
interface Inventory {

    List<Cluster> clusters();

    List<Deployed> services();

    List<Definition> definitions();

    /** A cluster of Fargate tasks. */
    record Cluster(String name, Map<String, String> tags) {

        public Cluster {
            tags = Map.copyOf(tags);
        }
    }

    /**
     * A service and what it was made of.
     *
     * @param cluster    by name
     * @param definition of its tasks: {@code family:revision}
     */
    record Deployed(String cluster, FargateService service, String definition, Door door, Network network,
            int graceSeconds, Map<String, String> tags) {

        public Deployed {
            tags = Map.copyOf(tags);
        }

        String name() {
            return service.name();
        }
    }

    /** Where the load balancer reaches a service's tasks. */
    record Door(String targetGroupArn, String container, int port) {}

    /** The network of a service's tasks. */
    record Network(List<String> subnets, List<String> securityGroups, boolean publicIp, Interfaces interfaces) {

        public Network {
            subnets = List.copyOf(subnets);
            securityGroups = List.copyOf(securityGroups);
        }
    }

    /** The network interfaces of tasks. */
    @FunctionalInterface
    interface Interfaces {

        /** That of the task; empty once it has given it back. */
        Optional<Interface> of(String taskId);
    }

    /** A network interface. */
    record Interface(String id, String subnet, String address) {}

    /**
     * A task definition.
     *
     * @param body all else, as the API words it: {@code containerDefinitions}, {@code cpu}
     */
    record Definition(String family, int revision, Instant registered, ObjectNode body) {

        /** {@code family:revision}. */
        String name() {
            return family + ":" + revision;
        }
    }
}
