package dev.lambdaflex.provisioner.aws.zone;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import dev.lambdaflex.provisioner.aws.client.Fault;
import dev.lambdaflex.provisioner.aws.client.Refusal;
import dev.lambdaflex.provisioner.aws.client.Route53Calls;
import dev.lambdaflex.provisioner.reconcile.CloudException;
import dev.lambdaflex.provisioner.reconcile.ConflictException;
import dev.lambdaflex.provisioner.reconcile.OwnerNote;
import dev.lambdaflex.provisioner.reconcile.Writer;
import dev.lambdaflex.provisioner.reconcile.Zone;
import dev.lambdaflex.weights.migration.ChangeStatus;
import dev.lambdaflex.weights.split.RecordSet;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.route53.model.ChangeBatch;
import software.amazon.awssdk.services.route53.model.InvalidChangeBatchException;
import software.amazon.awssdk.services.route53.model.NoSuchChangeException;

/**
 * The records of one app in Route 53. One writer at a time is the rule; when there are two, one batch wins and the other is
 * refused by Route 53 itself.
 */
public final class Route53Zone implements Zone {

    private static final String CHANGE = "route53:ChangeResourceRecordSets";
    /** What Route 53 says to a batch whose expectation does not hold: the compare of compare-and-swap. */
    private static final List<String> MISMATCHES = List.of("but it was not found", "do not match the current values",
            "but it already exists", "as a non-weighted set exists", "as other RRSets exist");

    private final ZoneSettings settings;
    private final Route53Calls route53;
    private final Listing listing;
    private final Batch batch;
    /** What {@link #look} saw last: it spares the change of the same tick a call. Route 53 checks it, not we. */
    private volatile Optional<AppRecords> seen = Optional.empty();

    public Route53Zone(ZoneSettings settings, Route53Calls route53, AliasZones aliasZones) {
        this.settings = settings;
        this.route53 = route53;
        this.listing = new Listing(route53, settings);
        this.batch = new Batch(settings, aliasZones);
    }

    @Override
    public View look() {
        AppRecords records = listed();
        return new View(records.recordSet(), records.owner().writer());
    }

    @Override
    public String change(RecordSet expected, RecordSet wanted, Writer writer, String comment) {
        AppRecords present = seen.filter(records -> records.recordSet().equals(expected)).orElseGet(this::listed);
        present.owner().guard(Names.withoutDot(settings.host()), writer);
        if (!present.recordSet().equals(expected)) {
            throw new ConflictException("the records of %s are %s (expected: %s)".formatted(settings.host(),
                    present.recordSet(), expected));
        }
        seen = Optional.empty();
        return swap(present, wanted, writer, comment);
    }

    @Override
    public ChangeStatus status(String changeId) {
        try {
            return switch (route53.call(client -> client.getChange(request -> request.id(changeId)))
                    .changeInfo()
                    .status()) {
                case INSYNC -> ChangeStatus.INSYNC;
                case PENDING, UNKNOWN_TO_SDK_VERSION -> ChangeStatus.PENDING;
            };
        } catch (NoSuchChangeException _) {
            return ChangeStatus.UNKNOWN;
        } catch (SdkException e) {
            throw Refusal.exception("route53:GetChange", e);
        }
    }

    private AppRecords listed() {
        AppRecords records = AppRecords.of(listing.read(), settings);
        seen = Optional.of(records);
        return records;
    }

    private String swap(AppRecords present, RecordSet wanted, Writer writer, String comment) {
        OwnerNote note = present.owner().next(settings.app(), writer);
        try {
            return send(batch.of(present, wanted, note, comment));
        } catch (SdkException e) {
            CloudException exception = exception(e);
            if (Fault.of(e) == Fault.DOUBTFUL) {
                return afterDoubt(note, wanted, comment, exception);
            }
            throw exception;
        }
    }

    /**
     * The answer was lost. Our note says whether the batch was taken: then the same records are written once more, which
     * changes nothing but gives an id to ask for. Otherwise the batch may still be on its way, and the next tick will see.
     */
    private String afterDoubt(OwnerNote sent, RecordSet wanted, String comment, CloudException doubt) {
        AppRecords present = listed();
        boolean taken = present.note().map(OwnerRecord::note).equals(Optional.of(sent));
        if (!taken) {
            throw doubt;
        }
        try {
            return send(batch.of(present, wanted, sent.next(sent.app(), sent.writer()), comment));
        } catch (SdkException e) {
            throw exception(e);
        }
    }

    private String send(ChangeBatch changes) {
        return route53.call(client -> client.changeResourceRecordSets(
                request -> request.hostedZoneId(settings.hostedZoneId()).changeBatch(changes)))
                .changeInfo()
                .id();
    }

    private static CloudException exception(SdkException e) {
        boolean mismatch = e instanceof InvalidChangeBatchException refused
                && Stream.concat(Stream.of(String.valueOf(refused.getMessage())), refused.messages().stream())
                        .anyMatch(said -> MISMATCHES.stream().anyMatch(said::contains));
        return mismatch ? new ConflictException(Refusal.sentence(CHANGE, e)) : Refusal.exception(CHANGE, e);
    }
}
