package dev.lambdaflex.simulator.plane.dns;

import java.net.InetAddress;
import java.util.List;

/** What the zones say about one name and type. */
public sealed interface Answer {

    /** The name has addresses; for a weighted group the one that was drawn for this query. */
    record Addresses(List<InetAddress> addresses, int ttlSeconds) implements Answer {
        public Addresses {
            addresses = List.copyOf(addresses);
            requireTtl(ttlSeconds);
        }
    }

    /** The name has texts, each of at most 255 bytes. */
    record Texts(List<String> texts, int ttlSeconds) implements Answer {
        public Texts {
            texts = List.copyOf(texts);
            requireTtl(ttlSeconds);
        }
    }

    /** The name exists in {@code zone}, but not with this type. */
    record NoData(Zone zone) implements Answer {}

    /** {@code zone} has no such name. */
    record NoSuchName(Zone zone) implements Answer {}

    /** The name is in none of the zones. */
    record Refused() implements Answer {}

    /**
     * The zone that denies.
     *
     * @param name               of its apex, such as {@code example.com}
     * @param negativeTtlSeconds how long a resolver may remember the denial (Route 53: 900)
     */
    record Zone(String name, int negativeTtlSeconds) {
        public Zone {
            requireTtl(negativeTtlSeconds);
        }
    }

    private static void requireTtl(int seconds) {
        if (seconds < 0) {
            throw new IllegalArgumentException("ttlSeconds: %d (expected: 0 or more)".formatted(seconds));
        }
    }
}
