package dev.lambdaflex.provisioner.api;

import java.util.List;

import io.vertx.core.MultiMap;

/** The Authorization header. Anything but exactly one header with our token is no token. */
final class Bearer {

    private static final String SCHEME = "Bearer ";

    private Bearer() {}

    static boolean carries(MultiMap headers, Token token) {
        List<String> given = headers.getAll("Authorization");
        if (given.size() != 1) {
            return false;
        }
        String header = given.getFirst();
        return header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                && token.matches(header.substring(SCHEME.length()).strip());
    }
}
