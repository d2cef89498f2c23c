package dev.lambdaflex.provisioner.aws.zone;

import java.util.Optional;
import java.util.regex.Pattern;

import dev.lambdaflex.provisioner.reconcile.CloudException;
import dev.lambdaflex.provisioner.reconcile.OwnerNote;
import software.amazon.awssdk.services.route53.model.RRType;
import software.amazon.awssdk.services.route53.model.ResourceRecord;
import software.amazon.awssdk.services.route53.model.ResourceRecordSet;

/**
 * The owner's note as a TXT record of Route 53. It takes part in each batch and never says the same twice, so that it catches what
 * exact values cannot: a record that came in addition.
 */
final class OwnerRecord {

    private static final long TTL_SECONDS = 60;
    private static final Pattern NOTE = Pattern
            .compile(
                    "\"heritage=lambdaflex app=[a-z0-9-]+(?: store=[a-z0-9]{1,40})?(?: term=\\d{1,18})? change=\\d{1,18}\"");

    private OwnerRecord() {}

    static String nameFor(String host) {
        return OwnerNote.LABEL + host;
    }

    /** The note that {@code record} holds; a record that is none of ours stops everything. */
    static OwnerNote note(ResourceRecordSet record) {
        String text = Optional.of(record.resourceRecords())
                .filter(values -> values.size() == 1)
                .map(values -> values.getFirst().value())
                .orElse("");
        if (!NOTE.matcher(text).matches()) {
            throw new CloudException("%s TXT says %s (expected: a note of LambdaFlex)".formatted(record.name(), text));
        }
        return OwnerNote.of(text);
    }

    static ResourceRecordSet of(String host, OwnerNote note) {
        return ResourceRecordSet.builder()
                .name(nameFor(host))
                .type(RRType.TXT)
                .ttl(TTL_SECONDS)
                .resourceRecords(ResourceRecord.builder().value(note.text()).build())
                .build();
    }
}
