package dev.lambdaflex.simulator.wire.route53;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

import dev.lambdaflex.simulator.model.zone.AliasTarget;
import dev.lambdaflex.simulator.model.zone.Change;
import dev.lambdaflex.simulator.model.zone.ChangeBatch;
import dev.lambdaflex.simulator.model.zone.ResourceRecordSet;
import dev.lambdaflex.simulator.wire.protocol.Refusal;
import dev.lambdaflex.simulator.wire.protocol.XmlNode;

/** Reads the batch of a ChangeResourceRecordSets request. What a record set may hold is the model's to judge. */
final class BatchReader {

    private static final int MOST_NAME = 1_024;
    private static final int MOST_VALUE = 4_000;
    private static final int MOST_ZONE_ID = 32;
    private static final List<String> ACTIONS = List.of("CREATE", "DELETE", "UPSERT");
    /** Ways to choose among records that LambdaFlex has no use for. */
    private static final List<String> OTHER_POLICIES = List.of("Region", "Failover", "GeoLocation", "MultiValueAnswer",
            "GeoProximityLocation", "CidrRoutingConfig", "TrafficPolicyInstanceId", "HealthCheckId");

    private BatchReader() {}

    static ChangeBatch read(XmlNode request) {
        XmlNode batch = request.child("ChangeBatch")
                .orElseThrow(() -> Input
                        .invalid("1 validation error detected: Value null at 'changeBatch' failed to satisfy "
                                + "constraint: Member must not be null"));
        List<XmlNode> nodes = batch.child("Changes").map(changes -> changes.children("Change")).orElse(List.of());
        List<Change> changes = new ArrayList<>();
        for (XmlNode node : nodes) {
            changes.add(change(node, "changeBatch.changes.%d.member.".formatted(changes.size() + 1)));
        }
        return new ChangeBatch(changes, batch.textOf("Comment").orElse(""));
    }

    private static Change change(XmlNode node, String where) {
        String action = Input.required(node.textOf("Action"), where + "action");
        if (!ACTIONS.contains(action)) {
            throw Input.notOneOf(action, where + "action", ACTIONS);
        }
        XmlNode record = node.child("ResourceRecordSet")
                .orElseThrow(() -> Input
                        .invalid("1 validation error detected: Value null at '%sresourceRecordSet' failed to satisfy "
                                .formatted(where) + "constraint: Member must not be null"));
        return new Change(Change.Action.valueOf(action), record(record, where + "resourceRecordSet."));
    }

    private static ResourceRecordSet record(XmlNode node, String where) {
        OTHER_POLICIES.stream().filter(policy -> node.child(policy).isPresent()).findFirst().ifPresent(policy -> {
            throw Refusal.notPlayed("route53", "record sets with " + policy);
        });
        String name = Input.atMost(Input.required(node.textOf("Name"), where + "name"), MOST_NAME, where + "name");
        return new ResourceRecordSet(name,
                Input.type(Input.required(node.textOf("Type"), where + "type"), where + "type"),
                node.textOf("SetIdentifier"), weight(node), ttl(node), values(node, where), alias(node, where));
    }

    private static OptionalInt weight(XmlNode node) {
        Optional<Long> weight = node.textOf("Weight").map(Input::number);
        return weight.map(given -> OptionalInt.of(Math.clamp(given, Integer.MIN_VALUE, Integer.MAX_VALUE)))
                .orElse(OptionalInt.empty());
    }

    private static OptionalLong ttl(XmlNode node) {
        return node.textOf("TTL").map(text -> OptionalLong.of(Input.number(text))).orElse(OptionalLong.empty());
    }

    private static List<String> values(XmlNode node, String where) {
        return node.child("ResourceRecords")
                .map(records -> records.children("ResourceRecord"))
                .orElse(List.of())
                .stream()
                .map(record -> Input.required(record.textOf("Value"), where + "resourceRecords"))
                .map(value -> Input.atMost(value, MOST_VALUE, where + "resourceRecords"))
                .toList();
    }

    private static Optional<AliasTarget> alias(XmlNode node, String where) {
        return node.child("AliasTarget").map(alias -> {
            String in = where + "aliasTarget.";
            String zone = Input.required(alias.textOf("HostedZoneId"), in + "hostedZoneId");
            return new AliasTarget(Input.atMost(zone, MOST_ZONE_ID, in + "hostedZoneId"),
                    Input.atMost(Input.required(alias.textOf("DNSName"), in + "dNSName"), MOST_NAME, in + "dNSName"),
                    Input.isTrue(Input.required(alias.textOf("EvaluateTargetHealth"), in + "evaluateTargetHealth")));
        });
    }
}
