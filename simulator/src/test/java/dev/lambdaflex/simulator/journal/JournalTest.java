package dev.lambdaflex.simulator.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.lambdaflex.simulator.model.Fault;
import dev.lambdaflex.simulator.model.testing.VirtualClock;
import dev.lambdaflex.weights.split.Tier;

class JournalTest {

    private static final long SEED = 7;

    @TempDir
    private Path folder;
    private final VirtualClock wall = new VirtualClock();

    @Test
    void anAcceptedChangeIsWrittenBeforeItsAnswerAndNothingElseIs() throws IOException {
        KeptWorld world = world();
        String zone = world.cloud().zone().id();
        world.call("route53", Requests.route53("GET", "hostedzone/%s/rrset".formatted(zone), ""));
        assertThat(world.call("route53", Requests.change(zone, "DELETE", Requests.text("a.example.test", "1"))))
                .contains("InvalidChangeBatch");
        assertThat(lines()).hasSize(1);
        world.call("route53", Requests.change(zone, "CREATE", Requests.text("a.example.test", "1")));
        assertThat(lines()).hasSize(2).last().asString().contains("\"service\":\"route53\"", "\"check\":\"200-");
        world.kill();
    }

    @Test
    void aChangeThatWasCutShortNeverHappened() throws IOException {
        KeptWorld world = world();
        String zone = world.cloud().zone().id();
        world.call("route53", Requests.change(zone, "CREATE", Requests.text("a.example.test", "1")));
        world.second();
        world.call("route53", Requests.change(zone, "CREATE", Requests.text("b.example.test", "1")));
        world.kill();
        Path file = folder.resolve(Journal.FILE);
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length - 20));
        KeptWorld next = world();
        assertThat(next.call("route53", Requests.route53("GET", "hostedzone/%s/rrset".formatted(zone), "")))
                .contains("a.example.test")
                .doesNotContain("b.example.test");
        next.kill();
    }

    @Test
    void aBrokenLineIsNamed() throws IOException {
        world().kill();
        Files.writeString(folder.resolve(Journal.FILE), "{\"at\":1}\n", StandardOpenOption.APPEND);
        assertThatThrownBy(this::world).isInstanceOf(JournalRefused.class)
                .hasMessage("%s, line 2: no text 'at'; remove the file for a new cloud",
                        folder.resolve(Journal.FILE));
    }

    @Test
    void aFileThatIsNoJournalIsNamed() throws IOException {
        Files.writeString(folder.resolve(Journal.FILE), "hello\n");
        assertThatThrownBy(this::world).isInstanceOf(JournalRefused.class)
                .hasMessageEndingWith("line 1: no JSON object; remove the file for a new cloud");
        Files.writeString(folder.resolve(Journal.FILE), "{\"format\":9}\n");
        assertThatThrownBy(this::world).hasMessageContaining("line 1: format: 9 (expected: 1)");
    }

    @Test
    void aJournalOfAnotherSeedIsRefused() {
        world().kill();
        assertThatThrownBy(() -> new KeptWorld(folder, wall, 8)).isInstanceOf(JournalRefused.class)
                .hasMessage("%s is of a cloud with seed 7, speed 1.00, app shop in example.test. (expected: seed 8, "
                        + "speed 1.00, app shop in example.test.); start it as it was, or remove the file for a new cloud",
                        folder.resolve(Journal.FILE));
    }

    @Test
    void aJournalThatLeadsElsewhereIsRefused() throws IOException {
        KeptWorld world = world();
        world.call("cloudformation", Requests.createStack("token-1", 1));
        world.passUntil(world::settled);
        world.kill();
        Path file = folder.resolve(Journal.FILE);
        String text = Files.readString(file);
        Files.writeString(file, text.replaceFirst("\"check\":\"200-\\w+\"", "\"check\":\"200-00000000\""));
        assertThatThrownBy(this::world).isInstanceOf(JournalRefused.class)
                .hasMessageContaining(
                        "line 2: it does not come out as it did, for cloudformation CreateStack now answers 200-")
                .hasMessageEndingWith("remove the file for a new cloud");
        Files.writeString(file, text.replaceFirst("\"task\":\\{\"id\":\"[^\"]+", "\"task\":{\"id\":\"nobody"));
        assertThatThrownBy(this::world).hasMessageContaining("there is no task nobody");
    }

    @Test
    void twoCloudsDoNotShareAFolder() {
        KeptWorld world = world();
        assertThatThrownBy(this::world).isInstanceOf(JournalRefused.class).hasMessageContaining("in use");
        world.kill();
    }

    @Test
    void faultsAndThePortAreKept() {
        KeptWorld world = world();
        world.fault(Fault.LAMBDA_SICK, true);
        world.fault(Fault.ROUTE_53_AWAY, true);
        world.fault(Fault.FARGATE_SICK, true);
        world.second();
        world.fault(Fault.FARGATE_SICK, false);
        world.keeping().dataPort(4711);
        world.kill();
        Journal journal = Journal.in(folder, new Origin(SEED, 1, "shop", "example.test."), wall);
        assertThat(journal.dataPort()).contains(4711);
        journal.close();
        KeptWorld next = world();
        assertThat(next.cloud().app("shop").sickness().isSick(Tier.LAMBDA)).isTrue();
        assertThat(next.cloud().app("shop").sickness().isSick(Tier.FARGATE)).isFalse();
        assertThat(next.call("route53", Requests.route53("GET", "hostedzone", ""))).contains("ServiceUnavailable");
        next.kill();
    }

    @Test
    void whatCannotBeWrittenIsNotDone() {
        KeptWorld world = world();
        String zone = world.cloud().zone().id();
        world.kill();
        List<String> failures = new ArrayList<>();
        for (String name : List.of("a.example.test", "b.example.test")) {
            try {
                world.call("route53", Requests.change(zone, "CREATE", Requests.text(name, "1")));
            } catch (UncheckedIOException e) {
                failures.add(name);
            }
        }
        assertThat(failures).hasSize(2);
        assertThat(world.cloud().zone().records()).noneMatch(record -> record.name().startsWith("b."));
    }

    private KeptWorld world() {
        return new KeptWorld(folder, wall, SEED);
    }

    private List<String> lines() throws IOException {
        return Files.readAllLines(folder.resolve(Journal.FILE));
    }
}
