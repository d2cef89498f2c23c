package dev.lambdaflex.proxy;

import static java.util.Objects.requireNonNull;

import dev.lambdaflex.weights.split.Tier;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** What the edge has counted since it started. Readable from any thread at any time; the metrics are made from it. */
public final class EdgeCounters {

    private final TierCounters lambda = new TierCounters();
    private final TierCounters fargate = new TierCounters();
    private final LongAdder retries = new LongAdder();
    private final Map<Refusal, LongAdder> refusals = new EnumMap<>(Refusal.class);

    EdgeCounters() {
        for (Refusal refusal : Refusal.values()) {
            refusals.put(refusal, new LongAdder());
        }
    }

    /** Answers of one tier that went to clients, and what happened on the way. */
    private static final class TierCounters {
        final LongAdder[] answersByClass = new LongAdder[6];
        final LongAdder asked = new LongAdder();
        final LongAdder inFlight = new LongAdder();
        final LongAdder spilledOver = new LongAdder();
        final LongAdder ejections = new LongAdder();
        final LongAdder aborted = new LongAdder();

        TierCounters() {
            for (int i = 0; i < answersByClass.length; i++) {
                answersByClass[i] = new LongAdder();
            }
        }
    }

    /** Answers of {@code tier} that were passed on, whatever their status. */
    public long answers(Tier tier) {
        long sum = 0;
        for (LongAdder answers : of(tier).answersByClass) {
            sum += answers.sum();
        }
        return sum;
    }

    /**
     * Answers of {@code tier} with a status of one class.
     *
     * @param statusClass 1 to 5, as in 2xx
     */
    public long answers(Tier tier, int statusClass) {
        return of(tier).answersByClass[statusClass].sum();
    }

    /** Attempts that were sent, or tried to be sent, to {@code tier}; second ones included. */
    public long asked(Tier tier) {
        return of(tier).asked.sum();
    }

    /** Attempts under way at {@code tier} now. */
    public long inFlight(Tier tier) {
        return of(tier).inFlight.sum();
    }

    /** Requests that {@code tier} got because the other one could not, or because none could. */
    public long spillovers(Tier tier) {
        return of(tier).spilledOver.sum();
    }

    public long ejections(Tier tier) {
        return of(tier).ejections.sum();
    }

    /** Requests whose exchange with {@code tier} broke off: the client left, or the answer ended before its end. */
    public long aborted(Tier tier) {
        return of(tier).aborted.sum();
    }

    public long retries() {
        return retries.sum();
    }

    /** Requests that the edge answered itself, with a problem. */
    public long refusals() {
        return refusals.values().stream().mapToLong(LongAdder::sum).sum();
    }

    long refusals(Refusal refusal) {
        return requireNonNull(refusals.get(refusal)).sum();
    }

    void asks(Tier tier) {
        TierCounters counters = of(tier);
        counters.asked.increment();
        counters.inFlight.increment();
    }

    void attemptOver(Tier tier) {
        of(tier).inFlight.decrement();
    }

    void answered(Tier tier, int status) {
        int statusClass = Math.clamp(status / 100, 0, 5);
        of(tier).answersByClass[statusClass].increment();
    }

    void broken(Tier tier) {
        of(tier).aborted.increment();
    }

    void spilledOver(Tier to) {
        of(to).spilledOver.increment();
    }

    void ejected(Tier tier) {
        of(tier).ejections.increment();
    }

    void retried() {
        retries.increment();
    }

    void refused(Refusal refusal) {
        requireNonNull(refusals.get(refusal)).increment();
    }

    private TierCounters of(Tier tier) {
        return tier == Tier.LAMBDA ? lambda : fargate;
    }
}
