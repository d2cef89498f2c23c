package dev.lambdaflex.simulator.plane.container;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.lambdaflex.simulator.plane.sandbox.Sandbox;
import dev.lambdaflex.simulator.plane.sandbox.Sandboxes;
import dev.lambdaflex.simulator.plane.testing.Results;
import dev.lambdaflex.simulator.plane.testing.SandboxesContract;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ContainerSandboxesIT extends SandboxesContract {

    private static final String IMAGE = "lambdaflex-sandbox-test-" + UUID.randomUUID().toString().substring(0, 8);

    private static final Vertx VERTX = Vertx.vertx();

    private final Engine engine = new Engine(VERTX, TestEngine.SOCKET);
    private final String owner = "lambdaflex-test-" + UUID.randomUUID().toString().substring(0, 8);

    @BeforeAll
    static void makeTheImage() throws IOException {
        TestEngine.image(IMAGE);
    }

    @AfterAll
    static void removeTheImage() throws IOException {
        TestEngine.removeImage(IMAGE);
        Results.of(VERTX.close());
    }

    @AfterEach
    void nothingIsLeft() throws IOException {
        sandboxes().close();
        assertThat(engine.labelled(ContainerSandboxes.OWNER, owner)).isEmpty();
    }

    @Override
    protected Sandboxes open() throws IOException {
        return open(IMAGE);
    }

    @Override
    protected Sandboxes openWithoutProgram() throws IOException {
        return open("lambdaflex-nowhere:none");
    }

    @Test
    void aContainerCanDoLittle() throws Exception {
        start("sleeper", Map.of());
        line();
        JsonObject seen = engine.inspect(sandboxes().running().getFirst());
        JsonObject limits = seen.getJsonObject("HostConfig");

        assertThat(limits.getBoolean("ReadonlyRootfs")).isTrue();
        assertThat(limits.getBoolean("Privileged")).isFalse();
        assertThat(limits.getJsonArray("CapDrop")).containsExactly("ALL");
        assertThat(limits.getJsonArray("SecurityOpt")).containsExactly("no-new-privileges:true");
        assertThat(limits.getLong("Memory")).isEqualTo(256L * 1024 * 1024).isEqualTo(limits.getLong("MemorySwap"));
        assertThat(limits.getInteger("PidsLimit")).isPositive();
        assertThat(limits.getString("NetworkMode")).isEqualTo(TestEngine.NETWORK);
        assertThat(seen.getJsonArray("Mounts")).isEmpty();
        assertThat(seen.getJsonObject("Config").getJsonObject("Labels").getMap())
                .containsEntry("dev.lambdaflex.owner", owner)
                .containsEntry("dev.lambdaflex.app", "shop")
                .containsEntry("dev.lambdaflex.tier", "fargate")
                .containsKey("dev.lambdaflex.id");
    }

    @Test
    void whatAnEarlierOwnerLeftIsRemovedAtTheStart() throws Exception {
        Sandbox left = start("sleeper", Map.of());
        line();
        open(IMAGE).close();

        await().atMost(SOON).until(() -> !left.running());
    }

    @Test
    void containersEndWithAnOwnerThatIsKilled() throws Exception {
        Process parent = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                System.getProperty("java.class.path"), OwnerMain.class.getName(), IMAGE, TestEngine.home(), owner)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader out = new BufferedReader(new InputStreamReader(parent.getInputStream(), UTF_8))) {
            assertThat(out.lines().filter("up"::equals).limit(2)).hasSize(2);
            parent.destroyForcibly();

            await().atMost(SOON).until(() -> engine.labelled(ContainerSandboxes.OWNER, owner).isEmpty());
        } finally {
            parent.destroyForcibly();
        }
    }

    @Test
    void anEngineThatIsNotThereIsNamed() {
        Engine none = new Engine(VERTX, Path.of("/nowhere/docker.sock"));

        assertThatThrownBy(() -> none.inspect("any")).isInstanceOf(EngineException.class)
                .hasMessageStartingWith("no engine can be asked at /nowhere/docker.sock: ");
    }

    private Sandboxes open(String image) throws IOException {
        return ContainerSandboxes.open(engine, image, new Place(TestEngine.NETWORK, TestEngine.home(), owner), "shop");
    }
}
