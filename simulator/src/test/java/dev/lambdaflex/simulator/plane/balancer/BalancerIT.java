package dev.lambdaflex.simulator.plane.balancer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.lambdaflex.simulator.plane.process.ProcessSandboxes;
import dev.lambdaflex.simulator.plane.CannotListen;
import dev.lambdaflex.simulator.plane.Endpoint;
import dev.lambdaflex.simulator.plane.Loop;
import dev.lambdaflex.simulator.plane.fargate.Container;
import dev.lambdaflex.simulator.plane.fargate.Task;
import dev.lambdaflex.simulator.plane.fargate.Tasks;
import dev.lambdaflex.simulator.plane.process.Children;
import dev.lambdaflex.simulator.plane.testing.RecordingMeter;
import dev.lambdaflex.simulator.plane.testing.RecordingMeter.Served;
import dev.lambdaflex.simulator.plane.testing.Results;
import dev.lambdaflex.simulator.plane.testing.Timings;
import dev.lambdaflex.simulator.plane.testing.Workload;
import dev.lambdaflex.weights.split.Tier;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The balancer's socket in front of real server processes. */
class BalancerIT {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Endpoint ANY_PORT = new Endpoint("127.0.0.1", 0);

    private final Vertx vertx = Vertx.vertx();
    private final Loop loop = Results.of(Loop.create(vertx));
    private final Children children = new Children();
    private final RecordingMeter meter = new RecordingMeter();
    private final Timings timings = new Timings();
    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private volatile List<Target> registered = List.of();
    private Endpoint front = ANY_PORT;

    @AfterEach
    void end() {
        client.close();
        children.close();
        Results.of(vertx.close());
    }

    @Test
    void healthyTargetsTakeTurnsAndTheOthersGetNothing() throws Exception {
        Task first = task();
        Task second = task();
        Task sick = task();
        registered = List.of(target("1", first, true), target("2", second, true), target("3", sick, false));
        open();

        Set<String> pids = new HashSet<>();
        for (int i = 0; i < 6; i++) {
            pids.add(get("/pid").body());
        }
        assertThat(pids).hasSize(2);

        registered = List.of(target("3", sick, false));
        assertThat(get("/pid").body()).as("fails open").isNotEmpty();
        assertThat(pids).doesNotContain(get("/pid").body());
        // A client has its whole answer before the balancer sees that the target's has ended.
        await().atMost(SOON).until(() -> meter.served.size() == 8);
        assertThat(meter.statuses()).containsOnly(200);
    }

