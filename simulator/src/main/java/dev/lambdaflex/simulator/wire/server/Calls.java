package dev.lambdaflex.simulator.wire.server;

import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import dev.lambdaflex.simulator.wire.Called;
import dev.lambdaflex.simulator.wire.WireRequest;

/** The record of calls: the last 10,000 one by one, and all of them counted. Safe from any thread. */
public final class Calls {

    private static final int KEPT = 10_000;

    private final InstantSource clock;
    private final Deque<Call> last = new ArrayDeque<>();
    private final Map<String, Long> byService = new TreeMap<>();
    private final Map<String, Seconds> seconds = new TreeMap<>();
    private long count;

    Calls(InstantSource clock) {
        this.clock = clock;
    }

    synchronized void add(String service, Called called, WireRequest request, int status) {
        last.addLast(new Call(++count, clock.instant(), service, called.operation(), request.region(), status,
                called.resource(), request.accessKey()));
        byService.merge(service, 1L, Long::sum);
        seconds.merge(service, Seconds.first(last.getLast()), (before, one) -> before.plus(one.second));
        if (last.size() > KEPT) {
            last.removeFirst();
        }
    }

    /** All calls so far, by service. */
    public synchronized Map<String, Long> byService() {
        return Map.copyOf(byService);
    }

    /** The most calls that each service took within one second of the clock. */
    public synchronized Map<String, Integer> busiest() {
        Map<String, Integer> busiest = new TreeMap<>();
        seconds.forEach((service, counted) -> busiest.put(service, counted.most));
        return busiest;
    }

    /** The calls after the one of that number, oldest first, as far as they are kept. */
    public synchronized List<Call> after(long number) {
        return last.stream().filter(call -> call.number() > number).toList();
    }

    /** All calls that are kept. */
    public List<Call> all() {
        return after(0);
    }

    /** Calls of a service within the present second, and the most within any. */
    private record Seconds(long second, int now, int most) {

        static Seconds first(Call call) {
            return new Seconds(call.at().getEpochSecond(), 1, 1);
        }

        Seconds plus(long inSecond) {
            int count = inSecond == second ? now + 1 : 1;
            return new Seconds(inSecond, count, Math.max(most, count));
        }
    }
}
