package dev.lambdaflex.simulator.wire.signature;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The access keys that the cloud knows. Safe from any thread. */
public final class AccessKeys {

    /** The key of local runs. It opens nothing but a cloud on loopback. */
    public static final AccessKey LOCAL = AccessKey.of("LAMBDAFLEXLOCAL", "local");

    private final Map<String, AccessKey> keys = new ConcurrentHashMap<>();

    public static AccessKeys of(AccessKey... known) {
        AccessKeys keys = new AccessKeys();
        for (AccessKey key : known) {
            keys.add(key);
        }
        return keys;
    }

    /** Adds a key, or changes the one of its id. */
    public void add(AccessKey key) {
        keys.put(key.id(), key);
    }

    /** Lets the key's time be over: calls with it are answered ExpiredToken from now on. */
    public void expire(String id) {
        keys.computeIfPresent(id, (_, key) -> key.asExpired());
    }

    Optional<AccessKey> find(String id) {
        return Optional.ofNullable(keys.get(id));
    }
}
