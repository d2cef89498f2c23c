package dev.lambdaflex.provisioner.aws.zone;

import java.util.ArrayList;
import java.util.List;

import dev.lambdaflex.provisioner.reconcile.OwnerNote;
import dev.lambdaflex.weights.split.RecordSet;
import dev.lambdaflex.weights.split.RecordSet.Weighted;
import dev.lambdaflex.weights.split.Tier;
import software.amazon.awssdk.services.route53.model.AliasTarget;
import software.amazon.awssdk.services.route53.model.Change;
import software.amazon.awssdk.services.route53.model.ChangeAction;
import software.amazon.awssdk.services.route53.model.ChangeBatch;
import software.amazon.awssdk.services.route53.model.RRType;
import software.amazon.awssdk.services.route53.model.ResourceRecordSet;

/**
 * Compare and swap without a version: Route 53 takes a batch whole or not at all, and a DELETE only with the exact values.
 *
 * <pre>
 *   DELETE owner's note, exact      CREATE owner's note, new text
 *   DELETE each present alias       CREATE each wanted alias
 * </pre>
 *
 * UPSERT would overwrite what came in between.
 */
final class Batch {

    private static final int MOST_COMMENT = 256;

    private final ZoneSettings zone;
    private final AliasZones aliasZones;

    Batch(ZoneSettings zone, AliasZones aliasZones) {
        this.zone = zone;
        this.aliasZones = aliasZones;
    }

    ChangeBatch of(AppRecords present, RecordSet wanted, OwnerNote note, String comment) {
        List<Change> changes = new ArrayList<>();
        present.note().ifPresent(record -> changes.add(change(ChangeAction.DELETE, record)));
        present.aliases().forEach(record -> changes.add(change(ChangeAction.DELETE, record)));
        changes.add(change(ChangeAction.CREATE, OwnerRecord.of(zone.host(), note)));
        for (RRType type : types()) {
            for (Tier tier : Tier.values()) {
                wanted.record(tier)
                        .map(record -> alias(type, tier, record, present))
                        .ifPresent(record -> changes.add(change(ChangeAction.CREATE, record)));
            }
        }
        return ChangeBatch.builder().changes(changes).comment(shortened(comment)).build();
    }

    private List<RRType> types() {
        return zone.dualStack() ? List.of(RRType.A, RRType.AAAA) : List.of(RRType.A);
    }

    private ResourceRecordSet alias(RRType type, Tier tier, Weighted record, AppRecords present) {
        String hostedZone = present.hostedZoneOf(record.target())
                .orElseGet(() -> aliasZones.hostedZoneId(tier, record.target()));
        return ResourceRecordSet.builder()
                .name(zone.host())
                .type(type)
                .setIdentifier(tier.label())
                .weight((long) record.weight())
                .aliasTarget(AliasTarget.builder()
                        .hostedZoneId(hostedZone)
                        .dnsName(Names.withDot(record.target()))
                        .evaluateTargetHealth(true)
                        .build())
                .build();
    }

    private static Change change(ChangeAction action, ResourceRecordSet record) {
        return Change.builder().action(action).resourceRecordSet(record).build();
    }

    private static String shortened(String comment) {
        return comment.length() <= MOST_COMMENT ? comment : comment.substring(0, MOST_COMMENT);
    }
}
