package dev.lambdaflex.simulator.model.zone;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Rules on names and values that Route 53 reports as FATAL problems. */
final class RecordValues {

    private static final String BYTE = "(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
    private static final Pattern IPV4 = Pattern.compile(BYTE + "(\\." + BYTE + "){3}");
    private static final Pattern IPV6_GROUP = Pattern.compile("[0-9a-fA-F]{1,4}");
    private static final int IPV6_GROUPS = 8;
    private static final Pattern QUOTED = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"(?:\\s+\"(?:[^\"\\\\]|\\\\.)*\")*");
    private static final int MOST_TEXT = 4_000;
    private static final int MOST_LABEL = 63;
    private static final int MOST_NAME = 255;

    private RecordValues() {}

    /** What is wrong with {@code record}; empty when nothing is. */
    static List<String> problems(ResourceRecordSet record) {
        Optional<String> name = nameProblem(record.name());
        if (name.isPresent()) {
            return List.of(name.get());
        }
        return record.values()
                .stream()
                .flatMap(value -> valueProblem(record.type(), value).stream())
                .map(problem -> "Invalid Resource Record: '" + problem + "'")
                .toList();
    }

    /** What is wrong with a domain name; empty when nothing is. */
    static Optional<String> nameProblem(String name) {
        if (name.equals(".")) {
            return Optional.of(fatal("DomainNameEmpty", "Domain name is empty", ""));
        }
        if (name.length() > MOST_NAME) {
            return Optional.of(fatal("DomainNameTooLong", "Domain name is too long", name));
        }
        for (String label : name.substring(0, name.length() - 1).split("\\.", -1)) {
            if (label.isEmpty()) {
                return Optional.of(fatal("DomainLabelEmpty", "Domain label is empty", name));
            }
            if (label.length() > MOST_LABEL) {
                return Optional.of(fatal("DomainLabelTooLong", "Domain label is too long", label));
            }
        }
        return Optional.empty();
    }

    private static Optional<String> valueProblem(RecordType type, String value) {
        return switch (type) {
            case A -> IPV4.matcher(value).matches()
                    ? Optional.empty()
                    : Optional.of(fatal("ARRDATAIllegalIPv4Address", "Value is not a valid IPv4 address", value));
            case AAAA -> isIpv6(value)
                    ? Optional.empty()
                    : Optional.of(fatal("AAAARRDATAIllegalIPv6Address", "Value is not a valid IPv6 address", value));
            case TXT, SPF -> textProblem(value);
            case CNAME, NS, PTR -> value.isBlank() || value.contains(" ")
                    ? Optional.of(fatal("UnsupportedCharacter", "Value contains unsupported characters", value))
                    : Optional.empty();
            case CAA, MX, SOA, SRV -> Optional.empty();
        };
    }

    private static Optional<String> textProblem(String value) {
        if (!QUOTED.matcher(value).matches()) {
            return Optional.of(
                    fatal("InvalidCharacterString", "Value should be enclosed in quotation marks", value));
        }
        return value.length() <= MOST_TEXT
                ? Optional.empty()
                : Optional.of(fatal("CharacterStringTooLong", "Value is too long", value));
    }

    /** Eight groups, or fewer around one {@code ::}. */
    private static boolean isIpv6(String value) {
        int gap = value.indexOf("::");
        if (gap < 0) {
            return groups(value) == IPV6_GROUPS;
        }
        int before = groups(value.substring(0, gap));
        int after = groups(value.substring(gap + 2));
        return before >= 0 && after >= 0 && before + after < IPV6_GROUPS;
    }

    /** How many groups {@code text} has; an IPv4 address at its end counts for two; -1 when something is no group. */
    private static int groups(String text) {
        if (text.isEmpty()) {
            return 0;
        }
        List<String> parts = List.of(text.split(":", -1));
        boolean endsInIpv4 = IPV4.matcher(parts.getLast()).matches();
        List<String> hexadecimal = endsInIpv4 ? parts.subList(0, parts.size() - 1) : parts;
        boolean sound = hexadecimal.stream().allMatch(part -> IPV6_GROUP.matcher(part).matches());
        return sound ? hexadecimal.size() + (endsInIpv4 ? 2 : 0) : -1;
    }

    private static String fatal(String code, String text, String value) {
        return "FATAL problem: %s (%s) encountered with '%s'".formatted(code, text, value);
    }
}
