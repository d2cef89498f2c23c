package dev.lambdaflex.simulator.model.zone;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * One record set as a caller gives it. It holds what a request may hold, right or wrong: judging is the batch's business.
 *
 * @param ttl    in seconds; absent for an alias
 * @param values in presentation form; empty for an alias
 */
public record ResourceRecordSet(String name, RecordType type, Optional<String> setIdentifier, OptionalInt weight,
        OptionalLong ttl,
        List<String> values, Optional<AliasTarget> alias) {

    public ResourceRecordSet {
        values = List.copyOf(values);
    }

    public static ResourceRecordSet simple(String name, RecordType type, long ttl, String... values) {
        return new ResourceRecordSet(name, type, Optional.empty(), OptionalInt.empty(), OptionalLong.of(ttl),
                List.of(values),
                Optional.empty());
    }

    public static ResourceRecordSet weighted(String name, RecordType type, String identifier, int weight, long ttl,
            String... values) {
        return new ResourceRecordSet(name, type, Optional.of(identifier), OptionalInt.of(weight), OptionalLong.of(ttl),
                List.of(values), Optional.empty());
    }

    public static ResourceRecordSet alias(String name, RecordType type, AliasTarget target) {
        return new ResourceRecordSet(name, type, Optional.empty(), OptionalInt.empty(), OptionalLong.empty(), List.of(),
                Optional.of(target));
    }

    public static ResourceRecordSet weightedAlias(String name, RecordType type, String identifier, int weight,
            AliasTarget target) {
        return new ResourceRecordSet(name, type, Optional.of(identifier), OptionalInt.of(weight), OptionalLong.empty(),
                List.of(),
                Optional.of(target));
    }

    ResourceRecordSet normalised() {
        return new ResourceRecordSet(Names.normalise(name), type, setIdentifier, weight, ttl, values,
                alias.map(AliasTarget::normalised));
    }

    RecordKey key() {
        return new RecordKey(name, type, setIdentifier.orElse(""));
    }

    /** Whether both say the same; the order of values does not count. */
    boolean matches(ResourceRecordSet other) {
        return withSortedValues().equals(other.withSortedValues());
    }

    private ResourceRecordSet withSortedValues() {
        return new ResourceRecordSet(name, type, setIdentifier, weight, ttl, values.stream().sorted().toList(), alias);
    }
}
