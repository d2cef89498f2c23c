package dev.lambdaflex.provisioner.aws.zone;

import java.util.ArrayList;
import java.util.List;

import dev.lambdaflex.provisioner.aws.client.Refusal;
import dev.lambdaflex.provisioner.aws.client.Route53Calls;
import dev.lambdaflex.provisioner.reconcile.CloudException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.route53.model.ListResourceRecordSetsRequest;
import software.amazon.awssdk.services.route53.model.ListResourceRecordSetsResponse;
import software.amazon.awssdk.services.route53.model.RRType;
import software.amazon.awssdk.services.route53.model.ResourceRecordSet;

/**
 * Reads a name and its owner's note. A listing goes by the labels from the right, so that the note under the name follows soon
 * after it: one page nearly always holds both.
 */
final class Listing {

    private static final String ACTION = "route53:ListResourceRecordSets";
    /** 300 records each: a name with more below it is not what we think. */
    private static final int MOST_PAGES = 10;

    private final Route53Calls route53;
    private final ZoneSettings zone;

    Listing(Route53Calls route53, ZoneSettings zone) {
        this.route53 = route53;
        this.zone = zone;
    }

    List<ResourceRecordSet> read() {
        List<ResourceRecordSet> records = new ArrayList<>();
        ListResourceRecordSetsRequest request = ListResourceRecordSetsRequest.builder()
                .hostedZoneId(zone.hostedZoneId())
                .startRecordName(zone.host())
                .startRecordType(RRType.A)
                .build();
        for (int page = 0; page < MOST_PAGES; page++) {
            ListResourceRecordSetsResponse answer = page(request);
            records.addAll(answer.resourceRecordSets());
            if (!Boolean.TRUE.equals(answer.isTruncated()) || isComplete(records)) {
                return records;
            }
            request = ListResourceRecordSetsRequest.builder()
                    .hostedZoneId(zone.hostedZoneId())
                    .startRecordName(answer.nextRecordName())
                    .startRecordType(answer.nextRecordType())
                    .startRecordIdentifier(answer.nextRecordIdentifier())
                    .build();
        }
        throw new CloudException("%s: more than %d pages of records below %s (expected: the owner's note on the first)"
                .formatted(ACTION, MOST_PAGES, zone.host()));
    }

    private ListResourceRecordSetsResponse page(ListResourceRecordSetsRequest request) {
        try {
            return route53.call(client -> client.listResourceRecordSets(request));
        } catch (SdkException e) {
            throw Refusal.exception(ACTION, e);
        }
    }

    /** Whether what follows cannot be ours any more. */
    private boolean isComplete(List<ResourceRecordSet> records) {
        String last = Names.withDot(records.getLast().name());
        boolean noteSeen = records.stream()
                .anyMatch(record -> Names.withDot(record.name()).equals(OwnerRecord.nameFor(zone.host())));
        return noteSeen || !Names.isOrUnder(last, zone.host());
    }
}
