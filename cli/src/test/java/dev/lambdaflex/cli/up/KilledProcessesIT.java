package dev.lambdaflex.cli.up;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.LongStream;

import dev.lambdaflex.cli.follow.Chronicle;
import dev.lambdaflex.cli.api.ApiClient;
import dev.lambdaflex.cli.config.ShortenedPolicy;
import dev.lambdaflex.cli.console.Console;
import dev.lambdaflex.cli.console.StateFolder;
import dev.lambdaflex.cli.console.Style;
import dev.lambdaflex.cli.process.Await;
import dev.lambdaflex.cli.process.Supervised;
import dev.lambdaflex.weights.migration.Policy;
import io.vertx.core.Vertx;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * SIGKILL to each of the processes, again and again in a cycle with real traffic, at moments that the seed draws. The build does
 * one cycle in which all of them die in turn; {@code .ci/storm} does five for each process alone, with ten deaths in each.
 */
class KilledProcessesIT {

    private static final String STORM = "lambdaflex.kill.cycles";
    private static final int CYCLES = Integer.getInteger(STORM, 0);
    private static final int KILLS = 10;
    private static final int KILLS_IN_TURN = 6;
    private static final long SEED = Long.getLong("lambdaflex.kill.seed", 11);
    private static final double SPEED = 150;
    /** A successor waits about three seconds for the lease of the dead: some hit a start, some a tick. */
    private static final Duration SHORT_LIFE = Duration.ofSeconds(8);
    /** A cloud that starts again has to start its tasks again, too. */
    private static final Duration LONG_LIFE = Duration.ofSeconds(16);
    private static final Duration LIMIT = Duration.ofMinutes(10);

    static LongStream seeds() {
        return LongStream.rangeClosed(11, 10 + CYCLES);
    }

    @Test
    void aCycleEndsRightThoughEachOfThemDiesInTurn(@TempDir Path folder) throws IOException, InterruptedException {
        cycle(SEED, folder, town -> List.of(town.provisioner(), town.edge(), town.cloud()), KILLS_IN_TURN, LONG_LIFE);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    @EnabledIfSystemProperty(named = STORM, matches = "[1-9][0-9]*")
    void theDeathsOfTheProvisionerLoseNoRequest(long seed, @TempDir Path folder)
            throws IOException, InterruptedException {
        Report report = cycle(seed, folder, town -> List.of(town.provisioner()), KILLS, SHORT_LIFE);
        assertThat(report.failed()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    @EnabledIfSystemProperty(named = STORM, matches = "[1-9][0-9]*")
    void aCycleEndsRightThoughTheEdgeDies(long seed, @TempDir Path folder)
            throws IOException, InterruptedException {
        cycle(seed, folder, town -> List.of(town.edge()), KILLS, SHORT_LIFE);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    @EnabledIfSystemProperty(named = STORM, matches = "[1-9][0-9]*")
    void aCycleEndsRightThoughTheCloudDies(long seed, @TempDir Path folder)
            throws IOException, InterruptedException {
        cycle(seed, folder, town -> List.of(town.cloud()), KILLS, LONG_LIFE);
    }

    private static Report cycle(long seed, Path folder, Function<Town, List<Supervised>> victims, int deaths,
            Duration longestLife)
            throws IOException, InterruptedException {
        StringWriter story = new StringWriter();
        Console console = new Console(new PrintWriter(story), new PrintWriter(story), new Style(false, true, false));
        UpOptions options = Towns.options(fewSteps(folder), folder, SPEED, seed);
        Policy policy = ShortenedPolicy.of(options.app(), SPEED);
        Vertx vertx = Vertx.vertx();
        try (Town town = Town.start(options, console::note);
                ApiClient api = new ApiClient(town.apiUrl(), new StateFolder(folder).token());
                Lookout lookout = Lookout.begin(town.backstage(), policy, SPEED)) {
            Chronicle chronicle = new Chronicle(api, options.app().name());
            RandomKills kills = RandomKills.begin(victims.apply(town), deaths, longestLife, seed);
            Report report = new OnceRun(town, Drill.NONE, new Progress(console, chronicle), chronicle, lookout, vertx,
                    LIMIT).run();
            kills.end();
            assertThat(report.outcome()).as(story.toString()).isEqualTo(Result.COMPLETED);
            assertThat(report.violations()).as(story.toString()).isEmpty();
            assertThat(report.counts().wrong()).as("wrong answers").isZero();
            assertThat(report.orphans()).as("resources and processes that are left").isZero();
            assertThat(report.idleAfter()).isEqualTo(report.idleBefore());
            assertThat(kills.done()).as("deaths before the cycle ended").isEqualTo(deaths);
            return report;
        } finally {
            Await.ended(vertx.close());
        }
    }

    /** Few steps: what a death can hit is in each of them, and each costs seconds. */
    private static Path fewSteps(Path folder) throws IOException {
        Path file = SampleApp.in(folder);
        Files.writeString(file, Files.readString(file) + "    plan: 10,50,100/2m\n");
        return file;
    }
}
