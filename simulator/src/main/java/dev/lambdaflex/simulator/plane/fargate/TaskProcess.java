package dev.lambdaflex.simulator.plane.fargate;

import dev.lambdaflex.simulator.plane.Endpoint;
import dev.lambdaflex.simulator.plane.process.Child;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One task: a server process that tells its port on stdout and is probed from then on. */
final class TaskProcess implements Task {

    private static final Logger LOG = LoggerFactory.getLogger(TaskProcess.class);

    private final String id;
    private final String host;
    private final Probe.Prober prober;
    private volatile @Nullable Child child;
    private volatile @Nullable Probe probe;
    private volatile @Nullable String stoppedReason;

    TaskProcess(String id, String host, Probe.Prober prober) {
        this.id = id;
        this.host = host;
        this.prober = prober;
    }

    void adopt(Child started) {
        child = started;
        CompletableFuture<Void> _ = started.exit().thenAccept(code -> stopped(started, code));
    }

    void neverStarted(IOException cause) {
        stoppedReason = "CannotStartContainerError: " + cause.getMessage();
    }

    /** A line of stdout. */
    synchronized void said(String line) {
        OptionalInt port = ReadyLine.port(line);
        if (port.isPresent() && probe == null && stoppedReason == null) {
            probe = prober.start(new Endpoint(host, port.getAsInt()));
        } else {
            LOG.info("task {} {}", id, line);
        }
    }

    private synchronized void stopped(Child ended, int code) {
        String words = ended.lastWords();
        stoppedReason = "EssentialContainerExited: exit code " + code + (words.isEmpty() ? "" : "\n" + words);
        if (probe != null) {
            probe.stop();
        }
    }

    @Override
    public boolean running() {
        Child started = child;
        return started != null && started.running();
    }

    @Override
    public boolean answers() {
        Probe current = probe;
        return current != null && current.passed() && running();
    }

    @Override
    public Optional<Endpoint> endpoint() {
        return Optional.ofNullable(probe).map(Probe::endpoint);
    }

    @Override
    public Optional<String> stoppedReason() {
        return Optional.ofNullable(stoppedReason);
    }

    @Override
    public void terminate(Duration stopTimeout) {
        Child started = child;
        if (started != null) {
            started.stop(stopTimeout);
        }
    }

    @Override
    public String toString() {
        return "task " + id;
    }
}
