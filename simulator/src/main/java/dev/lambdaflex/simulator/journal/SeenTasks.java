package dev.lambdaflex.simulator.journal;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import dev.lambdaflex.simulator.model.service.TaskRunner;

/**
 * The tasks as the model sees them. A process does what it does at any time; the model shall see it only where a replay can show
 * it again, so the processes are looked at between two steps of time and stay as they were seen until the next look. While the
 * past is played again there are no processes. Used under the model's lock.
 *
 * <pre>
 *   played again -----> the time in which no cloud was there -----> looked at
 *   as entries tell     all answer: the model's stacks go on        as processes are; the tasks of before are lost
 * </pre>
 */
final class SeenTasks implements TaskRunner {

    private enum Way {
        PLAYED, ASSUMED, LOOKED_AT
    }

    private final Map<String, Seen> present = new LinkedHashMap<>();
    private Optional<TaskRunner> processes = Optional.empty();
    private Way way = Way.PLAYED;

    void processes(TaskRunner runner) {
        processes = Optional.of(runner);
    }

    @Override
    public Task start(String taskId) {
        Seen seen = new Seen(taskId, way == Way.LOOKED_AT
                ? processes.map(runner -> runner.start(taskId))
                : Optional.empty());
        seen.answers = way == Way.ASSUMED;
        present.put(taskId, seen);
        return seen;
    }

    /** What is new of the processes. */
    void look(Instant now, Consumer<Entry> news) {
        for (Seen seen : List.copyOf(present.values())) {
            boolean runs = seen.process.map(Task::running).orElse(false);
            boolean answers = runs && seen.process.map(Task::answers).orElse(false);
            if (runs != seen.runs || answers != seen.answers) {
                seen(seen.id, runs, answers);
                news.accept(new Entry.TaskSeen(now, seen.id, runs, answers));
            }
        }
    }

    /** Whether one of them does not answer. */
    boolean waiting() {
        return present.values().stream().anyMatch(seen -> !seen.answers);
    }

    /** What an entry tells; false when there is no such task. */
    boolean seen(String taskId, boolean runs, boolean answers) {
        Seen seen = present.get(taskId);
        if (seen == null) {
            return false;
        }
        seen.runs = runs;
        seen.answers = answers;
        if (!runs) {
            present.remove(taskId);
        }
        return true;
    }

    /** From now on all answer: nobody was there to see what they did. */
    void assume() {
        way = Way.ASSUMED;
        present.values().forEach(seen -> seen.answers = true);
    }

    /** What ran them is gone, and they with it. */
    void lose() {
        way = Way.PLAYED;
        for (Seen seen : present.values()) {
            seen.runs = false;
            seen.answers = false;
            seen.lost = true;
        }
        present.clear();
    }

    /** From now on tasks are processes. */
    void live() {
        way = Way.LOOKED_AT;
    }

    private static final class Seen implements Task {

        private final String id;
        private final Optional<Task> process;
        private boolean runs = true;
        private boolean answers;
        private boolean lost;

        Seen(String id, Optional<Task> process) {
            this.id = id;
            this.process = process;
        }

        @Override
        public boolean running() {
            return runs;
        }

        @Override
        public boolean answers() {
            return answers;
        }

        @Override
        public boolean lost() {
            return lost;
        }

        @Override
        public void terminate() {
            process.ifPresent(Task::terminate);
        }
    }
}
