package dev.lambdaflex.workload.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DrillTest {

    private final AtomicLong nanos = new AtomicLong(-5);

    @Test
    void withoutAFileThereIsNoDrill() {
        assertThat(new Drill(Optional.empty(), nanos::get).isOn()).isFalse();
    }

    @Test
    void itIsOnWhileTheFileExistsAndLooksEvery100Millis(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("drill");
        Drill drill = new Drill(Optional.of(file), nanos::get);
        assertThat(drill.isOn()).isFalse();
        Files.createFile(file);
        advance(99);
        assertThat(drill.isOn()).isFalse();
        advance(1);
        assertThat(drill.isOn()).isTrue();
        Files.delete(file);
        assertThat(drill.isOn()).isTrue();
        advance(100);
        assertThat(drill.isOn()).isFalse();
    }

    private void advance(long millis) {
        nanos.addAndGet(TimeUnit.MILLISECONDS.toNanos(millis));
    }
}
