package dev.lambdaflex.workload.pets;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What {@code Allow} has to say when a method is refused (RFC 9110 section 15.5.6); the router itself does not say it. */
final class AllowedMethods {

    private AllowedMethods() {}

    static String on(Router router, String path) {
        return router.getRoutes()
                .stream()
                .filter(route -> matches(route.getPath(), path))
                .map(Route::methods)
                .filter(Objects::nonNull)
                .flatMap(Set::stream)
                .map(HttpMethod::name)
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private static boolean matches(@Nullable String pattern, String path) {
        if (pattern == null) {
            return false;
        }
        String[] expected = pattern.split("/", -1);
        String[] given = path.split("/", -1);
        if (expected.length != given.length) {
            return false;
        }
        for (int i = 0; i < expected.length; i++) {
            if (!expected[i].startsWith(":") && !expected[i].equals(given[i])) {
                return false;
            }
        }
        return true;
    }
}
