package dev.lambdaflex.provisioner.api;

import java.util.Map;
import java.util.Optional;

/** What a caller needs for an operation. The one table of it is here; an operation that has no row is not served. */
enum Scope {
    /** Nothing: it tells nothing about apps. */
    OPEN,
    /** The token, unless the API is bound to this machine alone. */
    READ,
    /** The token. */
    OPERATE;

    private static final Map<String, Scope> TABLE = Map.ofEntries(
            Map.entry("healthz", OPEN),
            Map.entry("readyz", OPEN),
            Map.entry("openapi", OPEN),
            Map.entry("metrics", READ),
            Map.entry("listApps", READ),
            Map.entry("getApp", READ),
            Map.entry("getWeights", READ),
            Map.entry("getEvents", READ),
            Map.entry("setWeights", OPERATE),
            Map.entry("startMigration", OPERATE),
            Map.entry("pause", OPERATE),
            Map.entry("resume", OPERATE),
            Map.entry("promote", OPERATE),
            Map.entry("promoteFull", OPERATE),
            Map.entry("stepBack", OPERATE),
            Map.entry("abort", OPERATE),
            Map.entry("retry", OPERATE));

    /** The scope of the operation with that id in the contract. */
    static Optional<Scope> of(String operationId) {
        return Optional.ofNullable(TABLE.get(operationId));
    }

    boolean needsToken(ApiConfig config) {
        return switch (this) {
            case OPEN -> false;
            case READ -> config.remote();
            case OPERATE -> true;
        };
    }
}
