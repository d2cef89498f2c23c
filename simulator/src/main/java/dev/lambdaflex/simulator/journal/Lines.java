package dev.lambdaflex.simulator.journal;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A file of lines that only grows, held by one process alone. A line that was added is with the operating system, which outlives
 * a SIGKILL; the line that a SIGKILL cut short has no end, was never answered for, and is cut off when the file is opened again.
 */
final class Lines implements AutoCloseable {

    private final Path path;
    /** Not a channel: that one is closed when its thread is interrupted. */
    private final RandomAccessFile file;
    private long length;
    private boolean failed;

    private Lines(Path path, RandomAccessFile file) {
        this.path = path;
        this.file = file;
    }

    static Lines open(Path path) {
        RandomAccessFile file = opened(path);
        if (!locked(path, file)) {
            closeQuietly(file);
            throw new JournalRefused("%s is in use by another cloud (expected: a state folder for each)"
                    .formatted(path));
        }
        return new Lines(path, file);
    }

    Path path() {
        return path;
    }

    /** All whole lines; what follows the last one is cut off. */
    synchronized List<String> whole() {
        try {
            file.seek(0);
            byte[] bytes = new byte[Math.toIntExact(file.length())];
            file.readFully(bytes);
            List<String> lines = new ArrayList<>();
            int start = 0;
            for (int i = 0; i < bytes.length; i++) {
                if (bytes[i] == '\n') {
                    lines.add(new String(bytes, start, i - start, StandardCharsets.UTF_8));
                    start = i + 1;
                }
            }
            file.setLength(start);
            file.seek(start);
            length = start;
            return lines;
        } catch (IOException e) {
            throw JournalRefused.unusable(path, e);
        }
    }

    /** Adds a line. After one that could not be added whole none is added any more: the file tells of all until then. */
    synchronized void add(String line) {
        requireUsable();
        byte[] bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
        try {
            file.write(bytes);
            length += bytes.length;
        } catch (IOException e) {
            failed = true;
            cutBack();
            throw new UncheckedIOException("%s cannot be written".formatted(path), e);
        }
    }

    /** Fails when a line was lost. */
    synchronized void requireUsable() {
        if (failed) {
            throw new UncheckedIOException(
                    new IOException("%s could not be written before: nothing is changed any more".formatted(path)));
        }
    }

    synchronized long length() {
        return length;
    }

    @Override
    public void close() {
        closeQuietly(file);
    }

    private void cutBack() {
        try {
            file.setLength(length);
        } catch (IOException _) {
            // The end of the line is missing: it is cut off when the file is opened again.
        }
    }

    private static RandomAccessFile opened(Path path) {
        try {
            Path folder = path.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            return new RandomAccessFile(path.toFile(), "rw");
        } catch (IOException e) {
            throw JournalRefused.unusable(path, e);
        }
    }

    /** The lock ends with the process, however that ends. */
    private static boolean locked(Path path, RandomAccessFile file) {
        try {
            @Nullable
            FileLock lock = file.getChannel().tryLock();
            return lock != null;
        } catch (OverlappingFileLockException _) {
            return false;
        } catch (IOException e) {
            closeQuietly(file);
            throw JournalRefused.unusable(path, e);
        }
    }

    private static void closeQuietly(RandomAccessFile file) {
        try {
            file.close();
        } catch (IOException _) {
            // All that was written is with the operating system already.
        }
    }
}
