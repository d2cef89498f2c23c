package dev.lambdaflex.simulator.wire.ecs;

import java.util.Optional;

import dev.lambdaflex.simulator.wire.Account;
import dev.lambdaflex.simulator.wire.protocol.Refusal;

/** Short names and ARNs: callers may give either, answers have ARNs. */
final class Names {

    private static final String DEFAULT_CLUSTER = "default";

    private final Account account;

    Names(Account account) {
        this.account = account;
    }

    /** The account's id. */
    String account() {
        return account.id();
    }

    String cluster(String name) {
        return account.arn("ecs", "cluster/" + name);
    }

    String service(String cluster, String name) {
        return account.arn("ecs", "service/%s/%s".formatted(cluster, name));
    }

    String task(String cluster, String id) {
        return account.arn("ecs", "task/%s/%s".formatted(cluster, id));
    }

    String definition(String name) {
        return account.arn("ecs", "task-definition/" + name);
    }

    /** The short name of the cluster that was given, or of the default one. */
    static String clusterName(Optional<String> given) {
        return given.map(Names::last).orElse(DEFAULT_CLUSTER);
    }

    /** What stands behind the last slash: the name of a service, the id of a task. */
    static String last(String nameOrArn) {
        return nameOrArn.substring(nameOrArn.lastIndexOf('/') + 1);
    }

    /** Refuses an ARN of another cluster than the one that was asked, as ECS does. */
    static String within(String cluster, String nameOrArn) {
        String[] parts = nameOrArn.split("/", -1);
        if (nameOrArn.startsWith("arn:") && parts.length == 3 && !parts[1].equals(cluster)) {
            throw Refusal.of("InvalidParameterException",
                    "Identifier is for cluster %s. Your cluster is %s".formatted(parts[1], cluster));
        }
        return parts[parts.length - 1];
    }
}
