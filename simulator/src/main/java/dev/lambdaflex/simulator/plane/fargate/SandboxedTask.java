package dev.lambdaflex.simulator.plane.fargate;

import dev.lambdaflex.simulator.plane.Endpoint;
import dev.lambdaflex.simulator.plane.sandbox.Sandbox;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One task: a server in a sandbox that tells its port on stdout and is probed from then on. */
final class SandboxedTask implements Task {

    private static final Logger LOG = LoggerFactory.getLogger(SandboxedTask.class);

    private final String id;
    private final Probe.Prober prober;
    private final CompletableFuture<Sandbox> sandbox = new CompletableFuture<>();
    private volatile @Nullable Probe probe;
    private volatile @Nullable String stoppedReason;

    SandboxedTask(String id, Probe.Prober prober) {
        this.id = id;
        this.prober = prober;
    }

    void adopt(Sandbox started) {
        sandbox.complete(started);
        CompletableFuture<Integer> _ = started.exit().whenComplete((code, cause) -> stopped(started, code, cause));
    }

    /** A line of stdout; the first may come before the sandbox is ours. */
    void said(String line) {
        OptionalInt port = ReadyLine.port(line);
        if (port.isPresent()) {
            probe(new Endpoint(sandbox.join().host(), port.getAsInt()));
        } else {
            LOG.info("task {} {}", id, line);
        }
    }

    private synchronized void probe(Endpoint endpoint) {
        if (probe == null && stoppedReason == null) {
            probe = prober.start(endpoint);
        }
    }

    private synchronized void stopped(Sandbox ended, @Nullable Integer code, @Nullable Throwable cause) {
        String words = ended.lastWords();
        stoppedReason = cause == null
                ? "EssentialContainerExited: exit code " + code + (words.isEmpty() ? "" : "\n" + words)
                : "CannotStartContainerError: " + cause.getMessage();
        if (probe != null) {
            probe.stop();
        }
        if (cause != null) {
            LOG.warn("task {} did not start: {}", id, cause.getMessage());
        }
    }

    @Override
    public boolean running() {
        return sandbox.isDone() && sandbox.join().running();
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
        CompletableFuture<Void> _ = sandbox.thenAccept(started -> started.stop(stopTimeout));
    }

    @Override
    public String toString() {
        return "task " + id;
    }
}
