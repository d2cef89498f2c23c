package dev.lambdaflex.proxy;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The exchanges of one event loop that have no answer yet, oldest first. One sweep ends those that are too old: a timer for
 * each request would be made and cancelled tens of thousands of times a second.
 */
final class Deadlines {

    private final Set<Exchange> waiting = new LinkedHashSet<>();
    private final long nanos;

    Deadlines(long nanos) {
        this.nanos = nanos;
    }

    void add(Exchange exchange) {
        waiting.add(exchange);
    }

    void remove(Exchange exchange) {
        waiting.remove(exchange);
    }

    void sweep(long now) {
        List<Exchange> late = new ArrayList<>();
        for (Exchange exchange : waiting) {
            if (now - exchange.startedAt() < nanos) {
                break;
            }
            late.add(exchange);
        }
        late.forEach(Exchange::deadlinePassed);
    }
}
