package dev.lambdaflex.simulator.model.zone;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a name server answers.
 *
 * @param type   the type of the values: CNAME when an A was asked and the name is a CNAME
 * @param values in presentation form
 * @param record the record set that was drawn; empty unless there was one
 */
public record DnsAnswer(Outcome outcome, RecordType type, List<String> values, Duration ttl,
        Optional<ResourceRecordSet> record) {

    /** What sort of answer. */
    public enum Outcome {
        /** Values. */
        ANSWER,
        /** The name is there, but not with this type, or its alias leads nowhere. */
        NO_DATA,
        /** There is no such name. */
        NO_SUCH_NAME,
        /** The name is not of this zone. */
        REFUSED
    }

    public DnsAnswer {
        values = List.copyOf(values);
    }

    static DnsAnswer without(Outcome outcome, RecordType type, Duration ttl) {
        return new DnsAnswer(outcome, type, List.of(), ttl, Optional.empty());
    }

    /** The alias target that the drawn record leads to, without a final dot. */
    public Optional<String> target() {
        return record.flatMap(ResourceRecordSet::alias).map(AliasTarget::dnsName).map(Names::withoutDot);
    }
}
