package dev.lambdaflex.simulator.model.service;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The tasks that stopped within the last hour: so long ECS tells of them at least. A hundred at most. */
final class StoppedTasks {

    private static final Duration TOLD = Duration.ofHours(1);
    private static final int KEPT = 100;

    private final Deque<FargateTask> newestFirst = new ArrayDeque<>();

    void add(FargateTask task) {
        newestFirst.addFirst(task);
        if (newestFirst.size() > KEPT) {
            newestFirst.removeLast();
        }
    }

    List<TaskView> views(Instant now) {
        newestFirst.removeIf(task -> task.since().plus(TOLD).isBefore(now));
        return newestFirst.stream().map(FargateTask::view).toList();
    }
}
