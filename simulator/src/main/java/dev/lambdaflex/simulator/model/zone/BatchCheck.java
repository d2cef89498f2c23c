package dev.lambdaflex.simulator.model.zone;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import dev.lambdaflex.simulator.model.api.AwsError;
import dev.lambdaflex.simulator.model.api.Reply;

/**
 * Judges a batch against a copy of the zone's records, change by change, so that each sees the ones before it. Every refusal is
 * collected, for InvalidChangeBatch lists them all; only a batch without any becomes the next version.
 */
final class BatchCheck {

    private static final int MOST_ELEMENTS = 1_000;
    private static final int MOST_CHARACTERS = 32_000;
    private static final int MOST_WEIGHTED = 100;

    private final String zone;
    private final AliasDirectory directory;
    private final NavigableMap<RecordKey, ResourceRecordSet> records;
    private final Map<RecordKey, Set<Change.Action>> touched = new HashMap<>();
    private final List<String> problems = new ArrayList<>();

    private BatchCheck(String zone, AliasDirectory directory, NavigableMap<RecordKey, ResourceRecordSet> present) {
        this.zone = zone;
        this.directory = directory;
        this.records = new TreeMap<>(present);
    }

    /** The records after {@code batch}, or why it is refused. {@code present} is not changed. */
    static Reply<NavigableMap<RecordKey, ResourceRecordSet>> apply(ChangeBatch batch, String zone,
            AliasDirectory directory,
            NavigableMap<RecordKey, ResourceRecordSet> present) {
        if (batch.changes().isEmpty()) {
            return Reply.refused("InvalidInput",
                    "1 validation error detected: Value '[]' at 'changeBatch.changes' failed to satisfy "
                            + "constraint: Member must have length greater than or equal to 1");
        }
        for (int i = 0; i < batch.changes().size(); i++) {
            Optional<AwsError> refusal = RecordShape.refusal(batch.changes().get(i), i + 1);
            if (refusal.isPresent()) {
                return Reply.refused(refusal.get());
            }
        }
        BatchCheck check = new BatchCheck(zone, directory, present);
        check.limits(batch);
        batch.changes().forEach(change -> check.take(change.normalised()));
        check.apex();
        return check.problems.isEmpty()
                ? Reply.given(check.records)
                : Reply.refused(AwsError.listing("InvalidChangeBatch", check.problems));
    }

    private void limits(ChangeBatch batch) {
        int elements = 0;
        int characters = 0;
        for (Change change : batch.changes()) {
            int times = change.action() == Change.Action.UPSERT ? 2 : 1;
            elements += times * Math.max(1, change.record().values().size());
            characters += times * change.record().values().stream().mapToInt(String::length).sum();
        }
        if (elements > MOST_ELEMENTS) {
            problems.add("Number of records limit of %d exceeded.".formatted(MOST_ELEMENTS));
        }
        if (characters > MOST_CHARACTERS) {
            problems.add("Number of characters limit of %d exceeded.".formatted(MOST_CHARACTERS));
        }
    }

    private void take(Change change) {
        ResourceRecordSet record = change.record();
        RecordKey key = record.key();
        if (!Names.within(record.name(), zone)) {
            problems.add("RRSet with DNS name %s is not permitted in zone %s".formatted(record.name(), zone));
            return;
        }
        if (!orderly(key, change.action())) {
            problems.add("The request contains an invalid set of changes for a resource record set '%s %s'".formatted(
                    record.type(),
                    record.name()));
            return;
        }
        switch (change.action()) {
            case DELETE -> delete(key, record);
            case CREATE -> create(key, record);
            case UPSERT -> put(key, record);
        }
    }

    /** A batch may touch a record set once, or delete it and then make it anew. */
    private boolean orderly(RecordKey key, Change.Action action) {
        Set<Change.Action> before = touched.computeIfAbsent(key, _ -> EnumSet.noneOf(Change.Action.class));
        boolean remade = before.equals(EnumSet.of(Change.Action.DELETE)) && action != Change.Action.DELETE;
        boolean orderly = before.isEmpty() || remade;
        before.add(action);
        return orderly;
    }

    private void delete(RecordKey key, ResourceRecordSet record) {
        ResourceRecordSet present = records.get(key);
        if (present == null) {
            problems.add("Tried to delete resource record set %s but it was not found".formatted(shown(key)));
        } else if (!present.matches(record)) {
            problems.add(
                    "Tried to delete resource record set %s but the values provided do not match the current values"
                            .formatted(shown(key)));
        } else {
            records.remove(key);
        }
    }

