package dev.lambdaflex.cli.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.cloudformation.model.StackStatus;

/** The cloud is killed, once at rest and once in the middle of a removal, and is the same cloud when it is started again. */
class CloudRestartIT {

    private static final Duration LONGEST = Duration.ofSeconds(40);

    @TempDir
    private Path folder;
    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void aKilledCloudIsTheSameWhenItIsStartedAgain() throws InterruptedException {
        try (CloudAlone cloud = new CloudAlone(folder); LocalAccount account = new LocalAccount(cloud.api())) {
            String zone = account.zone();
            account.createStack();
            String note = account.change(zone, LocalAccount.text()).id();
            reached(account, LocalAccount.STACK, StackStatus.CREATE_COMPLETE);
            String alias = account.change(zone, account.alias()).id();
            await().atMost(LONGEST).until(() -> serves(cloud));
            account.reserve(7);
            Map<String, String> before = account.look(zone, List.of(note, alias));
            List<String> tasks = account.tasks();

            cloud.kill();
            cloud.startAgain();

            assertThat(account.look(zone, List.of(note, alias))).containsExactlyEntriesOf(before);
            await().atMost(LONGEST).until(() -> serves(cloud));
            assertThat(account.tasks()).isNotEmpty().doesNotContainAnyElementsOf(tasks);
            assertThat(account.look(zone, List.of(note, alias))).containsExactlyEntriesOf(before);

            String id = account.stack(LocalAccount.STACK).stackId();
            account.deleteStack();
            cloud.kill();
            cloud.startAgain();
            reached(account, id, StackStatus.DELETE_COMPLETE);
            assertThat(account.balancers()).isZero();

            cloud.kill();
            assertThat(cloud.startWithAnotherSeed()).startsWith("69: ")
                    .contains("cloud.journal is of a cloud with seed 11, speed 300, app shop in lambdaflex.test.");
        }
    }

    private static void reached(LocalAccount account, String stack, StackStatus status) {
        await().atMost(LONGEST).until(() -> account.stack(stack).stackStatus() == status);
    }

    private boolean serves(CloudAlone cloud) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(cloud.balancer()).timeout(Duration.ofSeconds(5)).build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException _) {
            return false;
        }
    }
}
