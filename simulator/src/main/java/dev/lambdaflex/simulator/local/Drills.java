package dev.lambdaflex.simulator.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

import dev.lambdaflex.weights.split.Tier;

/** Makes the workload of one tier answer 500: it does so while its drill file exists. */
final class Drills {

    private final Path folder;

    Drills(Path folder) {
        this.folder = folder;
    }

    /** What the workload's processes on {@code tier} have to know. */
    Map<String, String> environment(Tier tier) {
        return Map.of("LAMBDAFLEX_DRILL_FILE", file(tier).toString());
    }

    void sick(Tier tier, boolean whether) {
        try {
            if (whether) {
                Files.createDirectories(folder);
                Files.writeString(file(tier), "");
            } else {
                Files.deleteIfExists(file(tier));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the drill file of %s cannot be changed".formatted(tier.label()), e);
        }
    }

    private Path file(Tier tier) {
        return folder.resolve("drill-" + tier.name().toLowerCase(Locale.ROOT));
    }
}
