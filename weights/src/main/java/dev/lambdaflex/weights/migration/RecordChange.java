package dev.lambdaflex.weights.migration;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import dev.lambdaflex.weights.split.RecordSet;

/**
 * The last change of the record set, from the intent to all resolvers knowing it.
 *
 * <pre>
 *   intent ----> id known ----> INSYNC ----> two TTLs over: settled
 *   (PENDING everywhere)        (authoritative)   (caches)
 * </pre>
 *
 * @param wanted the records that shall stand
 * @param id     the change that the zone knows it by; empty before it answered, and after an answer was lost
 * @param asked  when it was asked for
 * @param inSync when the zone said that all its servers answer by it
 */
public record RecordChange(RecordSet wanted, Optional<String> id, Instant asked, Optional<Instant> inSync) {

    static RecordChange intent(RecordSet wanted, Instant now) {
        return new RecordChange(wanted, Optional.empty(), now, Optional.empty());
    }

    RecordChange acknowledged(String changeId, Instant now) {
        return new RecordChange(wanted, Optional.of(changeId), now, Optional.empty());
    }

    RecordChange inSync(Instant now) {
        return new RecordChange(wanted, id, asked, Optional.of(now));
    }

    /** When no resolver that honours the TTL answers by older records any more; empty before INSYNC. */
    public Optional<Instant> settles(Duration settle) {
        return inSync.map(at -> at.plus(settle));
    }
}
