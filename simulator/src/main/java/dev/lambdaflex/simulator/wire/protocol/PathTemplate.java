package dev.lambdaflex.simulator.wire.protocol;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A path with names in braces for some of its segments. */
final class PathTemplate {

    private final String[] segments;

    PathTemplate(String template) {
        this.segments = split(template);
    }

    /** The decoded values of the names, when {@code path} fits. */
    Optional<PathValues> match(String path) {
        String[] given = split(path);
        if (given.length != segments.length) {
            return Optional.empty();
        }
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < segments.length; i++) {
            if (segments[i].startsWith("{")) {
                values.put(segments[i].substring(1, segments[i].length() - 1), decoded(given[i]));
            } else if (!segments[i].equals(given[i])) {
                return Optional.empty();
            }
        }
        return Optional.of(new PathValues(values));
    }

    private static String[] split(String path) {
        return (path.endsWith("/") ? path.substring(0, path.length() - 1) : path).split("/", -1);
    }

    private static String decoded(String segment) {
        try {
            return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            throw Refusal.of("MalformedQueryString", "The path contains a syntax error: " + segment);
        }
    }
}
