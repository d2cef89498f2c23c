package dev.lambdaflex.simulator.plane;

import io.vertx.core.MultiMap;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Headers that belong to one connection and must not be handed on (RFC 9110, 7.6.1). */
public final class HopByHop {

    private static final Set<String> ALWAYS = Set.of("connection", "keep-alive", "proxy-authenticate",
            "proxy-authorization", "proxy-connection", "te", "trailer", "transfer-encoding", "upgrade");

    private HopByHop() {}

    /** Lower-case names of the headers of {@code message} that end here, those that its Connection names included. */
    public static Set<String> of(MultiMap message) {
        if (!message.contains("connection")) {
            return ALWAYS;
        }
        Stream<String> named = message.getAll("connection")
                .stream()
                .flatMap(value -> Stream.of(value.split(",", -1)))
                .map(name -> name.trim().toLowerCase(Locale.ROOT));
        return Stream.concat(ALWAYS.stream(), named).collect(Collectors.toUnmodifiableSet());
    }
}
