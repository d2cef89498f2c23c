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
    private long count;

    Calls(InstantSource clock) {
        this.clock = clock;
    }

    synchronized void add(String service, Called called, WireRequest request, int status) {
        last.addLast(new Call(++count, clock.instant(), service, called.operation(), request.region(), status,
                called.resource(), request.accessKey()));
        byService.merge(service, 1L, Long::sum);
        if (last.size() > KEPT) {
            last.removeFirst();
        }
    }

    /** All calls so far, by service. */
    public synchronized Map<String, Long> byService() {
        return Map.copyOf(byService);
    }

    /** The calls after the one of that number, oldest first, as far as they are kept. */
    public synchronized List<Call> after(long number) {
        return last.stream().filter(call -> call.number() > number).toList();
    }

    /** All calls that are kept. */
    public List<Call> all() {
        return after(0);
    }
}
