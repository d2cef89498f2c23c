package dev.lambdaflex.cli.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

import dev.lambdaflex.cli.console.CommandFailure;
import dev.lambdaflex.cli.console.ExitCode;
import dev.lambdaflex.simulator.plane.process.Children;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** With a shell in the place of a server: it says that it is ready and waits for the end of its input. */
class SupervisedTest {

    private static final String SERVE = "echo starting; echo '{\"event\":\"ready\",\"port\":%d}'; exec cat >/dev/null";

    private final Children children = new Children();
    private final List<String> news = new CopyOnWriteArrayList<>();

    @AfterEach
    void end() {
        children.close();
    }

    @Test
    void whatDiesIsStartedAgainWhereItServed() throws InterruptedException {
        try (Supervised server = start(served -> SERVE.formatted(
                served.map(where -> where.getInteger("port")).orElse(7)))) {
            assertThat(server.ready().getInteger("port")).isEqualTo(7);
            long first = server.pid().orElseThrow();
            server.kill();
            await().atMost(Duration.ofSeconds(10)).until(() -> news.contains("the server serves again"));
            assertThat(server.pid()).isPresent().get().isNotEqualTo(first);
            assertThat(server.ready().getInteger("port")).isEqualTo(7);
            assertThat(server.deaths()).isEqualTo(1);
            assertThat(news).containsExactly("the server died (exit code 137) and is started again",
                    "the server serves again");
        }
    }

    @Test
    void whatIsClosedStaysDead() throws InterruptedException {
        Supervised server = start(_ -> SERVE.formatted(7));
        server.close();
        assertThat(server.pid()).isEmpty();
        await().pollDelay(Duration.ofMillis(300)).until(() -> children.pids().isEmpty());
        assertThat(news).isEmpty();
    }

    @Test
    void whatDoesNotComeUpSaysWhyInItsOwnWords() {
        assertThatThrownBy(() -> start(_ -> "echo 'lambdaflex: port 80 is taken' >&2; exit 69"))
                .isInstanceOfSatisfying(CommandFailure.class, failure -> {
                    assertThat(failure.sentence()).isEqualTo("port 80 is taken");
                    assertThat(failure.exitCode()).isEqualTo(ExitCode.UNAVAILABLE);
                });
        assertThatThrownBy(() -> start(_ -> "exit 3"))
                .hasMessage("the server did not come up (exit code 3)");
    }

    @FunctionalInterface
    private interface Script {
        String after(Optional<JsonObject> served);
    }

    private Supervised start(Script script) throws InterruptedException {
        return Supervised.start("server", children, served -> List.of("/bin/sh", "-c", script.after(served)), Map.of(),
                news::add);
    }
}
