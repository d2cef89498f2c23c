package dev.lambdaflex.simulator.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.lambdaflex.simulator.model.metrics.CloudWatch;
import dev.lambdaflex.simulator.model.metrics.KeptDatum;
import dev.lambdaflex.simulator.model.metrics.MetricId;

/**
 * What was measured, in two files that take turns, so that they stay as small as what CloudWatch still tells.
 *
 * <pre>
 *   cloud.metrics.old |---- as long as data is kept ----|
 *   cloud.metrics                                       |------- at most as long -->
 * </pre>
 *
 * A line is all of one metric in one period; a later line of the same metric and period holds the earlier one. At most a twelfth
 * of a period, or a second, is lost with the process.
 */
final class MetricsLog implements AutoCloseable {

    static final String FILE = "cloud.metrics";
    private static final Logger LOG = LoggerFactory.getLogger(MetricsLog.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int TIMES_A_PERIOD = 12;
    private static final long LEAST_MILLIS = 1_000;

    private final Path path;
    private final Path old;
    private final CloudWatch metrics;
    private final Duration pause;
    private final String begin;
    private Lines lines;
    private Instant turnAt;
    private Instant due = Instant.MIN;

    /** The first line of a file: of which cloud it is, by that one's beginning, and since when it is written. */
    private record Header(String begin, String since) {}

    private record Key(MetricId metric, long period) {}

    private MetricsLog(Path path, Instant begin, CloudWatch metrics) {
        this.path = path;
        this.old = path.resolveSibling(path.getFileName() + ".old");
        this.metrics = metrics;
        this.pause = Duration
                .ofMillis(Math.max(LEAST_MILLIS, metrics.period().toMillis() / TIMES_A_PERIOD));
        this.begin = begin.toString();
        this.lines = Lines.open(path);
        this.turnAt = since(lines.whole()).map(since -> since.plus(metrics.retention())).orElse(Instant.MIN);
    }

    /** The log of the cloud that began at {@code begin}; what is there of another one does not count. */
    static MetricsLog open(Path path, Instant begin, CloudWatch metrics) {
        MetricsLog log = new MetricsLog(path, begin, metrics);
        if (log.turnAt.equals(Instant.MIN)) {
            log.turn(begin);
        }
        return log;
    }

    /** Puts back into CloudWatch what was measured before. */
    synchronized void restore() {
        Map<Key, KeptDatum> kept = new LinkedHashMap<>();
        try (Lines earlier = Lines.open(old)) {
            read(earlier, kept);
        }
        read(lines, kept);
        metrics.restore(kept.values());
    }

    synchronized void keepWhenDue(Instant now) {
        if (!now.isBefore(due)) {
            due = now.plus(pause);
            if (!now.isBefore(turnAt)) {
                turn(now);
            }
            keep();
        }
    }

    /** Writes down what is new. */
    synchronized void keep() {
        List<KeptDatum> changes = metrics.changes();
        if (!changes.isEmpty()) {
            lines.add(changes.stream().map(MetricsLog::written).collect(Collectors.joining("\n")));
        }
    }

    @Override
    public synchronized void close() {
        lines.close();
    }

    /** The file becomes the old one, and a new one is begun. */
    private void turn(Instant now) {
        turnAt = now.plus(metrics.retention());
        try {
            if (lines.length() > 0) {
                Files.move(path, old, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("%s cannot be moved".formatted(path), e);
        }
        lines.close();
        lines = Lines.open(path);
        lines.add(written(new Header(begin, now.toString())));
    }

    /** Since when a file of this cloud is written; empty when it is of another, or of none. */
    private Optional<Instant> since(List<String> whole) {
        try {
            return whole.isEmpty()
                    ? Optional.empty()
                    : Optional.of(JSON.readValue(whole.getFirst(), Header.class))
                            .filter(header -> header.begin().equals(begin))
                            .map(header -> Instant.parse(header.since()));
        } catch (JsonProcessingException | DateTimeException _) {
            return Optional.empty();
        }
    }

    /** What a broken file holds is lost, and only that: the cloud is what it was, and measures on. */
    private void read(Lines file, Map<Key, KeptDatum> kept) {
        List<String> whole = file.whole();
        if (since(whole).isEmpty()) {
            return;
        }
        try {
            for (String line : whole.subList(1, whole.size())) {
                KeptDatum datum = JSON.readValue(line, KeptDatum.class);
                kept.put(new Key(datum.metric(), datum.period()), datum);
            }
        } catch (JsonProcessingException broken) {
            LOG.warn("{} is broken: what follows is lost of what was measured before", file.path());
        }
    }

    private static String written(Object what) {
        try {
            return JSON.writeValueAsString(what);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
