package dev.lambdaflex.simulator.wire.route53;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import dev.lambdaflex.simulator.model.zone.RecordType;
import dev.lambdaflex.simulator.wire.protocol.Form;
import dev.lambdaflex.simulator.wire.protocol.Refusal;

/** Values of requests, and Route 53's words for those that it does not take. */
final class Input {

    /** Types that Route 53 knows; those of them that the model does not hold are not played. */
    private static final List<String> TYPES = List.of("SOA", "A", "TXT", "NS", "CNAME", "MX", "NAPTR", "PTR", "SRV",
            "SPF", "AAAA",
            "CAA", "DS", "TLSA", "SSHFP", "SVCB", "HTTPS");

    private Input() {}

    static RecordType type(String text, String where) {
        return Arrays.stream(RecordType.values())
                .filter(type -> type.name().equals(text))
                .findFirst()
                .orElseThrow(() -> TYPES.contains(text)
                        ? Refusal.notPlayed("route53", "records of type " + text)
                        : notOneOf(text, where, TYPES));
    }

    /** How many items a page shall have. Route 53 gives {@code most} to whoever asks for more. */
    static int maxItems(Form query, int most) {
        return query.get("maxitems").map(text -> {
            int items = text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : 0;
            if (items < 1) {
                throw invalid(violated(text, "maxItems", "Member must have value greater than or equal to 1"));
            }
            return Math.min(items, most);
        }).orElse(most);
    }

    static boolean isTrue(String text) {
        return switch (text) {
            case "true", "1" -> true;
            case "false", "0" -> false;
            default -> throw invalid("Invalid XML ; cvc-datatype-valid.1.2.1: '%s' is not a valid value for 'boolean'."
                    .formatted(text));
        };
    }

    static long number(String text) {
        if (!text.matches("-?[0-9]{1,18}")) {
            throw invalid(
                    "Invalid XML ; cvc-datatype-valid.1.2.1: '%s' is not a valid value for 'integer'.".formatted(text));
        }
        return Long.parseLong(text);
    }

    static String required(Optional<String> value, String where) {
        return value.orElseThrow(() -> invalid(
                "1 validation error detected: Value null at '%s' failed to satisfy constraint: Member must not be null"
                        .formatted(where)));
    }

    static Refusal notOneOf(String value, String where, List<String> expected) {
        return invalid(violated(value, where, "Member must satisfy enum value set: " + expected));
    }

    static String atMost(String value, int length, String where) {
        if (value.length() > length) {
            throw invalid(violated(value, where, "Member must have length less than or equal to " + length));
        }
        return value;
    }

    static Refusal invalid(String message) {
        return Refusal.of("InvalidInput", message);
    }

    private static String violated(String value, String where, String constraint) {
        return "1 validation error detected: Value '%s' at '%s' failed to satisfy constraint: %s".formatted(value,
                where,
                constraint);
    }
}
