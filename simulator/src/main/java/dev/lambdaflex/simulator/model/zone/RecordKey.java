package dev.lambdaflex.simulator.model.zone;

import java.util.Comparator;

/**
 * What tells one record set from another.
 *
 * @param name       normalised
 * @param identifier the SetIdentifier; empty for a simple record set
 */
record RecordKey(String name, RecordType type, String identifier) implements Comparable<RecordKey> {

    private static final Comparator<RecordKey> ORDER = Comparator.comparing(RecordKey::name, Names.LISTING_ORDER)
            .thenComparing(key -> key.type().name())
            .thenComparing(RecordKey::identifier);

    boolean sameGroup(RecordKey other) {
        return type == other.type && name.equals(other.name);
    }

    boolean simple() {
        return identifier.isEmpty();
    }

    @Override
    public int compareTo(RecordKey other) {
        return ORDER.compare(this, other);
    }
}
