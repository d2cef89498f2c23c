package dev.lambdaflex.proxy.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import dev.lambdaflex.proxy.EdgeWeights;
import dev.lambdaflex.proxy.Upstream;
import dev.lambdaflex.proxy.WeightSource.Subscription;
import dev.lambdaflex.weights.split.Split;
import dev.lambdaflex.weights.split.Tier;

class Route53WeightsTest {

    private final BlockingQueue<EdgeWeights> given = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> asked = new LinkedBlockingQueue<>();
    private final AtomicInteger refused = new AtomicInteger();
    private volatile String listing = "";
    private volatile boolean down;
    private @Nullable HttpServer server;
    private @Nullable Route53Weights weights;

    @BeforeEach
    void open() throws IOException {
        HttpServer started = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        started.createContext("/", this::answer);
        started.start();
        server = started;
        URI endpoint = URI.create("http://127.0.0.1:" + started.getAddress().getPort());
        Route53Source source = new Route53Source("Z1", "Shop.example.test.", Optional.of(endpoint),
                Optional.of(new Route53Source.Keys("id", "secret", Optional.empty())), Duration.ofMillis(5));
        weights = Route53Weights.open(source, Locator.TLS);
    }

    @AfterEach
    void close() {
        Optional.ofNullable(weights).ifPresent(Route53Weights::close);
        Optional.ofNullable(server).ifPresent(it -> it.stop(0));
    }

    @Test
    void theRecordsAreTheWeights() throws InterruptedException {
        listing = record("lambda", 95, "d-1.execute-api.eu-central-1.amazonaws.com.")
                + record("fargate", 5, "shop-1.eu-central-1.elb.amazonaws.com.");
        subscribed(() -> {
            EdgeWeights first = next();
            assertThat(first.split()).isEqualTo(Split.ofPercent(5));
            assertThat(first.lambda()).contains(new Upstream(Tier.LAMBDA, "d-1.execute-api.eu-central-1.amazonaws.com",
                    443, true, Optional.empty()));
            assertThat(first.fargate()).map(Upstream::host).contains("shop-1.eu-central-1.elb.amazonaws.com");
            assertThat(asked.take()).isEqualTo(
                    "GET /2013-04-01/hostedzone/Z1/rrset?name=shop.example.test.&type=A&maxitems=10");
        });
    }

    @Test
    void aChangeRaisesTheVersionAndALookThatSawNoneDoesNot() throws InterruptedException {
        listing = record("lambda", 100, "api.test.");
        subscribed(() -> {
            assertThat(next().version()).isEqualTo(next().version());
            listing = record("lambda", 90, "api.test.") + record("fargate", 10, "lb.test.");
            EdgeWeights changed = next();
            while (changed.version() == 1) {
                changed = next();
            }
            assertThat(changed.version()).isEqualTo(2);
            assertThat(changed.split()).isEqualTo(Split.ofPercent(10));
        });
    }

    @Test
    void whileRoute53IsDownNothingIsGivenAndAfterwardsItGoesOn() throws InterruptedException {
        listing = record("lambda", 100, "api.test.");
        subscribed(() -> {
            next();
            down = true;
            while (refused.get() < 3) {
                asked.take();
            }
            given.clear();
            assertThat(given).isEmpty();
            down = false;
            assertThat(next().split()).isEqualTo(Split.ALL_LAMBDA);
        });
    }

    @Test
    void besideAForeignRecordNothingIsGiven() throws InterruptedException {
        listing = record("lambda", 50, "api.test.") + record("blue", 50, "blue.test.");
        subscribed(() -> {
            asked.take();
            asked.take();
            assertThat(given).isEmpty();
        });
    }

    @Test
    void nothingIsGivenBeforeThereAreRecords() throws InterruptedException {
        subscribed(() -> {
            asked.take();
            asked.take();
            assertThat(given).isEmpty();
        });
    }

    /** A test that may wait. */
    @FunctionalInterface
    private interface Waiting {
        void run() throws InterruptedException;
    }

    private void subscribed(Waiting test) throws InterruptedException {
        Subscription subscription = Optional.ofNullable(weights).orElseThrow().subscribe(given::add);
        try {
            test.run();
        } finally {
            subscription.cancel();
        }
    }

    private EdgeWeights next() throws InterruptedException {
        return Optional.ofNullable(given.poll(20, TimeUnit.SECONDS)).orElseThrow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        boolean refuse = down;
        asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
        byte[] body = (refuse
                ? "<ErrorResponse><Error><Code>ServiceUnavailable</Code><Message>down</Message></Error></ErrorResponse>"
                : "<ListResourceRecordSetsResponse><ResourceRecordSets>" + listing
                        + "</ResourceRecordSets><IsTruncated>false</IsTruncated></ListResourceRecordSetsResponse>")
                .getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(refuse ? 503 : 200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
        if (refuse) {
            refused.incrementAndGet();
        }
    }

    private static String record(String id, int weight, String target) {
        return """
                <ResourceRecordSet><Name>shop.example.test.</Name><Type>A</Type><SetIdentifier>%s</SetIdentifier><Weight>%d</Weight>\
                <AliasTarget><HostedZoneId>Z</HostedZoneId><DNSName>%s</DNSName><EvaluateTargetHealth>true</EvaluateTargetHealth>\
                </AliasTarget></ResourceRecordSet>"""
                .formatted(id, weight, target);
    }
}
