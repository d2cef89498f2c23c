package dev.lambdaflex.simulator.model.traffic;

import java.time.Duration;
import java.time.Instant;

import dev.lambdaflex.simulator.model.zone.DnsAnswer;
import dev.lambdaflex.simulator.model.zone.HostedZone;
import dev.lambdaflex.simulator.model.zone.RecordType;

/** A resolver that asks a zone for one name and keeps the answer for its TTL, for longer, or for ever. */
public final class Resolver {

    /** Longer than any run: for ever. */
    public static final Duration FOR_EVER = Duration.ofDays(36_500);

    private final HostedZone zone;
    private final String name;
    private final Duration beyondTtl;
    private DnsAnswer kept;
    private String keptTarget = "";
    private Instant keptUntil = Instant.MIN;

    /**
     * A resolver that knows nothing yet.
     *
     * @param beyondTtl how much longer than its TTL it keeps an answer; zero as the protocol asks
     */
    public Resolver(HostedZone zone, String name, Duration beyondTtl) {
        this.zone = zone;
        this.name = name;
        this.beyondTtl = beyondTtl;
        this.kept = zone.answer(name, RecordType.A);
    }

    /** The answer that its clients get now. */
    public DnsAnswer lookUp(Instant now) {
        if (!now.isBefore(keptUntil)) {
            kept = zone.answer(name, RecordType.A);
            keptTarget = kept.outcome() == DnsAnswer.Outcome.ANSWER ? kept.target().orElse("") : "";
            keptUntil = now.plus(kept.ttl()).plus(beyondTtl);
        }
        return kept;
    }

    /** The alias target that the answer leads to; the empty name when it leads nowhere. */
    String target(Instant now) {
        var _ = lookUp(now);
        return keptTarget;
    }

    /** Forgets what it kept. */
    public void flush() {
        keptUntil = Instant.MIN;
    }
}
