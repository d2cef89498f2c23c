package dev.lambdaflex.simulator.model.zone;

import java.util.Optional;
import java.util.OptionalInt;

import dev.lambdaflex.simulator.model.api.AwsError;

/** Rules on one change alone, whatever the zone holds. Route 53 answers the first one broken with InvalidInput. */
final class RecordShape {

    private static final int MOST_WEIGHT = 255;
    private static final int MOST_IDENTIFIER = 128;
    private static final long MOST_TTL = 2_147_483_647L;

    private RecordShape() {}

    static Optional<AwsError> refusal(Change change, int position) {
        return constraint(change.record(), position).or(() -> completeness(change))
                .map(text -> AwsError.of("InvalidInput", text));
    }

    private static Optional<String> constraint(ResourceRecordSet record, int position) {
        if (record.weight().isPresent()) {
            int weight = record.weight().getAsInt();
            if (weight < 0 || weight > MOST_WEIGHT) {
                return Optional.of(outOfBounds(weight, position, "weight", weight < 0, MOST_WEIGHT));
            }
        }
        if (record.ttl().isPresent()) {
            long ttl = record.ttl().getAsLong();
            if (ttl < 0 || ttl > MOST_TTL) {
                return Optional.of(outOfBounds(ttl, position, "tTL", ttl < 0, MOST_TTL));
            }
        }
        return record.setIdentifier().flatMap(identifier -> identifierLength(identifier, position));
    }

    private static Optional<String> identifierLength(String identifier, int position) {
        if (identifier.isEmpty()) {
            return Optional.of(violated(identifier, position, "setIdentifier",
                    "Member must have length greater than or equal to 1"));
        }
        return identifier.length() <= MOST_IDENTIFIER
                ? Optional.empty()
                : Optional.of(violated(identifier, position, "setIdentifier",
                        "Member must have length less than or equal to " + MOST_IDENTIFIER));
    }

    private static Optional<String> completeness(Change change) {
        ResourceRecordSet record = change.record();
        boolean plainPart = record.ttl().isPresent() || !record.values().isEmpty();
        boolean plainWhole = record.ttl().isPresent() && !record.values().isEmpty();
        String oneOf = "Expected exactly one of [AliasTarget, all of [TTL, and ResourceRecords], or TrafficPolicyInstanceId]";
        if (record.alias().isPresent() && plainPart) {
            return Optional.of(invalid(oneOf + ", but found more than one", change));
        }
        if (record.alias().isEmpty() && !plainWhole) {
            return Optional.of(invalid(oneOf + ", but found none", change));
        }
        OptionalInt weight = record.weight();
        if (weight.isPresent() && record.setIdentifier().isEmpty()) {
            return Optional.of(invalid("Missing field 'SetIdentifier'", change));
        }
        if (weight.isEmpty() && record.setIdentifier().isPresent()) {
            return Optional
                    .of(invalid("Expected exactly one of [Weight, Region, Failover, GeoLocation, MultiValueAnswer, "
                            + "GeoProximityLocation, or CidrRoutingConfig], but found none", change));
        }
        return Optional.empty();
    }

    private static String invalid(String what, Change change) {
        ResourceRecordSet record = change.record();
        return "Invalid request: %s in Change with [Action=%s, Name=%s, Type=%s, SetIdentifier=%s]".formatted(what,
                change.action(), record.name(), record.type(), record.setIdentifier().orElse("null"));
    }

    private static String outOfBounds(long value, int position, String field, boolean tooSmall, long most) {
        String constraint = tooSmall ? "greater than or equal to 0" : "less than or equal to " + most;
        return violated(String.valueOf(value), position, field, "Member must have value " + constraint);
    }

    private static String violated(String value, int position, String field, String constraint) {
        return "1 validation error detected: Value '%s' at 'changeBatch.changes.%d.member.resourceRecordSet.%s' failed to satisfy "
                .formatted(value, position, field) + "constraint: " + constraint;
    }
}
