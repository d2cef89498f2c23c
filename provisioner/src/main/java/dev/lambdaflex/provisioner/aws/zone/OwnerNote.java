package dev.lambdaflex.provisioner.aws.zone;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.lambdaflex.provisioner.reconcile.CloudException;
import software.amazon.awssdk.services.route53.model.RRType;
import software.amazon.awssdk.services.route53.model.ResourceRecord;
import software.amazon.awssdk.services.route53.model.ResourceRecordSet;

/**
 * The TXT record that says whose the records are. It takes part in each batch and never says the same twice: two writers that
 * read the same note cannot both replace it, and it catches what exact values cannot, a record that came in addition.
 *
 * @param term   the fencing token of the writer's lease, 0 without one: a writer of an earlier term must not write any more
 * @param change counts the changes
 */
record OwnerNote(String app, long term, long change) {

    private static final String LABEL = "_lambdaflex.";
    private static final long TTL_SECONDS = 60;
    private static final Pattern TEXT = Pattern
            .compile("\"heritage=lambdaflex app=([a-z0-9-]+)(?: term=(\\d{1,18}))? change=(\\d{1,18})\"");

    static OwnerNote first(String app, long term) {
        return new OwnerNote(app, term, 1);
    }

    static String nameFor(String host) {
        return LABEL + host;
    }

    static OwnerNote of(ResourceRecordSet record) {
        String text = Optional.of(record.resourceRecords())
                .filter(values -> values.size() == 1)
                .map(values -> values.getFirst().value())
                .orElse("");
        Matcher note = TEXT.matcher(text);
        if (!note.matches()) {
            throw new CloudException("%s TXT says %s (expected: a note of LambdaFlex)".formatted(record.name(), text));
        }
        String term = note.group(2);
        return new OwnerNote(note.group(1), term == null ? 0 : Long.parseLong(term), Long.parseLong(note.group(3)));
    }

    OwnerNote next(long writersTerm) {
        return new OwnerNote(app, writersTerm, change + 1);
    }

    ResourceRecordSet record(String host) {
        return ResourceRecordSet.builder()
                .name(nameFor(host))
                .type(RRType.TXT)
                .ttl(TTL_SECONDS)
                .resourceRecords(ResourceRecord.builder()
                        .value("\"heritage=lambdaflex app=%s term=%d change=%d\"".formatted(app, term, change))
                        .build())
                .build();
    }
}
