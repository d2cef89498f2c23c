package dev.lambdaflex.weights.routing;

/**
 * What the edge thinks of one tier, learnt from the requests that it sent there. Times are milliseconds of one steady clock.
 *
 * <pre>
 *   Serving --(failures in a row)--> Ejected --(its time is over, one request)--> Trial --(answered)--> Serving
 *                                       ^-------------------(failed: longer)--------|
 * </pre>
 */
public sealed interface TierHealth {

    /**
     * It gets its share.
     *
     * @param failures  failures since the last answer
     * @param refusals  how many of the latest of them, in a row, found nothing there
     * @param ejections ejections in a row before this
     * @param since     when it began to serve again
     */
    record Serving(int failures, int refusals, int ejections, long since) implements TierHealth {

        /** Nothing is known yet. */
        public static final Serving NEW = new Serving(0, 0, 0, 0);
    }

    /** It gets nothing until {@code until}, or until a probe is answered. */
    record Ejected(long until, int ejections) implements TierHealth {}

    /** One request is under way to find out; by {@code until} another may go. */
    record Trial(long until, int ejections) implements TierHealth {}

    /** Whether a request may go there now; when a trial is due, {@link #claim} it first. */
    default boolean available(long now) {
        return switch (this) {
            case Serving _ -> true;
            case Ejected(long until, int _) -> now >= until;
            case Trial(long until, int _) -> now >= until;
        };
    }

    /** The state after a request was sent there: the same, or a trial. */
    default TierHealth claim(long now, OutlierPolicy policy) {
        return switch (this) {
            case Serving serving -> serving;
            case Ejected ejected ->
                now >= ejected.until ? new Trial(now + policy.trialMillis(), ejected.ejections) : this;
            case Trial trial -> now >= trial.until ? new Trial(now + policy.trialMillis(), trial.ejections) : this;
        };
    }

    /**
     * The state after {@code outcome}; the same instance when nothing changes.
     *
     * @param otherTakes whether the other tier would take what this one loses. If not, only refusals eject: a tier that
     *                   answers badly is better than none.
     */
    default TierHealth observe(Outcome outcome, boolean otherTakes, long now, OutlierPolicy policy) {
        return switch (this) {
            case Serving serving -> serving(serving, outcome, otherTakes, now, policy);
            case Ejected ejected -> ejected(ejected, outcome, otherTakes, now);
            case Trial trial -> trial(trial, outcome, otherTakes, now, policy);
        };
    }

    private static TierHealth serving(Serving state, Outcome outcome, boolean otherTakes, long now,
            OutlierPolicy policy) {
        return switch (outcome) {
            case ANSWERED, PROBE_ANSWERED ->
                state.failures == 0 ? state : new Serving(0, 0, state.ejections, state.since);
            case GATEWAY_ERROR ->
                failed(new Serving(state.failures + 1, 0, state.ejections, state.since), otherTakes, now,
                        policy);
            case REFUSED -> failed(new Serving(state.failures + 1, state.refusals + 1, state.ejections, state.since),
                    otherTakes, now, policy);
        };
    }

    private static TierHealth failed(Serving state, boolean otherTakes, long now, OutlierPolicy policy) {
        boolean often = state.failures >= policy.failures();
        boolean reallyRefuses = state.refusals >= policy.failures();
        if (!often || !(otherTakes || reallyRefuses)) {
            return state;
        }
        boolean forgotten = now - state.since >= policy.forgetMillis();
        return eject(forgotten ? 1 : state.ejections + 1, now, policy);
    }

    private static TierHealth ejected(Ejected state, Outcome outcome, boolean otherTakes, long now) {
        return switch (outcome) {
            case PROBE_ANSWERED -> new Serving(0, 0, state.ejections, now);
            // An answer that was under way before the ejection proves nothing, unless it was the last resort.
            case ANSWERED -> otherTakes ? state : new Serving(0, 0, state.ejections, now);
            case GATEWAY_ERROR, REFUSED -> state;
        };
    }

    private static TierHealth trial(Trial state, Outcome outcome, boolean otherTakes, long now, OutlierPolicy policy) {
        return switch (outcome) {
            case ANSWERED, PROBE_ANSWERED -> new Serving(0, 0, state.ejections, now);
            case GATEWAY_ERROR ->
                otherTakes ? eject(state.ejections + 1, now, policy) : new Serving(1, 0, state.ejections, now);
            case REFUSED -> eject(state.ejections + 1, now, policy);
        };
    }

    private static TierHealth eject(int ejections, long now, OutlierPolicy policy) {
        return new Ejected(now + policy.ejectionMillis(ejections), ejections);
    }
}
