package dev.lambdaflex.simulator.model.lambda;

import java.time.Instant;

/** One environment: a place where one request at a time is served. */
final class Environment {

    private final String id;
    private Instant idleUntil = Instant.MAX;
    private boolean alarmed;

    Environment(String id) {
        this.id = id;
    }

    String id() {
        return id;
    }

    /** When it ends unless a request comes; the far future while it serves one. */
    Instant idleUntil() {
        return idleUntil;
    }

    boolean serving() {
        return idleUntil.equals(Instant.MAX);
    }

    void serves() {
        idleUntil = Instant.MAX;
    }

    void idles(Instant until) {
        idleUntil = until;
    }

    /** Whether the agenda holds an entry for its end: one is enough, however often it is used meanwhile. */
    boolean alarmed() {
        return alarmed;
    }

    void alarmed(boolean whether) {
        alarmed = whether;
    }
}
