package dev.lambdaflex.simulator.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lambdaflex.simulator.load.Outcome.Bad;
import dev.lambdaflex.simulator.load.Outcome.Indeterminate;
import dev.lambdaflex.simulator.load.Outcome.Lost;
import dev.lambdaflex.simulator.load.Outcome.Wrong;
import dev.lambdaflex.simulator.load.testing.LoadRig;
import dev.lambdaflex.simulator.load.testing.StubShop;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Servers that fail in each way that a network offers. */
class TroubleTest {

    private static final Duration SHORT = Duration.ofMillis(300);

    private final LoadRig rig = new LoadRig();

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void refusedConnectionIsLostForReadsAndWritesAlike() throws Exception {
        int port;
        try (ServerSocket nobody = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = nobody.getLocalPort();
        }

        Counts reads = rig.run(LoadRig.target(port), RequestMix.onlyReads(), 10);
        Counts writes = rig.run(LoadRig.target(port), RequestMix.onlyAdds(), 10);

        assertThat(reads.lost()).isEqualTo(10);
        assertThat(writes.lost()).isEqualTo(10);
        assertThat(writes.indeterminate()).isZero();
        assertThat(first(writes, Lost.class).reason()).startsWith("connect: ").contains("refused");
    }

    @Test
    void resetAfterTheRequestIsLostForReadsAndIndeterminateForWrites() throws Exception {
        int port = netServer(socket -> socket.handler(_ -> socket.close()));

        assertThat(rig.run(LoadRig.target(port), RequestMix.onlyReads(), 10).lost()).isEqualTo(10);
        Counts writes = rig.run(LoadRig.target(port), RequestMix.onlyAdds(), 10);
        assertThat(writes.indeterminate()).isEqualTo(10);
        assertThat(writes.lost()).isZero();
        assertThat(first(writes, Indeterminate.class).status()).isEmpty();
    }

    @Test
    void answerThatIsCutIsNotTakenForWhole() throws Exception {
        String head = "HTTP/1.1 200 OK\r\nx-lambdaflex-tier: lambda\r\ncontent-length: 100\r\n\r\n{\"id\":1";
        int port = netServer(socket -> socket.handler(_ -> socket.end(Buffer.buffer(head))));

        Counts reads = rig.run(LoadRig.target(port), RequestMix.onlyReads(), 10);
        Counts writes = rig.run(LoadRig.target(port), RequestMix.onlyAdds(), 10);

        assertThat(reads.lost()).isEqualTo(10);
        assertThat(first(reads, Lost.class).reason()).startsWith("status 200, and then: ");
        assertThat(writes.indeterminate()).isEqualTo(10);
    }

    @Test
    void silenceIsLostForReadsAndIndeterminateForWrites() throws Exception {
        StubShop mute = StubShop.open(rig.vertx(), (_, _) -> {});
        Target target = LoadRig.target(mute.port()).withTimeout(SHORT);

        Counts reads = rig.run(target, RequestMix.onlyReads(), 10);
        Counts writes = rig.run(target, RequestMix.onlyAdds(), 10);

        assertThat(reads.lost()).isEqualTo(10);
        assertThat(first(reads, Lost.class).reason()).isEqualTo("timeout: no complete answer within PT0.3S");
        assertThat(writes.indeterminate()).isEqualTo(10);
    }

    @Test
    void writeThatGotNoConnectionInTimeIsLostForItWasNeverSent() throws Exception {
        StubShop mute = StubShop.open(rig.vertx(), (_, _) -> {});
        Target target = LoadRig.target(mute.port()).withConnections(1).withTimeout(SHORT);
        Load load = rig.start(target, RequestMix.onlyAdds());

        load.follow(LoadShape.startingAt(1e6).hold(Duration.ofNanos(100_500)).to(0, Duration.ZERO));
        LoadRig.awaitDue(load, 100);
        Counts counts = LoadRig.end(load);

        // The first one has the only connection; the others time out while they wait for it, or for the next one to open.
        assertThat(counts.indeterminate()).isPositive();
        assertThat(counts.lost()).isPositive();
        assertThat(counts.lost() + counts.indeterminate()).isEqualTo(100);
        assertThat(first(counts, Lost.class).reason()).startsWith("connect: timeout");
    }

