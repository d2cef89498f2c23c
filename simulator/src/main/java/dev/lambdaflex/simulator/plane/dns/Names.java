package dev.lambdaflex.simulator.plane.dns;

/** What the name server knows: the zones with their weights, as they answer right now. */
@FunctionalInterface
public interface Names {

    /**
     * Answers one query; called once per query on the server's event loop, so each call is one draw of a weighted group.
     *
     * @param name lower case, without the dot at the end
     * @param type the number of the record type on the wire: 1 is A, 16 is TXT, 28 is AAAA
     */
    Answer resolve(String name, int type);
}
