package dev.lambdaflex.simulator.ports;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.lambdaflex.provisioner.reconcile.CloudException;
import dev.lambdaflex.provisioner.reconcile.OwnerNote;
import dev.lambdaflex.simulator.model.zone.AliasTarget;
import dev.lambdaflex.simulator.model.zone.Names;
import dev.lambdaflex.simulator.model.zone.RecordType;
import dev.lambdaflex.simulator.model.zone.ResourceRecordSet;
import dev.lambdaflex.weights.split.RecordSet;
import dev.lambdaflex.weights.split.Tier;

/**
 * The records of one app in a listing: the weighted pair, and the owner's note, whose text is new with each change.
 *
 * @param pair  the weighted records, by tier
 * @param owner the owner's note; empty before the first change
 */
record RecordGroup(List<ResourceRecordSet> pair, Optional<ResourceRecordSet> owner) {

    static String ownerName(String recordName) {
        return OwnerNote.LABEL + recordName;
    }

    static RecordGroup of(List<ResourceRecordSet> listing, String recordName) {
        List<ResourceRecordSet> pair = new ArrayList<>();
        Optional<ResourceRecordSet> owner = Optional.empty();
        for (ResourceRecordSet record : listing) {
            if (record.name().equals(recordName) && record.type() == RecordType.A) {
                pair.add(known(record));
            } else if (record.name().equals(ownerName(recordName)) && record.type() == RecordType.TXT) {
                owner = Optional.of(record);
            }
        }
        return new RecordGroup(List.copyOf(pair), owner);
    }

    RecordSet recordSet() {
        return new RecordSet(weighted(Tier.LAMBDA), weighted(Tier.FARGATE));
    }

    OwnerNote note() {
        return owner.map(record -> OwnerNote.of(record.values().getFirst())).orElse(OwnerNote.NONE);
    }

    private Optional<RecordSet.Weighted> weighted(Tier tier) {
        return pair.stream()
                .filter(record -> isOf(record, tier))
                .findFirst()
                .flatMap(record -> record.alias()
                        .map(target -> new RecordSet.Weighted(record.weight().orElse(0),
                                Names.withoutDot(target.dnsName()))));
    }

    /** A record that is none of ours means that the weights do not say what we think: nothing is done then. */
    private static ResourceRecordSet known(ResourceRecordSet record) {
        boolean ours = record.alias().filter(AliasTarget::evaluateTargetHealth).isPresent()
                && (isOf(record, Tier.LAMBDA) || isOf(record, Tier.FARGATE));
        if (!ours) {
            throw new CloudException(
                    "%s A has a foreign record '%s' (expected: weighted aliases 'lambda' and 'fargate' alone)"
                            .formatted(record.name(), record.setIdentifier().orElse("simple")));
        }
        return record;
    }

    private static boolean isOf(ResourceRecordSet record, Tier tier) {
        return record.setIdentifier().equals(Optional.of(tier.label()));
    }
}
