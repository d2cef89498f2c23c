package dev.lambdaflex.simulator.model.stack;

import java.util.HashMap;
import java.util.Map;

/** The client request tokens that were used. One token serves one operation on one stack. */
final class Tokens {

    /** What a token may be used for. */
    enum Operation {
        CREATE, UPDATE, DELETE
    }

    private record Use(Operation operation, String stackId) {}

    private final Map<String, Use> uses = new HashMap<>();

    /** Whether the token was used for something else. Without a token nothing was. */
    boolean taken(String token, Operation operation, String stackId) {
        Use earlier = uses.get(token);
        return earlier != null && !earlier.equals(new Use(operation, stackId));
    }

    /** Whether just this was asked before. */
    boolean repeated(String token, Operation operation, String stackId) {
        return new Use(operation, stackId).equals(uses.get(token));
    }

    void use(String token, Operation operation, String stackId) {
        if (!token.isEmpty()) {
            uses.put(token, new Use(operation, stackId));
        }
    }
}
