package dev.lambdaflex.provisioner.store;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Files that only their owner may read. They are created with those rights, not created and narrowed: in between anybody
 * could open them.
 */
public final class PrivateFiles {

    private PrivateFiles() {}

    /**
     * Creates an empty file, mode 0600, and what is missing of the folders above it, mode 0700. What exists stays as it is.
     *
     * @return whether the file was created; false when there was one already
     */
    public static boolean create(Path file) throws IOException {
        Path folder = file.toAbsolutePath().normalize().getParent();
        if (folder != null && !Files.isDirectory(folder)) {
            Files.createDirectories(folder, onlyOwner(folder, "rwx------"));
        }
        try {
            Files.createFile(file, onlyOwner(file, "rw-------"));
            return true;
        } catch (FileAlreadyExistsException _) {
            return false;
        }
    }

    private static FileAttribute<?>[] onlyOwner(Path path, String permissions) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[]{
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))}
                : new FileAttribute<?>[0];
    }
}
