package dev.lambdaflex.simulator.plane.lambda;

import io.vertx.core.Future;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The environments of one function and the invocations that wait for one. Confined to its loop.
 *
 * <p>As on AWS, an invocation takes an idle environment, or has a new one started and takes whichever is free first: the
 * new one or one that another invocation gave back. The environment used last is used next, so that those not needed any
 * more grow old and end.
 */
final class Fleet implements Environment.Owner {

    private final Workshop workshop;
    private final Bounds bounds;
    private final Set<Environment> all = new HashSet<>();
    private final Set<Environment> starting = new HashSet<>();
    /** They have answered and are about to ask for more: nothing is started for what they can take. */
    private final Set<Environment> finishing = new HashSet<>();
    private final Deque<Environment> idle = new ArrayDeque<>();
    private final Deque<Invocation> waiting = new ArrayDeque<>();
    private volatile int size;
    private boolean closed;

    Fleet(Workshop workshop, Bounds bounds) {
        this.workshop = workshop;
        this.bounds = bounds;
    }

    int size() {
        return size;
    }

    void submit(Invocation invocation) {
        Environment free = idle.pollLast();
        if (closed) {
            invocation.complete(new Outcome.Throttled("the function was removed"));
        } else if (free != null) {
            free.assign(invocation);
        } else if (waiting.size() >= bounds.waiting()) {
            invocation.complete(new Outcome.Throttled(
                    "%d invocations wait already (a bound of the simulation)".formatted(waiting.size())));
        } else {
            waiting.addLast(invocation);
            workshop.giveUpLater(invocation, () -> waiting.remove(invocation));
            startWhatIsNeeded();
        }
    }

    @Override
    public void finishing(Environment environment) {
        finishing.add(environment);
    }

    @Override
    public void ready(Environment environment) {
        starting.remove(environment);
        finishing.remove(environment);
        Invocation next = waiting.pollFirst();
        if (next != null) {
            environment.assign(next);
        } else {
            idle.addLast(environment);
        }
        startWhatIsNeeded();
    }

    @Override
    public void gone(Environment environment, Outcome.Failed reason) {
        idle.remove(environment);
        finishing.remove(environment);
        count(() -> all.remove(environment));
        if (starting.remove(environment)) {
            failOneThatWaited(reason);
        }
        startWhatIsNeeded();
    }

    Future<Void> close() {
        closed = true;
        waiting.forEach(invocation -> invocation.complete(new Outcome.Throttled("the function was removed")));
        waiting.clear();
        List.copyOf(all).forEach(Environment::retire);
        return Future.succeededFuture();
    }

    /** Each start was for an invocation that waited: the first of them fails with the reason, as on AWS. */
    private void failOneThatWaited(Outcome.Failed reason) {
        Invocation first = waiting.pollFirst();
        if (first != null) {
            first.complete(reason);
        }
    }

    private void startWhatIsNeeded() {
        while (!closed && starting.size() < Math.min(waiting.size() - finishing.size(), bounds.starting())
                && all.size() < bounds.environments()) {
            Environment environment = workshop.build(this);
            starting.add(environment);
            count(() -> all.add(environment));
            environment.boot();
        }
    }

    private void count(Runnable change) {
        change.run();
        size = all.size();
        workshop.meter().environments(size);
    }
}
