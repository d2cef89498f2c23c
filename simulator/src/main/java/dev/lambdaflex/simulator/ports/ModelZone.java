package dev.lambdaflex.simulator.ports;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.lambdaflex.provisioner.reconcile.ConflictException;
import dev.lambdaflex.provisioner.reconcile.OwnerNote;
import dev.lambdaflex.provisioner.reconcile.Writer;
import dev.lambdaflex.provisioner.reconcile.Zone;
import dev.lambdaflex.simulator.model.Cloud;
import dev.lambdaflex.simulator.model.api.AwsError;
import dev.lambdaflex.simulator.model.api.Reply;
import dev.lambdaflex.simulator.model.app.App;
import dev.lambdaflex.simulator.model.app.Gateway;
import dev.lambdaflex.simulator.model.balancer.LoadBalancer;
import dev.lambdaflex.simulator.model.zone.AliasTarget;
import dev.lambdaflex.simulator.model.zone.Change;
import dev.lambdaflex.simulator.model.zone.ChangeBatch;
import dev.lambdaflex.simulator.model.zone.ChangeInfo;
import dev.lambdaflex.simulator.model.zone.ListPage;
import dev.lambdaflex.simulator.model.zone.ListRequest;
import dev.lambdaflex.simulator.model.zone.RecordType;
import dev.lambdaflex.simulator.model.zone.ResourceRecordSet;
import dev.lambdaflex.weights.migration.ChangeStatus;
import dev.lambdaflex.weights.split.RecordSet;
import dev.lambdaflex.weights.split.RecordSet.Weighted;
import dev.lambdaflex.weights.split.Tier;

/**
 * The weighted records of one app. Route 53 has no version of a record, so a change is one batch of
 *
 * <pre>
 *   DELETE owner note, exact      CREATE owner note, new text
 *   DELETE each present record    CREATE each wanted record
 * </pre>
 *
 * which is refused whole when anything of it was changed since it was read. The note catches what exact values cannot: a record
 * that came in addition, and a writer whose lease is over.
 */
public final class ModelZone implements Zone {

    private static final int MOST_COMMENT = 256;
    private static final long OWNER_TTL = 60;

    private final Cloud cloud;
    private final App app;

    public ModelZone(Cloud cloud, App app) {
        this.cloud = cloud;
        this.app = app;
    }

    @Override
    public View look() {
        RecordGroup present = group();
        return new View(present.recordSet(), present.note().writer());
    }

    @Override
    public String change(RecordSet expected, RecordSet wanted, Writer writer, String comment) {
        RecordGroup present = group();
        OwnerNote note = present.note();
        note.guard(app.recordName(), writer);
        if (!present.recordSet().equals(expected)) {
            throw new ConflictException(
                    "the records of %s are %s (expected: %s)".formatted(app.recordName(), present.recordSet(),
                            expected));
        }
        ChangeBatch batch = new ChangeBatch(changes(present, wanted, note.next(app.name(), writer)),
                shortened(comment));
        return cloud.route53()
                .changeResourceRecordSets(cloud.zone().id(), batch)
                .orThrow(Refusals::changeException)
                .id();
    }

    @Override
    public ChangeStatus status(String changeId) {
        return switch (cloud.route53().getChange(changeId)) {
            case Reply.Given<ChangeInfo>(ChangeInfo change) -> switch (change.status()) {
                case PENDING -> ChangeStatus.PENDING;
                case INSYNC -> ChangeStatus.INSYNC;
            };
            case Reply.Refused<ChangeInfo>(AwsError error) -> {
                if (error.code().equals("NoSuchChange")) {
                    yield ChangeStatus.UNKNOWN;
                }
                throw Refusals.exception(error);
            }
        };
    }

    /** The app's name and its owner's note follow each other in listing order: one page holds both, and one call is enough. */
    private RecordGroup group() {
        ListPage page = cloud.route53()
                .listResourceRecordSets(cloud.zone().id(), ListRequest.from(app.recordName()))
                .orThrow(Refusals::exception);
        return RecordGroup.of(page.records(), app.recordName());
    }

    private List<Change> changes(RecordGroup present, RecordSet wanted, OwnerNote note) {
        List<Change> changes = new ArrayList<>();
        present.owner().map(Change::delete).ifPresent(changes::add);
        present.pair().stream().map(Change::delete).forEach(changes::add);
        changes.add(Change.create(ResourceRecordSet.simple(RecordGroup.ownerName(app.recordName()), RecordType.TXT,
                OWNER_TTL, note.text())));
        for (Tier tier : Tier.values()) {
            wanted.record(tier).map(record -> Change.create(alias(tier, record))).ifPresent(changes::add);
        }
        return changes;
    }

    private ResourceRecordSet alias(Tier tier, Weighted record) {
        String hostedZone = tier == Tier.LAMBDA ? Gateway.HOSTED_ZONE_ID : LoadBalancer.HOSTED_ZONE_ID;
        return ResourceRecordSet.weightedAlias(app.recordName(), RecordType.A, tier.label(), record.weight(),
                new AliasTarget(hostedZone, record.target(), true));
    }

    private static String shortened(String comment) {
        return Optional.of(comment)
                .filter(whole -> whole.length() <= MOST_COMMENT)
                .orElseGet(() -> comment.substring(0, MOST_COMMENT));
    }
}