    @Test
    void lateAnswerDoesNotReachAnotherRequest() throws Exception {
        StubShop slow = StubShop.open(rig.vertx(), (shop, asked) -> {
            long delay = asked.path().contains("3") ? 2 * SHORT.toMillis() : 1;
            rig.vertx().setTimer(delay, _ -> shop.serve(asked));
        });
        Target target = LoadRig.target(slow.port()).withTimeout(SHORT);

        Counts counts = rig.run(target, RequestMix.onlyReads(), 100);

        assertThat(counts.wrong()).isZero();
        assertThat(counts.lost()).isPositive();
        assertThat(counts.answered() + counts.lost()).isEqualTo(100);
    }

    @Test
    void errorStatusIsLost() throws Exception {
        StubShop bad = StubShop.open(rig.vertx(),
                (_, asked) -> StubShop.end(asked, 500, "fargate", new JsonObject().put("detail", "drill")));

        Counts counts = rig.run(LoadRig.target(bad.port()), RequestMix.usual(), 20);

        assertThat(counts.lost()).isEqualTo(20);
        assertThat(first(counts, Lost.class).status()).hasValue(500);
        assertThat(first(counts, Lost.class).reason()).isEqualTo("status 500 from fargate: {\"detail\":\"drill\"}");
    }

    /** Each second echo gets the text of the one before. */
    @Test
    void mixedUpAnswersAreWrong() throws Exception {
        String[] before = {"none"};
        int[] number = {0};
        StubShop mixedUp = StubShop.open(rig.vertx(), (shop, asked) -> {
            String text = asked.request().getParam("text");
            if (number[0]++ % 2 == 0) {
                shop.serve(asked);
            } else {
                StubShop.end(asked, 200, "lambda",
                        new JsonObject().put("text", before[0]).put("sha256", Echo.sha256(before[0])));
            }
            before[0] = text;
        });

        Counts counts = rig.run(LoadRig.target(mixedUp.port()).withConnections(1), RequestMix.onlyEchoes(), 20);

        assertThat(counts.wrong()).isEqualTo(10);
        assertThat(counts.answered()).isEqualTo(10);
        assertThat(first(counts, Wrong.class).reason()).contains("text: 2a-1 ", "(expected: 2a-2 ");
    }

    @Test
    void answerThatNamesNoTierIsWrong() throws Exception {
        StubShop nameless = StubShop.open(rig.vertx(), this::withoutTier);

        Counts counts = rig.run(LoadRig.target(nameless.port()), RequestMix.onlyReads(), 10);

        assertThat(counts.wrong()).isEqualTo(10);
        assertThat(counts.answered()).isZero();
    }

    @Test
    void firstFiftyOfEachKindAreKeptInDetail() throws Exception {
        StubShop bad = StubShop.open(rig.vertx(), (shop, asked) -> {
            if (asked.path().endsWith("1")) {
                withoutTier(shop, asked);
            } else {
                StubShop.end(asked, 503, "lambda", new JsonObject());
            }
        });

        Counts counts = rig.run(LoadRig.target(bad.port()), RequestMix.onlyReads(), 400);

        assertThat(counts.lost()).isGreaterThan(50);
        assertThat(counts.wrong()).isGreaterThan(50);
        assertThat(counts.troubles()).hasSize(100);
        Trouble trouble = counts.troubles().getFirst();
        assertThat(trouble.method()).isEqualTo("GET");
        assertThat(trouble.path()).startsWith("/pets/");
    }

    private void withoutTier(StubShop shop, StubShop.Asked asked) {
        HttpServerResponse response = asked.request().response();
        response.headersEndHandler(_ -> response.headers().remove("x-lambdaflex-tier"));
        shop.serve(asked);
    }

    private int netServer(Handler<NetSocket> handler) throws Exception {
        NetServer server = rig.vertx().createNetServer().connectHandler(handler);
        return server.listen(0, "127.0.0.1").await(20, TimeUnit.SECONDS).actualPort();
    }

    private static <B extends Bad> B first(Counts counts, Class<B> kind) {
        return counts.troubles()
                .stream()
                .map(Trouble::outcome)
                .filter(kind::isInstance)
                .map(kind::cast)
                .findFirst()
                .orElseThrow();
    }
}
