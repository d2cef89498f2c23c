package dev.lambdaflex.simulator.model.zone;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;

import dev.lambdaflex.simulator.model.time.DurationRange;
import dev.lambdaflex.simulator.model.time.Timeline;

/**
 * The servers that answer for a zone. A change reaches each of them after its own delay, never before an earlier change, so
 * between the request and INSYNC answers flip between old and new.
 */
final class NameServers {

    private final Timeline timeline;
    private final DurationRange propagation;
    private final RandomGenerator delays;
    private final RandomGenerator choice;
    private final List<ZoneVersion> versions;
    private final List<Instant> lastArrivals;

    NameServers(int servers, ZoneVersion first, DurationRange propagation, Timeline timeline, RandomGenerator delays,
            RandomGenerator choice) {
        this.timeline = timeline;
        this.propagation = propagation;
        this.delays = delays;
        this.choice = choice;
        this.versions = new ArrayList<>(Collections.nCopies(servers, first));
        this.lastArrivals = new ArrayList<>(Collections.nCopies(servers, Instant.MIN));
    }

    /** All servers answer by {@code version} from now on. */
    void install(ZoneVersion version) {
        Collections.fill(versions, version);
    }

    /** Sends {@code version} to all servers; {@code inSync} happens when the last one has it. */
    void publish(ZoneVersion version, Runnable inSync) {
        Instant latest = timeline.now();
        for (int i = 0; i < versions.size(); i++) {
            Instant arrival = later(timeline.now().plus(propagation.draw(delays)), lastArrivals.get(i));
            lastArrivals.set(i, arrival);
            int server = i;
            timeline.after(Duration.between(timeline.now(), arrival), () -> versions.set(server, version));
            latest = later(latest, arrival);
        }
        timeline.after(Duration.between(timeline.now(), latest), inSync);
    }

    /** What one server holds, whichever is asked. */
    ZoneVersion any() {
        return versions.get(choice.nextInt(versions.size()));
    }

    /** Whether all servers answer by the same version. */
    boolean agree() {
        ZoneVersion first = versions.getFirst();
        for (ZoneVersion version : versions) {
            if (version != first) {
                return false;
            }
        }
        return true;
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }
}
