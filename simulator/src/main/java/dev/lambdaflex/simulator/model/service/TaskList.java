package dev.lambdaflex.simulator.model.service;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import dev.lambdaflex.simulator.model.service.FargateTask.State;
import dev.lambdaflex.simulator.model.time.Timeline;

/** The tasks of one service, each with its network interface, and those that stopped lately. Used under the lock. */
final class TaskList {

    private final String service;
    private final Timeline timeline;
    private final NetworkInterfaces interfaces;
    private final List<FargateTask> present = new ArrayList<>();
    private final StoppedTasks stopped = new StoppedTasks();
    private int begun;

    TaskList(String service, Timeline timeline, NetworkInterfaces interfaces) {
        this.service = service;
        this.timeline = timeline;
        this.interfaces = interfaces;
    }

    FargateTask begin() {
        FargateTask task = new FargateTask("%s-%d".formatted(service, ++begun), timeline.now());
        present.add(task);
        interfaces.attach(task.id());
        return task;
    }

    void end(FargateTask task) {
        present.remove(task);
        stopped.add(task);
        interfaces.detach(task.id());
    }

    /** Those in any state before STOPPED; a copy. */
    List<FargateTask> all() {
        return List.copyOf(present);
    }

    boolean isEmpty() {
        return present.isEmpty();
    }

    int size() {
        return present.size();
    }

    Optional<FargateTask> find(String id) {
        for (FargateTask task : present) {
            if (task.id().equals(id)) {
                return Optional.of(task);
            }
        }
        return Optional.empty();
    }

    int wanted() {
        int wanted = 0;
        for (FargateTask task : present) {
            wanted += task.wanted() ? 1 : 0;
        }
        return wanted;
    }

    int count(State state) {
        int count = 0;
        for (FargateTask task : present) {
            count += task.state() == state ? 1 : 0;
        }
        return count;
    }

    /** Those that are too many for {@code desired}: what has not begun to run goes first, then the youngest. */
    List<FargateTask> surplus(int desired) {
        int surplus = wanted() - desired;
        return surplus <= 0
                ? List.of()
                : present.stream()
                        .filter(FargateTask::wanted)
                        .sorted(Comparator.comparing(FargateTask::state)
                                .thenComparing(FargateTask::since, Comparator.reverseOrder()))
                        .limit(surplus)
                        .toList();
    }

    List<String> ids() {
        return present.stream().map(FargateTask::id).toList();
    }

    List<TaskView> views() {
        return Stream.concat(present.stream().map(FargateTask::view), stopped.views(timeline.now()).stream()).toList();
    }
}
