package dev.lambdaflex.cli.up;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;

import dev.lambdaflex.cli.config.AppConfig;
import dev.lambdaflex.cli.console.Console;
import dev.lambdaflex.cli.console.Style;
import dev.lambdaflex.weights.plan.ShiftPlan;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Fifty deaths of the provisioner in real time, with real traffic: ten in each of five cycles, at moments that the seed draws. */
class DroppedProvisionerIT {

    private static final int DROPS = 10;
    private static final double SPEED = 150;

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 15})
    void aCycleEndsRightThoughTheProvisionerIsDroppedAtTenRandomMoments(long seed, @TempDir Path folder)
            throws InterruptedException {
        StringWriter story = new StringWriter();
        Console console = new Console(new PrintWriter(story), new PrintWriter(story), new Style(false, true, false));
        try (Town town = Town.start(options(seed, folder))) {
            RandomDrops drops = RandomDrops.begin(town.provisioner(), DROPS, seed);
            Report report = new OnceRun(town, Drill.NONE,
                    new Progress(console, town.provisioner(), town.options().app().name())).run();
            drops.end();
            assertThat(report.outcome()).as(story.toString()).isEqualTo(Result.COMPLETED);
            assertThat(report.violations()).as(story.toString()).isEmpty();
            assertThat(report.failed()).isEmpty();
            assertThat(report.orphans()).isZero();
            assertThat(report.idleAfter()).isEqualTo(report.idleBefore());
            assertThat(drops.done()).as("drops before the cycle ended").isEqualTo(DROPS);
        }
    }

    /** Few steps: what a death can hit is in each of them, and each costs seconds. */
    private static UpOptions options(long seed, Path folder) {
        AppConfig sample = LocalPolicy.sample();
        AppConfig app = new AppConfig(sample.name(), sample.host(),
                ShiftPlan.ofPercents(Duration.ofMinutes(2), 10, 50, 100), sample.gates(), sample.timing(),
                sample.thresholds(), sample.fleet(), sample.frozen());
        return new UpOptions(app, 0, 0, 0, folder, SPEED, seed, WorkloadCommand.sample(folder));
    }
}
