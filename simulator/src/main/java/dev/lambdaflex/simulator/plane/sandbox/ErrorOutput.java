package dev.lambdaflex.simulator.plane.sandbox;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where standard error goes: the log, bounded, and the memory of its last lines. */
public final class ErrorOutput implements Consumer<String> {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorOutput.class);
    /** A child in a crash loop of its own making must not fill the disk. */
    private static final int MAX_LOGGED = 1_000;
    private static final int REMEMBERED = 5;

    private final String who;
    private final Deque<String> last = new ArrayDeque<>();
    private int lines;

    public ErrorOutput(String who) {
        this.who = who;
    }

    @Override
    public synchronized void accept(String line) {
        lines++;
        if (lines <= MAX_LOGGED) {
            LOG.info("{} {}", who, line);
        } else if (lines == MAX_LOGGED + 1) {
            LOG.warn("{} wrote more than {} lines to stderr: the rest is dropped", who, MAX_LOGGED);
        }
        if (last.size() == REMEMBERED) {
            last.removeFirst();
        }
        last.addLast(line);
    }

    public synchronized String lastLines() {
        return String.join("\n", last);
    }
}
