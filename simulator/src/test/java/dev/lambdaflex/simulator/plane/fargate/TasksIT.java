package dev.lambdaflex.simulator.plane.fargate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lambdaflex.simulator.plane.process.ProcessSandboxes;
import dev.lambdaflex.simulator.plane.Loop;
import dev.lambdaflex.simulator.plane.process.Children;
import dev.lambdaflex.simulator.plane.testing.RecordingMeter;
import dev.lambdaflex.simulator.plane.testing.Results;
import dev.lambdaflex.simulator.plane.testing.Timings;
import dev.lambdaflex.simulator.plane.testing.Workload;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TasksIT {

    private static final Duration SOON = Duration.ofSeconds(30);

    private final Vertx vertx = Vertx.vertx();
    private final Loop loop = Results.of(Loop.create(vertx));
    private final Children children = new Children();
    private final RecordingMeter meter = new RecordingMeter();

    @AfterEach
    void end() {
        children.close();
        Results.of(vertx.close());
    }

    @Test
    void aTaskRunsTellsWhereAndAnswersItsProbes() {
        Task task = runner(Workload.command("server"), Map.of()).start("one");
        assertThat(task.running()).isTrue();
        assertThat(task.answers()).isFalse();

        await().atMost(SOON).until(task::answers);
        assertThat(task.endpoint()).get().satisfies(at -> assertThat(at.host()).isEqualTo("127.0.0.1"));
        assertThat(meter.tasks).hasValue(1);

        task.terminate(SOON);
        await().atMost(SOON).until(() -> !task.running() && meter.tasks.get() == 0);
        assertThat(task.answers()).isFalse();
        await().atMost(SOON).until(() -> task.stoppedReason().orElse("").contains("exit code 143"));
        assertThat(children.pids()).isEmpty();
    }

    @Test
    void aTaskThatIsNotReadyDoesNotAnswer() {
        Task task = runner(Workload.command("server"), Map.of("READY", "false")).start("one");
        await().atMost(SOON).until(() -> task.endpoint().isPresent());

        await().during(Duration.ofMillis(400)).atMost(SOON).until(() -> !task.answers());
        assertThat(task.running()).isTrue();
    }

    @Test
    void aTaskThatIgnoresSigtermIsKilledAfterTheStopTimeout() {
        Task task = runner(Workload.command("server"), Map.of("TERM_MODE", "stubborn")).start("one");
        await().atMost(SOON).until(task::answers);
        task.terminate(Duration.ofMillis(300));

        await().atMost(SOON).until(() -> !task.running());
        await().atMost(SOON).until(() -> task.stoppedReason().orElse("").contains("exit code 137"));
    }

    @Test
    void aTaskThatCannotStartSaysWhy() {
        Task task = runner(List.of("/nowhere/at-all"), Map.of()).start("one");

        assertThat(task.running()).isFalse();
        assertThat(task.answers()).isFalse();
        assertThat(task.stoppedReason()).get().asString().contains("CannotStartContainerError").contains("/nowhere");
        task.terminate(SOON);
    }

    private TaskRunner runner(List<String> command, Map<String, String> environment) {
        return new Tasks(loop, new Container(environment, 512), new ProcessSandboxes(children, command),
                new Timings().build(), meter);
    }
}
