package dev.lambdaflex.cli.process;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Function;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What has to be ended, last begun first. One end that fails does not keep the others from coming. */
public final class Closing implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Closing.class);

    private record End(String what, Runnable end) {}

    private final Deque<End> ends = new ArrayDeque<>();

    /** Starts something that adds its ends as it goes, and ends them all when it fails on the way. */
    public static <T> T orNothing(Function<Closing, T> start) {
        Closing closing = new Closing();
        try {
            return start.apply(closing);
        } catch (RuntimeException e) {
            closing.close();
            throw e;
        }
    }

    public synchronized void add(String what, Runnable end) {
        ends.push(new End(what, end));
    }

    @Override
    public synchronized void close() {
        while (!ends.isEmpty()) {
            End next = ends.pop();
            try {
                next.end().run();
            } catch (RuntimeException e) {
                LOG.error("{} did not end in peace", next.what(), e);
            }
        }
    }
}
