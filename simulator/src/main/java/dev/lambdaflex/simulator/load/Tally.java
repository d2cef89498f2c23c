package dev.lambdaflex.simulator.load;

import dev.lambdaflex.simulator.load.Outcome.Answered;
import dev.lambdaflex.simulator.load.Outcome.Bad;
import dev.lambdaflex.simulator.load.Outcome.Indeterminate;
import dev.lambdaflex.simulator.load.Outcome.Lost;
import dev.lambdaflex.simulator.load.Outcome.Wrong;
import dev.lambdaflex.weights.split.Tier;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The books: every due request is entered once, every sent one leaves once. Written by an event loop, read by anybody. */
final class Tally {

    /** Guarded by this, like all other fields. */
    private final Latencies lambda = new Latencies();
    private final Latencies fargate = new Latencies();
    private final Latencies lags = new Latencies();
    private final List<Trouble> troubles = new ArrayList<>();
    private final RateMeter rate;
    private long sent;
    private long notSent;
    private long lost;
    private long wrong;
    private long indeterminate;
    private int inFlight;

    Tally(long now) {
        rate = new RateMeter(now);
    }

    /** Enters a request as sent, if fewer than {@code bound} are in flight, and as not sent otherwise. */
    synchronized boolean admit(int bound, long due, long now) {
        if (inFlight >= bound) {
            notSent++;
            return false;
        }
        sent++;
        inFlight++;
        rate.mark(now);
        lags.add(now - due);
        return true;
    }

    /** Enters the end of a request; false while others are in flight. */
    synchronized boolean ended(Sent request, Outcome outcome, long now) {
        inFlight--;
        switch (outcome) {
            case Answered answered -> latencies(answered.tier()).add(now - request.due());
            case Wrong bad -> note(request, bad, wrong++);
            case Lost bad -> note(request, bad, lost++);
            case Indeterminate bad -> note(request, bad, indeterminate++);
        }
        return inFlight == 0;
    }

    synchronized boolean isIdle() {
        return inFlight == 0;
    }

    synchronized Counts counts(double wantedRate, long now) {
        Map<Tier, TierCounts> tiers = new EnumMap<>(Tier.class);
        for (Tier tier : Tier.values()) {
            Latencies of = latencies(tier);
            tiers.put(tier, new TierCounts(of.count(), of.percentile(50), of.percentile(99), of.max()));
        }
        return new Counts(sent + notSent, sent, notSent, inFlight, tiers, lost, wrong, indeterminate, wantedRate,
                rate.perSecond(now), lags.percentile(99), troubles);
    }

    private Latencies latencies(Tier tier) {
        return switch (tier) {
            case LAMBDA -> lambda;
            case FARGATE -> fargate;
        };
    }

    private void note(Sent request, Bad outcome, long earlierOnes) {
        if (earlierOnes < Counts.DETAILED) {
            troubles.add(request.trouble(outcome));
        }
    }
}
