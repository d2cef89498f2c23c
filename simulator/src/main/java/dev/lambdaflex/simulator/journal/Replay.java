package dev.lambdaflex.simulator.journal;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.lambdaflex.simulator.model.Cloud;
import dev.lambdaflex.simulator.wire.WireResponse;
import dev.lambdaflex.simulator.wire.WireService;
import dev.lambdaflex.simulator.wire.protocol.Refusal;

/** Plays the past again to a cloud that is as new. */
final class Replay {

    private final String app;
    private final Cloud cloud;
    private final SteeredClock clock;
    private final SeenTasks tasks;
    private final Map<String, WireService> services = new HashMap<>();

    Replay(String app, Cloud cloud, SteeredClock clock, SeenTasks tasks, List<WireService> services) {
        this.app = app;
        this.cloud = cloud;
        this.clock = clock;
        this.tasks = tasks;
        services.forEach(service -> this.services.put(service.signingName(), service));
    }

    /** Lets {@code entry} happen; tells what is different from how it happened first. */
    Optional<String> play(Entry entry) {
        if (entry instanceof Entry.Restart(Instant at)) {
            restart(at);
            return Optional.empty();
        }
        moveTo(entry.at());
        return switch (entry) {
            case Entry.Call call -> call(call);
            case Entry.TaskSeen(_, String task, boolean runs, boolean answers) -> tasks.seen(task, runs, answers)
                    ? Optional.empty()
                    : Optional.of("there is no task %s".formatted(task));
            case Entry.FaultSet set -> {
                cloud.fault(app, set.fault(), set.on());
                yield Optional.empty();
            }
            case Entry.DataPort _,Entry.Alive _,Entry.Restart _ -> Optional.empty();
        };
    }

    /** The time without a cloud goes by in the model alone; at its end the tasks are found to be gone. */
    void restart(Instant at) {
        tasks.assume();
        moveTo(at);
        tasks.lose();
    }

    /** Only forward: what is due now waits for the next step of time, as it did when it happened first. */
    private void moveTo(Instant at) {
        if (at.isAfter(cloud.timeline().now())) {
            clock.put(at);
            cloud.advance();
        }
    }

    private Optional<String> call(Entry.Call call) {
        WireService service = services.get(call.service());
        if (service == null) {
            return Optional.of("there is no service %s".formatted(call.service()));
        }
        String answered = answered(service, call);
        return answered.equals(call.check())
                ? Optional.empty()
                : Optional.of("%s %s now answers %s (expected: %s)".formatted(call.service(),
                        service.called(call.request()).operation(), answered, call.check()));
    }

    private static String answered(WireService service, Entry.Call call) {
        try {
            WireResponse answer = service.answer(call.request());
            return Check.of(answer);
        } catch (Refusal refusal) {
            return refusal.error().toString();
        }
    }
}
