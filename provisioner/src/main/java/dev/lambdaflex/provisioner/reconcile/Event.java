package dev.lambdaflex.provisioner.reconcile;

import java.time.Instant;

/**
 * One line of an app's history. It is never changed.
 *
 * @param seq    rises by one with each event of the store; 0 before it was appended
 * @param at     when
 * @param app    the app
 * @param kind   what sort of event
 * @param actor  who: {@code automation}, or the person that asked
 * @param phase  the phase after it, by its short name: {@code shifting-up}
 * @param before Fargate's wanted share before it, in basis points
 * @param after  Fargate's wanted share after it, in basis points
 * @param text   what happened and why, for people
 */
public record Event(long seq, Instant at, String app, Kind kind, String actor, String phase, int before, int after,
        String text) {

    /** What sort of event. */
    public enum Kind {
        /** The state moved to another phase, step or split. */
        TRANSITION,
        /** A call that changes the world was made. */
        ACTION,
        /** A call that changes the world failed. */
        FAILURE,
        /** A person asked for something. */
        REQUEST
    }

    public Event numbered(long number) {
        return new Event(number, at, app, kind, actor, phase, before, after, text);
    }
}
