package dev.lambdaflex.simulator.journal;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.lambdaflex.simulator.model.Cloud;
import dev.lambdaflex.simulator.model.service.TaskRunner;
import dev.lambdaflex.simulator.wire.WireService;

/**
 * The journal of a cloud that is not there yet. The cloud is built on {@link #clock} and {@link #tasks}, and is then what it was
 * by {@link #resume}.
 */
public final class Journal implements AutoCloseable {

    /** The file, in the folder of the cloud's state. */
    public static final String FILE = "cloud.journal";
    private static final Logger LOG = LoggerFactory.getLogger(Journal.class);
    private static final int FORMAT = 1;

    private final Origin origin;
    private final InstantSource wall;
    private final Instant begin;
    private final Lines lines;
    private final Optional<List<Entry>> past;
    private final SteeredClock clock;
    private final SeenTasks tasks = new SeenTasks();
    private Optional<MetricsLog> metrics = Optional.empty();

    private Journal(Origin origin, InstantSource wall, Instant begin, Lines lines,
            Optional<List<Entry>> past) {
        this.origin = origin;
        this.wall = wall;
        this.begin = begin;
        this.lines = lines;
        this.past = past;
        this.clock = new SteeredClock(wall, begin);
    }

    /**
     * The journal in {@code folder}: the one that is there, or a new one.
     *
     * @throws JournalRefused when the one that is there is broken, in use, or of another origin
     */
    public static Journal in(Path folder, Origin origin, InstantSource wall) {
        Lines lines = Lines.open(folder.resolve(FILE));
        try {
            return opened(lines, origin, wall);
        } catch (RuntimeException e) {
            lines.close();
            throw e;
        }
    }

    /** What the cloud's time follows. */
    public InstantSource clock() {
        return clock;
    }

    /** What the cloud runs its tasks by; {@code processes} really runs them, once the past is over. */
    public TaskRunner tasks(TaskRunner processes) {
        tasks.processes(processes);
        return tasks;
    }

    /** Where gateway and balancer listened last. */
    public Optional<Integer> dataPort() {
        Optional<Integer> last = Optional.empty();
        for (Entry entry : past.orElse(List.of())) {
            if (entry instanceof Entry.DataPort(_, int port)) {
                last = Optional.of(port);
            }
        }
        return last;
    }

    /**
     * Makes {@code cloud}, which is new, what it was, and goes on from there.
     *
     * @param services all services that stand before it; those of the result take their place
     * @throws JournalRefused when the cloud does not become what it was
     */
    public Keeping resume(Cloud cloud, List<WireService> services) {
        Replay replay = new Replay(origin.app(), cloud, clock, tasks, services);
        List<Entry> entries = past.orElse(List.of());
        for (int i = 0; i < entries.size(); i++) {
            // The first line is the beginning, and people count from 1.
            int line = i + 2;
            replay.play(entries.get(i)).ifPresent(difference -> {
                throw JournalRefused.brokenAt(lines.path(), line,
                        "it does not come out as it did, for %s; was it made by "
                                .formatted(difference) + "another version of the program?");
            });
        }
        MetricsLog log = MetricsLog.open(lines.path().resolveSibling(MetricsLog.FILE), begin, cloud.metrics());
        metrics = Optional.of(log);
        Keeping keeping = new Keeping(origin.app(), cloud, tasks, lines, log, services);
        if (past.isPresent()) {
            replay.restart(wall.instant());
            keeping.restarted();
            LOG.info("the cloud goes on: {} entries of {} played again, from {}", entries.size(), lines.path(), begin);
        }
        tasks.live();
        clock.release();
        return keeping;
    }

    /** Nothing is written any more. */
    @Override
    public void close() {
        metrics.ifPresent(MetricsLog::close);
        lines.close();
    }

    private static Journal opened(Lines lines, Origin origin, InstantSource wall) {
        List<String> whole = lines.whole();
        if (whole.isEmpty()) {
            Instant begin = wall.instant();
            lines.add(header(origin, begin));
            return new Journal(origin, wall, begin, lines, Optional.empty());
        }
        Instant begin = begin(lines.path(), whole.getFirst(), origin);
        List<Entry> past = new ArrayList<>();
        for (int i = 1; i < whole.size(); i++) {
            past.add(entry(lines.path(), i + 1, whole.get(i)));
        }
        return new Journal(origin, wall, begin, lines, Optional.of(past));
    }

    private static Entry entry(Path path, int number, String line) {
        try {
            return Entries.read(line);
        } catch (IllegalArgumentException e) {
            throw JournalRefused.brokenAt(path, number, String.valueOf(e.getMessage()));
        }
    }

    private static String header(Origin origin, Instant begin) {
        return JsonNodeFactory.instance.objectNode()
                .put("format", FORMAT)
                .put("begin", begin.toString())
                .put("seed", origin.seed())
                .put("speed", origin.speed())
                .put("app", origin.app())
                .put("zone", origin.zone())
                .toString();
    }

    private static Instant begin(Path path, String line, Origin wanted) {
        try {
            JsonNode header = Entries.tree(line);
            if (header.path("format").asInt() != FORMAT) {
                throw new IllegalArgumentException("format: %s (expected: %d)".formatted(header.path("format"),
                        FORMAT));
            }
            Origin origin = new Origin(header.path("seed").asLong(), header.path("speed").asDouble(),
                    Entries.text(header, "app"), Entries.text(header, "zone"));
            if (!origin.equals(wanted)) {
                throw new JournalRefused("%s is of a cloud with %s (expected: %s); start it as it was, or remove the "
                        .formatted(path, origin, wanted) + "file for a new cloud");
            }
            return Entries.time(header, "begin");
        } catch (IllegalArgumentException e) {
            throw JournalRefused.brokenAt(path, 1, String.valueOf(e.getMessage()));
        }
    }
}
