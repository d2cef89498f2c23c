package dev.lambdaflex.provisioner.api;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Set;

import dev.lambdaflex.provisioner.store.PrivateFiles;

/**
 * The secret that writes need. Only its hash is kept, so that neither a heap dump nor a log can give it away; the text is
 * in the file alone, where the owner's programs find it.
 */
public final class Token {

    /** The file in the state folder. */
    public static final String FILE = "token";

    private static final int BYTES = 32;
    private static final int SHORTEST = 32;

    private final byte[] hash;

    private Token(byte[] hash) {
        this.hash = hash;
    }

    /**
     * The token that is {@code text}.
     *
     * @throws IllegalArgumentException when it is too short to be a secret; the message does not repeat it
     */
    public static Token of(String text) {
        if (text.length() < SHORTEST || text.chars().anyMatch(c -> c <= ' ' || c > '~')) {
            throw new IllegalArgumentException("token: %d characters (expected: at least %d, printable, no spaces)"
                    .formatted(text.length(), SHORTEST));
        }
        return new Token(hash(text));
    }

    /**
     * The token of a state folder: the one in its file, or a new one of 256 random bits that is written there, mode 0600.
     *
     * @throws IllegalArgumentException when the file holds no token or others may read it
     */
    public static Token in(Path stateFolder) throws IOException {
        Path file = stateFolder.resolve(FILE);
        boolean created = PrivateFiles.create(file);
        // Empty: a crash came between the two lines of an earlier start.
        if (created || Files.size(file) == 0) {
            Files.writeString(file, random() + "\n");
        }
        return of(read(stateFolder));
    }

    /** The text of the token in a state folder, for a client on the same machine. */
    public static String read(Path stateFolder) throws IOException {
        Path file = stateFolder.resolve(FILE);
        PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        if (view != null) {
            refuseForeignReaders(file, view.readAttributes().permissions());
        }
        return Files.readString(file).strip();
    }

    /** Whether {@code presented} is it; takes the same time wherever the first difference is. */
    boolean matches(String presented) {
        return MessageDigest.isEqual(hash, hash(presented));
    }

    @Override
    public String toString() {
        return "token(hidden)";
    }

    private static void refuseForeignReaders(Path file, Set<PosixFilePermission> permissions) {
        Set<PosixFilePermission> others = EnumSet.allOf(PosixFilePermission.class);
        others.removeIf(permission -> permission.name().startsWith("OWNER"));
        others.retainAll(permissions);
        if (!others.isEmpty()) {
            throw new IllegalArgumentException("%s: mode %s (expected: rw-------, for it is a secret)".formatted(file,
                    PosixFilePermissions.toString(permissions)));
        }
    }

    private static String random() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] hash(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