    @Test
    void withoutTargetsItIsUnavailable() throws Exception {
        open();
        HttpResponse<String> response = get("/");

        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.headers().firstValue("server")).hasValue("awselb/2.0");
        assertServedOnce(503, true);
    }

    @Test
    void aTargetThatRefusesIsABadGatewayAndIsNotTriedAgain() throws Exception {
        int nobody;
        try (ServerSocket socket = new ServerSocket(0)) {
            nobody = socket.getLocalPort();
        }
        registered = List.of(new Target("1", ANY_PORT.withPort(nobody), true));
        open();

        assertThat(get("/").statusCode()).isEqualTo(502);
        assertServedOnce(502, true);
        assertThat(meter.targetErrors).hasValue(1);
    }

    @Test
    void aTargetThatDiesBeforeItAnswersIsABadGateway() throws Exception {
        registered = List.of(target("1", task(), true));
        open();

        assertThat(get("/halt").statusCode()).isEqualTo(502);
        assertServedOnce(502, true);
    }

    @Test
    void aTargetThatDiesMidwayCutsTheAnswer() throws Exception {
        registered = List.of(target("1", task(), true));
        open();

        assertThatThrownBy(() -> get("/halt-midway")).isInstanceOf(IOException.class);
        assertServedOnce(200, false);
    }

    @Test
    void aSilentTargetIsATimeout() throws Exception {
        timings.idleTimeout = Duration.ofMillis(600);
        registered = List.of(target("1", task(), true));
        open();

        assertThat(get("/hang").statusCode()).isEqualTo(504);
        assertServedOnce(504, true);
    }

    @Test
    void aRequestInFlightToADrainingTargetIsFinished() throws Exception {
        Task draining = task();
        registered = List.of(target("1", draining, true));
        open();
        CompletableFuture<HttpResponse<String>> slow = client.sendAsync(request("/slow").build(),
                BodyHandlers.ofString());
        await().atMost(SOON).until(() -> meter.inFlight.get() == 1);

        Task next = task();
        registered = List.of(target("2", next, true));
        draining.terminate(SOON);
        String other = get("/pid").body();

        HttpResponse<String> finished = slow.get(30, TimeUnit.SECONDS);
        assertThat(finished.statusCode()).isEqualTo(200);
        assertThat(finished.body()).isNotEqualTo(other);
    }

    @Test
    void bothDirectionsStreamWithoutWaitingForTheEnd() throws Exception {
        registered = List.of(target("1", task(), true));
        open();
        try (Socket socket = connect()) {
            OutputStream out = socket.getOutputStream();
            out.write(utf8("POST /drip HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na\r\n"));
            InputStream in = socket.getInputStream();
            readUntil(in, "a\r\n");
            out.write(utf8("1\r\nb\r\n"));
            readUntil(in, "b\r\n");
            out.write(utf8("0\r\n\r\n"));
            readUntil(in, "0\r\n\r\n");
        }
        assertServedOnce(200, false);
    }

    @Test
    void largeBodiesArriveWholeInBothDirections() throws Exception {
        registered = List.of(target("1", task(), true));
        open();

        HttpRequest upload = request("/crc").POST(BodyPublishers.ofByteArray(Workload.blob())).build();
        assertThat(client.send(upload, BodyHandlers.ofString()).body()).isEqualTo(Workload.crc(Workload.blob()));
        HttpResponse<byte[]> download = client.send(request("/blob").build(), BodyHandlers.ofByteArray());
        assertThat(download.body()).isEqualTo(Workload.blob());
    }

    @Test
    void aReaderThatStopsStopsTheTargetAndGetsTheRestLater() throws Exception {
        registered = List.of(target("1", task(), true));
        open();
        HttpResponse<InputStream> download = client.send(request("/blob").build(), BodyHandlers.ofInputStream());
        try (InputStream in = download.body()) {
            byte[] first = in.readNBytes(1_000_000);
            await().during(Duration.ofMillis(300)).atMost(SOON).until(() -> meter.served.isEmpty());
            byte[] rest = in.readAllBytes();
            assertThat(first.length + rest.length).isEqualTo(Workload.blob().length);
        }
        assertServedOnce(200, false);
    }

    @Test
    void theTargetLearnsAboutTheClientAndHopByHopHeadersStay() throws Exception {
        registered = List.of(target("1", task(), true));
        open();
        String seen;
        try (Socket socket = connect()) {
            socket.getOutputStream()
                    .write(utf8(String.join("\r\n", "GET /headers HTTP/1.1", "Host: app.example.com",
                            "X-Forwarded-For: 203.0.113.9", "Connection: close, X-Secret", "X-Secret: 1", "", "")));
            seen = new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
        assertThat(seen).contains("X-forwarded-for=[203.0.113.9, 127.0.0.1]", "X-forwarded-proto=[http]",
                "X-forwarded-port=[%d]".formatted(front.port()), "X-amzn-trace-id=[Root=1-", "Host=[app.example.com]")
                .doesNotContain("X-secret");
    }

    @Test
    void aConnectionPastItsAgeIsClosedAfterItsNextAnswer() throws Exception {
        timings.clientKeepAlive = Duration.ofMillis(400);
        registered = List.of(target("1", task(), true));
        open();
        try (Socket socket = connect()) {
            long since = System.nanoTime();
            String last = "";
            while (!last.toLowerCase(Locale.ROOT).contains("connection: close")) {
                assertThat(System.nanoTime() - since).isLessThan(SOON.toNanos());
                socket.getOutputStream().write(utf8("GET /pid HTTP/1.1\r\nHost: x\r\n\r\n"));
                last = readUntil(socket.getInputStream(), "\r\n\r\n");
                readLength(socket.getInputStream(), last);
            }
            assertThat(System.nanoTime() - since).isGreaterThan(Duration.ofMillis(400).toNanos());
            assertThat(socket.getInputStream().read()).isEqualTo(-1);
        }
        assertThat(meter.connections).hasValue(1);
    }

    @Test
    void aClientThatLeavesIsCountedOnce() throws Exception {
        registered = List.of(target("1", task(), true));
        open();
        try (Socket socket = connect()) {
            socket.getOutputStream().write(utf8("GET /hang HTTP/1.1\r\nHost: x\r\n\r\n"));
            await().atMost(SOON).until(() -> meter.inFlight.get() == 1);
        }
        assertServedOnce(460, true);
    }

    @Test
    void anAnswerBeforeTheBodyWasSentEndsTheConnection() throws Exception {
        open();
        try (Socket socket = connect()) {
            socket.getOutputStream()
                    .write(utf8("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1000000\r\n\r\nGET /smuggled"));
            assertThat(new String(socket.getInputStream().readAllBytes(), UTF_8)).startsWith("HTTP/1.1 503 ");
        }
        assertServedOnce(503, true);
    }

    @Test
    void itCanBeClosedAndOpenedAgain() throws Exception {
        registered = List.of(target("1", task(), true));
        Balancer balancer = open();
        assertThat(get("/pid").statusCode()).isEqualTo(200);
        Results.of(balancer.close(Duration.ofSeconds(5)));
        assertThatThrownBy(() -> get("/pid")).isInstanceOf(ConnectException.class);

        front = Results.of(balancer.open());
        assertThat(get("/pid").statusCode()).isEqualTo(200);
        assertThat(Results.of(balancer.open())).isEqualTo(front);
    }

    @Test
    void closingLetsRequestsInFlightEnd() throws Exception {
        registered = List.of(target("1", task(), true));
        Balancer balancer = open();
        CompletableFuture<HttpResponse<String>> slow = client.sendAsync(request("/slow").build(),
                BodyHandlers.ofString());
        await().atMost(SOON).until(() -> meter.inFlight.get() == 1);

        Results.of(balancer.close(Duration.ofSeconds(20)));
        assertThat(slow.get(30, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
    }

    @Test
    void aPortInUseIsSaidInOneSentenceAndCanBeTriedAgain() throws Exception {
        Balancer balancer;
        Endpoint at;
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            at = ANY_PORT.withPort(taken.getLocalPort());
            balancer = new Balancer(loop, at, () -> registered, timings.build(), meter);
            assertThatThrownBy(() -> Results.of(balancer.open())).isInstanceOf(CannotListen.class)
                    .hasMessage(
                            "the load balancer cannot listen on %s: the port is already in use (expected: a free port)",
                            at);
        }
        assertThat(Results.of(balancer.open())).isEqualTo(at);
    }

    private Balancer open() {
        Balancer balancer = new Balancer(loop, ANY_PORT, () -> registered, timings.build(), meter);
        front = Results.of(balancer.open());
        return balancer;
    }

    private Task task() {
        Task task = new Tasks(loop, new Container(Map.of(), 512),
                new ProcessSandboxes(children, Workload.command("server")),
                timings.build(), new RecordingMeter()).start("t");
        await().atMost(SOON).until(task::answers);
        return task;
    }

    private static Target target(String id, Task task, boolean healthy) {
        return new Target(id, task.endpoint().orElseThrow(), healthy);
    }

    private void assertServedOnce(int status, boolean gatewayMade) {
        await().atMost(SOON).until(() -> !meter.served.isEmpty());
        assertThat(meter.served).containsExactly(new Served(Tier.FARGATE, status, gatewayMade));
        assertThat(meter.inFlight).hasValue(0);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://" + front + path)).timeout(SOON);
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(request(path).build(), BodyHandlers.ofString());
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket(front.host(), front.port());
        socket.setSoTimeout(20_000);
        return socket;
    }

    private static String readUntil(InputStream in, String end) throws IOException {
        StringBuilder read = new StringBuilder();
        while (!read.toString().endsWith(end)) {
            int next = in.read();
            assertThat(next).as("connection ended after: %s", read).isNotNegative();
            read.append((char) next);
        }
        return read.toString();
    }

    private static void readLength(InputStream in, String head) throws IOException {
        int length = Integer.parseInt(head.replaceAll("(?is).*content-length: (\\d+).*", "$1"));
        assertThat(in.readNBytes(length)).hasSize(length);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(UTF_8);
    }
}