    private void create(RecordKey key, ResourceRecordSet record) {
        if (records.containsKey(key)) {
            problems.add("Tried to create resource record set %s but it already exists".formatted(shown(key)));
        } else {
            put(key, record);
        }
    }

    private void put(RecordKey key, ResourceRecordSet record) {
        List<String> found = new ArrayList<>(RecordValues.problems(record));
        found.addAll(aliasProblems(record));
        nameConflict(key).ifPresent(found::add);
        groupConflict(key, record).ifPresent(found::add);
        if (found.isEmpty()) {
            records.put(key, record);
        }
        problems.addAll(found);
    }

    private List<String> aliasProblems(ResourceRecordSet record) {
        if (record.alias().isEmpty()) {
            return List.of();
        }
        AliasTarget target = record.alias().get();
        List<String> found = new ArrayList<>();
        String tried = "Tried to create an alias that targets %s, type %s in zone %s, but ".formatted(target.dnsName(),
                record.type(),
                target.hostedZoneId());
        if (!directory.liesWithin(target.hostedZoneId(), target.dnsName())) {
            found.add(tried + "the alias target name does not lie within the target zone");
        }
        if (!directory.exists(target.dnsName())) {
            found.add(tried + "that target was not found");
        }
        return found;
    }

    private Optional<String> nameConflict(RecordKey key) {
        if (key.type() == RecordType.CNAME && key.name().equals(zone)) {
            return Optional.of("RRSet of type CNAME with DNS name %s is not permitted at apex in zone %s"
                    .formatted(key.name(), zone));
        }
        boolean besideCname = records.keySet()
                .stream()
                .anyMatch(other -> other.name().equals(key.name()) && other.type() == RecordType.CNAME);
        boolean besideAny = records.keySet()
                .stream()
                .anyMatch(other -> other.name().equals(key.name()) && other.type() != RecordType.CNAME);
        if (key.type() == RecordType.CNAME && besideAny) {
            return Optional.of(
                    "RRSet of type CNAME with DNS name %s is not permitted as it conflicts with other records with the "
                            .formatted(key.name()) + "same DNS name in zone " + zone);
        }
        if (key.type() != RecordType.CNAME && besideCname) {
            return Optional.of(
                    "RRSet of type %s with DNS name %s is not permitted because a conflicting RRSet of type CNAME with the "
                            .formatted(key.type(), key.name()) + "same DNS name already exists in zone " + zone);
        }
        return Optional.empty();
    }

    private Optional<String> groupConflict(RecordKey key, ResourceRecordSet record) {
        List<ResourceRecordSet> others = records.values()
                .stream()
                .filter(other -> other.key().sameGroup(key) && !other.key().equals(key))
                .toList();
        if (others.isEmpty()) {
            return Optional.empty();
        }
        String named = "RRSet with DNS name %s, type %s".formatted(key.name(), key.type());
        if (key.simple()) {
            return Optional.of(named + " cannot be created as other RRSets exist with the same name and type.");
        }
        String identified = named + ", SetIdentifier " + key.identifier();
        if (others.stream().anyMatch(other -> other.key().simple())) {
            return Optional
                    .of(identified + " cannot be created as a non-weighted set exists with the same name and type.");
        }
        boolean otherTtl = record.ttl().isPresent()
                && others.stream().anyMatch(other -> other.ttl().isPresent() && !other.ttl().equals(record.ttl()));
        if (otherTtl) {
            return Optional.of(identified + " cannot be created as weighted sets must contain the same TTL.");
        }
        return others.size() < MOST_WEIGHTED
                ? Optional.empty()
                : Optional.of("%s cannot be created as there are already %d weighted sets with the same name and type."
                        .formatted(identified, MOST_WEIGHTED));
    }

    private void apex() {
        if (!records.containsKey(new RecordKey(zone, RecordType.SOA, ""))) {
            problems.add("A HostedZone must contain exactly one SOA record.");
        }
        if (!records.containsKey(new RecordKey(zone, RecordType.NS, ""))) {
            problems.add("A HostedZone must contain at least one NS record for the zone itself.");
        }
    }

    private static String shown(RecordKey key) {
        String identifier = key.simple() ? "" : ", set identifier='" + key.identifier() + "'";
        return "[name='%s', type='%s'%s]".formatted(key.name(), key.type(), identifier);
    }
}
