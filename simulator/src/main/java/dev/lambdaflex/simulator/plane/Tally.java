package dev.lambdaflex.simulator.plane;

import dev.lambdaflex.weights.split.Tier;
import java.time.Duration;

/** Counts the requests of one front socket. Confined to the socket's event loop. */
public final class Tally {

    private final Meter meter;
    private final Tier tier;
    private int inFlight;

    public Tally(Meter meter, Tier tier) {
        this.meter = meter;
        this.tier = tier;
    }

    public Meter meter() {
        return meter;
    }

    public int inFlight() {
        return inFlight;
    }

    public void connectionOpened() {
        meter.connectionOpened(tier);
    }

    /** A request came in; its entry must be {@link Entry#close closed} when it is over. */
    public Entry open() {
        meter.inFlight(tier, ++inFlight);
        return new Entry();
    }

    /** One request, reported once however often it is closed. */
    public final class Entry {
        private final long since = System.nanoTime();
        private boolean closed;

        private Entry() {}

        public boolean isClosed() {
            return closed;
        }

        /** Reports the end; whether this was the first call. */
        public boolean close(int status, boolean gatewayMade) {
            if (closed) {
                return false;
            }
            closed = true;
            meter.inFlight(tier, --inFlight);
            meter.served(tier, status, Duration.ofNanos(System.nanoTime() - since), gatewayMade);
            return true;
        }
    }
}
