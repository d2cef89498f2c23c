package dev.lambdaflex.provisioner.aws.zone;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.lambdaflex.provisioner.reconcile.CloudException;
import dev.lambdaflex.provisioner.reconcile.OwnerNote;
import dev.lambdaflex.weights.split.RecordSet;
import dev.lambdaflex.weights.split.RecordSet.Weighted;
import dev.lambdaflex.weights.split.Tier;
import software.amazon.awssdk.services.route53.model.RRType;
import software.amazon.awssdk.services.route53.model.ResourceRecordSet;

/**
 * The records of one app as Route 53 lists them, value by value, for a DELETE must repeat each of them.
 *
 * @param aliases the weighted aliases, A before AAAA
 * @param note    the owner's note as it stands; empty before the first change
 */
record AppRecords(List<ResourceRecordSet> aliases, Optional<ResourceRecordSet> note) {

    /** Sorts a listing. Whatever is not ours on the name is a reason to stop: the weights would not say what we think. */
    static AppRecords of(List<ResourceRecordSet> listing, ZoneSettings zone) {
        List<ResourceRecordSet> aliases = new ArrayList<>();
        Optional<ResourceRecordSet> note = Optional.empty();
        for (ResourceRecordSet record : listing) {
            String name = Names.withDot(record.name());
            if (name.equals(zone.host()) && leadsSomewhere(record)) {
                aliases.add(ours(record, zone));
            } else if (name.equals(OwnerRecord.nameFor(zone.host())) && record.type() == RRType.TXT) {
                note = Optional.of(record);
            }
        }
        AppRecords records = new AppRecords(List.copyOf(aliases), note);
        records.requireOwner(zone);
        records.requireOneOfEach(zone);
        return records;
    }

    /** Both families say the same, or there is only A so far: the next change makes the other. */
    RecordSet recordSet() {
        return recordSet(RRType.A);
    }

    /** What the note says. */
    OwnerNote owner() {
        return note.map(OwnerRecord::note).orElse(OwnerNote.NONE);
    }

    /** The hosted zone that {@code target} lives in, when a record leads there already. */
    Optional<String> hostedZoneOf(String target) {
        return aliases.stream()
                .map(ResourceRecordSet::aliasTarget)
                .filter(alias -> Names.withoutDot(alias.dnsName()).equals(Names.withoutDot(target)))
                .map(alias -> alias.hostedZoneId())
                .findFirst();
    }

    private RecordSet recordSet(RRType type) {
        return new RecordSet(weighted(type, Tier.LAMBDA), weighted(type, Tier.FARGATE));
    }

    private Optional<Weighted> weighted(RRType type, Tier tier) {
        return aliases.stream()
                .filter(record -> record.type() == type && tier.label().equals(record.setIdentifier()))
                .map(record -> new Weighted(Math.toIntExact(record.weight()),
                        Names.withoutDot(record.aliasTarget().dnsName())))
                .findFirst();
    }

    private void requireOwner(ZoneSettings zone) {
        note.map(OwnerRecord::note).filter(owner -> !owner.app().equals(zone.app())).ifPresent(owner -> {
            throw new CloudException("the records of %s belong to the app '%s' (expected: '%s')".formatted(zone.host(),
                    owner.app(), zone.app()));
        });
    }

    private void requireOneOfEach(ZoneSettings zone) {
        long kinds = aliases.stream().map(record -> record.typeAsString() + record.setIdentifier()).distinct().count();
        if (kinds != aliases.size()) {
            throw new CloudException("%s has a record twice that differs only before a slash in its set identifier"
                    .formatted(zone.host()));
        }
        RecordSet six = recordSet(RRType.AAAA);
        if (!six.equals(RecordSet.EMPTY) && !six.equals(recordSet(RRType.A))) {
            throw new CloudException(
                    "%s answers IPv6 otherwise than IPv4: AAAA says %s, A says %s (make them equal, or delete AAAA)"
                            .formatted(zone.host(), six, recordSet(RRType.A)));
        }
    }

    /** Addresses, or a name that stands for all types. MX, CAA and the like may stand beside ours. */
    private static boolean leadsSomewhere(ResourceRecordSet record) {
        return record.type() == RRType.A || record.type() == RRType.AAAA || record.type() == RRType.CNAME;
    }

    private static ResourceRecordSet ours(ResourceRecordSet record, ZoneSettings zone) {
        boolean expectedType = record.type() == RRType.A || (record.type() == RRType.AAAA && zone.dualStack());
        boolean known = isOf(record, Tier.LAMBDA) || isOf(record, Tier.FARGATE);
        boolean weightedAlias = record.weight() != null && record.aliasTarget() != null
                && Boolean.TRUE.equals(record.aliasTarget().evaluateTargetHealth());
        if (!expectedType || !known || !weightedAlias) {
            throw new CloudException(
                    "%s has a foreign record: %s (expected: weighted aliases 'lambda' and 'fargate' of type %s that evaluate target health, alone); nothing is changed beside it: remove it, or give the app another name"
                            .formatted(Names.withoutDot(zone.host()), described(record),
                                    zone.dualStack() ? "A and AAAA" : "A"));
        }
        return record;
    }

    private static String described(ResourceRecordSet record) {
        String id = record.setIdentifier();
        return id == null ? "a simple " + record.typeAsString() : "%s '%s'".formatted(record.typeAsString(), id);
    }

    private static boolean isOf(ResourceRecordSet record, Tier tier) {
        return tier.label().equals(record.setIdentifier());
    }
}
