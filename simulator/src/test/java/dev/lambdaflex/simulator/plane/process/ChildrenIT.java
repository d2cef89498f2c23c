package dev.lambdaflex.simulator.plane.process;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.lambdaflex.simulator.plane.testing.Workload;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ChildrenIT {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final int SIGTERM_EXIT = 143;
    private static final int SIGKILL_EXIT = 137;

    private final Children children = new Children();
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();

    @AfterEach
    void endAll() {
        children.close();
    }

    @Test
    void aChildIsHeardAndListed() throws Exception {
        Child child = start(Map.of(), "one", "two");

        assertThat(line()).isEqualTo("one");
        assertThat(line()).isEqualTo("two");
        assertThat(child.running()).isTrue();
        assertThat(children.pids()).containsExactly(child.pid());
        await().atMost(SOON).until(() -> child.lastWords().equals("err one\nerr two"));
    }

    @Test
    void sigtermEndsAChildThatListens() throws Exception {
        Child child = start(Map.of(), "up");
        line();
        child.stop(SOON);

        assertThat(child.exit().get(20, TimeUnit.SECONDS)).isEqualTo(SIGTERM_EXIT);
        await().atMost(SOON).until(() -> children.pids().isEmpty());
    }

    @Test
    void sigkillEndsAChildThatDoesNot() throws Exception {
        Child child = start(Map.of("TERM_MODE", "stubborn"), "up");
        line();
        child.stop(Duration.ofMillis(300));

        assertThat(child.exit().get(20, TimeUnit.SECONDS)).isEqualTo(SIGKILL_EXIT);
    }

    @Test
    void closingEndsAllAndStartsNoMore() throws Exception {
        Child first = start(Map.of("TERM_MODE", "stubborn"), "up");
        Child second = start(Map.of(), "up");
        line();
        line();
        children.close();

        assertThat(first.running()).isFalse();
        assertThat(second.running()).isFalse();
        assertThat(children.pids()).isEmpty();
        assertThatThrownBy(() -> start(Map.of(), "up")).isInstanceOf(IOException.class).hasMessageContaining("closed");
    }

    @Test
    void childrenGetNothingOfTheParentsEnvironmentButWhatTheyNeed() throws Exception {
        children.start(new ChildCommand("env", List.of("env"), Map.of("MINE", "1")), lines::add)
                .exit()
                .get(20,
                        TimeUnit.SECONDS);

        await().atMost(SOON).until(() -> lines.contains("MINE=1"));
        assertThat(lines).contains("LAMBDAFLEX_STOP_WITH_STDIN=true");
        assertThat(lines.stream().map(line -> line.substring(0, line.indexOf('=')))).isSubsetOf("MINE", "PATH", "HOME",
                "LANG", "LC_ALL", "TMPDIR", "JAVA_HOME", "LAMBDAFLEX_STOP_WITH_STDIN");
    }

    @Test
    void childrenDieWithAParentThatIsKilled() throws Exception {
        Process parent = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                System.getProperty("java.class.path"), ParentMain.class.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            List<Long> pids = pidsOnceAllAreUp(parent);
            assertThat(pids).hasSize(3).allMatch(ChildrenIT::alive);
            parent.destroyForcibly();

            await().atMost(Duration.ofSeconds(10)).until(() -> pids.stream().noneMatch(ChildrenIT::alive));
        } finally {
            parent.destroyForcibly();
        }
    }

    private static List<Long> pidsOnceAllAreUp(Process parent) throws IOException {
        BufferedReader out = new BufferedReader(new InputStreamReader(parent.getInputStream(), UTF_8));
        int up = 0;
        List<Long> pids = List.of();
        while (up < 3 || pids.isEmpty()) {
            String line = out.readLine();
            if (line.equals("up")) {
                up++;
            } else {
                pids = Pattern.compile("\\d+")
                        .matcher(line)
                        .results()
                        .map(match -> Long.valueOf(match.group()))
                        .toList();
            }
        }
        return pids;
    }

    /** A zombie is dead: an init that does not reap may leave one. */
    private static boolean alive(long pid) {
        Path stat = Path.of("/proc", Long.toString(pid), "stat");
        try {
            return ProcessHandle.of(pid).isPresent() && !(Files.exists(stat) && Files.readString(stat).contains(") Z"));
        } catch (IOException _) {
            return false;
        }
    }

    private Child start(Map<String, String> environment, String... says) throws IOException {
        List<String> command = Workload.command(
                Stream.concat(Stream.of("sleeper"), Stream.of(says))
                        .toArray(String[]::new));
        return children.start(new ChildCommand("test", command, environment), lines::add);
    }

    private String line() throws InterruptedException {
        return String.valueOf(lines.poll(20, TimeUnit.SECONDS));
    }
}
