package dev.lambdaflex.simulator.virtual;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

import dev.lambdaflex.provisioner.reconcile.Event;

/** A fingerprint of a decision log. */
final class LogHash {

    private LogHash() {}

    static String of(List<Event> log) {
        MessageDigest digest = sha256();
        log.forEach(event -> digest.update((event + "\n").getBytes(StandardCharsets.UTF_8)));
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is missing (expected: every Java has it)", e);
        }
    }
}
