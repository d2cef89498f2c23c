package dev.lambdaflex.simulator.wire.signature;

import java.util.Optional;

/**
 * An access key of the account.
 *
 * @param token   the session token that must come with a temporary key; empty for a lasting one
 * @param expired whether its time is over
 */
public record AccessKey(String id, String secret, Optional<String> token, boolean expired) {

    /** A lasting key. */
    public static AccessKey of(String id, String secret) {
        return new AccessKey(id, secret, Optional.empty(), false);
    }

    /** A temporary key. */
    public static AccessKey temporary(String id, String secret, String token) {
        return new AccessKey(id, secret, Optional.of(token), false);
    }

    AccessKey asExpired() {
        return new AccessKey(id, secret, token, true);
    }

    @Override
    public String toString() {
        return "AccessKey[id=%s, expired=%s]".formatted(id, expired);
    }
}
