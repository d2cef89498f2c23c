package dev.lambdaflex.simulator.model.site;

import java.util.Locale;

import dev.lambdaflex.simulator.model.time.Streams;

/** Ids and names as AWS makes them up, the same for the same stack and resource. */
final class Names {

    private final Streams streams;
    private final String stackId;
    private final String stackName;

    Names(Streams streams, String stackId, String stackName) {
        this.streams = streams;
        this.stackId = stackId;
        this.stackName = stackName;
    }

    /** {@code vpc-0} and 16 hexadecimal digits. */
    String id(String prefix, String logicalId) {
        return prefix + "-0" + hex(logicalId);
    }

    /** 16 hexadecimal digits. */
    String hex(String subject) {
        return streams.id("%s %s".formatted(stackId, subject));
    }

    /** {@code stack-LogicalId-1A2B3C4D5E6F}. */
    String generated(String logicalId, int longest) {
        String name = "%s-%s-%s".formatted(stackName, logicalId, suffix(logicalId));
        int tooLong = name.length() - longest;
        return tooLong <= 0 ? name : name.substring(0, name.length() - 13 - tooLong) + "-" + suffix(logicalId);
    }

    /** {@code stack-Logic-1A2B3C4D5E6F}: names of balancers and target groups have 32 characters at most. */
    String generatedShort(String logicalId) {
        return "%.6s-%.5s-%s".formatted(stackName, logicalId, suffix(logicalId));
    }

    private String suffix(String logicalId) {
        String digits = Long.toUnsignedString(Long.parseUnsignedLong(hex("name of " + logicalId), 16), 36);
        return "%12s".formatted(digits).replace(' ', '0').substring(0, 12).toUpperCase(Locale.ROOT);
    }
}
