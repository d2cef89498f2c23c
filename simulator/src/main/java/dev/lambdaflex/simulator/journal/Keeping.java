package dev.lambdaflex.simulator.journal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import dev.lambdaflex.simulator.model.Cloud;
import dev.lambdaflex.simulator.model.Fault;
import dev.lambdaflex.simulator.model.time.Timeline;
import dev.lambdaflex.simulator.wire.WireRequest;
import dev.lambdaflex.simulator.wire.WireResponse;
import dev.lambdaflex.simulator.wire.WireService;

/** A cloud that is there, and the journal that grows with it. Safe from any thread. */
public final class Keeping {

    private static final Duration ALIVE = Duration.ofSeconds(1);

    private final String app;
    private final Cloud cloud;
    private final Timeline timeline;
    private final SeenTasks tasks;
    private final Lines lines;
    private final MetricsLog metrics;
    private final List<WireService> services;
    private Instant lastEntry;

    Keeping(String app, Cloud cloud, SeenTasks tasks, Lines lines, MetricsLog metrics,
            List<WireService> services) {
        this.app = app;
        this.cloud = cloud;
        this.timeline = cloud.timeline();
        this.tasks = tasks;
        this.lines = lines;
        this.metrics = metrics;
        this.services = services.stream().<WireService>map(service -> new KeptService(service, this)).toList();
        this.lastEntry = timeline.now();
    }

    /** The services before the cloud, which write down what they change. */
    public List<WireService> services() {
        return services;
    }

    /** Looks at the processes of the tasks, and at what was measured: to be called before each step of the cloud's time. */
    public void look() {
        timeline.run(() -> {
            Instant now = timeline.now();
            tasks.look(now, this::add);
            if (tasks.waiting() && !lastEntry.plus(ALIVE).isAfter(now)) {
                add(new Entry.Alive(now));
            }
        });
        metrics.keepWhenDue(timeline.now());
    }

    /** A fault begins or ends. */
    public void fault(Fault fault, boolean on) {
        timeline.run(() -> {
            lines.requireUsable();
            cloud.fault(app, fault, on);
            add(new Entry.FaultSet(timeline.now(), fault, on));
        });
    }

    /** Gateway and balancer listen there, and shall again. */
    public void dataPort(int port) {
        timeline.run(() -> add(new Entry.DataPort(timeline.now(), port)));
    }

    /** The past was played again until now. */
    void restarted() {
        timeline.run(() -> add(new Entry.Restart(timeline.now())));
        metrics.restore();
    }

    /** A change and its entry, with nothing between them: the journal has the changes in the order in which they were made. */
    WireResponse change(WireService service, WireRequest request) {
        return timeline.call(() -> {
            lines.requireUsable();
            WireResponse answer = service.answer(request);
            if (answer.status() < 300) {
                add(new Entry.Call(timeline.now(), service.signingName(), request, Check.of(answer)));
            }
            return answer;
        });
    }

    /** Something was measured elsewhere, and its publisher waits for an answer. */
    void measured() {
        metrics.keep();
    }

    private void add(Entry entry) {
        lines.add(Entries.line(entry));
        lastEntry = entry.at();
    }
}
