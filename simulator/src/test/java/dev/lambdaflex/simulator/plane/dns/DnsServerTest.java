package dev.lambdaflex.simulator.plane.dns;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lambdaflex.simulator.plane.CannotListen;
import dev.lambdaflex.simulator.plane.Endpoint;
import dev.lambdaflex.simulator.plane.testing.Results;
import io.vertx.core.Vertx;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Opcode;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Section;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.Type;

@TestInstance(Lifecycle.PER_CLASS)
class DnsServerTest {

    private static final Answer.Zone ZONE = new Answer.Zone("example.com", 60);
    private static final Endpoint ANY_PORT = new Endpoint("127.0.0.1", 0);

    private final Vertx vertx = Vertx.vertx();
    private final Random random = new Random(42);
    private DnsServer server;
    private SimpleResolver resolver;

    @BeforeAll
    void open() throws IOException {
        server = Results.of(DnsServer.open(vertx, ANY_PORT, this::resolve));
        resolver = new SimpleResolver("127.0.0.1");
        resolver.setPort(server.endpoint().port());
        resolver.setTimeout(Duration.ofSeconds(10));
    }

    @AfterAll
    void close() {
        Results.of(vertx.close());
    }

    private Answer resolve(String name, int type) {
        return switch (name) {
            case "api.example.com" -> type == Type.A
                    ? new Answer.Addresses(List.of(address(random.nextInt(100) < 25 ? 11 : 10)), 60)
                    : new Answer.NoData(ZONE);
            case "big.example.com" ->
                new Answer.Addresses(IntStream.range(0, 200).mapToObj(DnsServerTest::address).toList(), 5);
            case "six.example.com" -> new Answer.Addresses(List.of(addressOf("::1")), 5);
            case "text.example.com" -> new Answer.Texts(List.of("weights", "lambda=75"), 5);
            case "broken.example.com" -> throw new IllegalStateException("a bug in the zone");
            default -> name.endsWith("example.com") ? new Answer.NoSuchName(ZONE) : new Answer.Refused();
        };
    }

    @Test
    void aThousandQueriesFollowTheWeights() throws IOException {
        int fargate = 0;
        for (int i = 0; i < 1_000; i++) {
            Message reply = ask("api.example.com", Type.A);
            ARecord only = (ARecord) reply.getSection(Section.ANSWER).getFirst();
            assertThat(only.getTTL()).isEqualTo(60);
            fargate += only.getAddress().equals(address(11)) ? 1 : 0;
        }
        // 25 % of 1,000 has a standard deviation of 13.7; four of them on each side.
        assertThat(fargate).isBetween(195, 305);
    }

    @Test
    void answersAreAuthoritativeAndRepeatTheQuestionAsItWasSpelled() throws IOException {
        Message reply = ask("API.eXample.com", Type.A);

        assertThat(reply.getHeader().getFlag(Flags.AA)).isTrue();
        assertThat(reply.getHeader().getFlag(Flags.RA)).isFalse();
        assertThat(reply.getQuestion().getName()).hasToString("API.eXample.com.");
        assertThat(reply.getOPT()).isNotNull();
    }

    @Test
    void aNameWithoutTheTypeIsDeniedWithTheSoa() throws IOException {
        Message reply = ask("api.example.com", Type.AAAA);

        assertThat(reply.getRcode()).isEqualTo(Rcode.NOERROR);
        assertThat(reply.getSection(Section.ANSWER)).isEmpty();
        SOARecord soa = (SOARecord) reply.getSection(Section.AUTHORITY).getFirst();
        assertThat(soa.getName()).hasToString("example.com.");
        assertThat(soa.getTTL()).isEqualTo(60);
        assertThat(soa.getMinimum()).isEqualTo(60);
    }

    @Test
    void anUnknownNameIsNxdomainWithTheSoa() throws IOException {
        Message reply = ask("nobody.example.com", Type.A);

        assertThat(reply.getRcode()).isEqualTo(Rcode.NXDOMAIN);
        assertThat(reply.getSection(Section.AUTHORITY)).singleElement().isInstanceOf(SOARecord.class);
        assertThat(reply.getHeader().getFlag(Flags.AA)).isTrue();
    }

    @Test
    void namesOutsideTheZonesAreRefused() throws IOException {
        Message reply = ask("example.org", Type.A);

        assertThat(reply.getRcode()).isEqualTo(Rcode.REFUSED);
        assertThat(reply.getHeader().getFlag(Flags.AA)).isFalse();
    }

    @Test
    void textsAndAddressesOfBothKindsAreAnswered() throws IOException {
        TXTRecord texts = (TXTRecord) ask("text.example.com", Type.TXT).getSection(Section.ANSWER).getFirst();
        assertThat(texts.getStrings()).containsExactly("weights", "lambda=75");
        assertThat(ask("six.example.com", Type.AAAA).getSection(Section.ANSWER).getFirst().rdataToString())
                .isIn("::1", "0:0:0:0:0:0:0:1");
    }

    @Test
    void aLongAnswerIsTruncatedOverUdpAndWholeOverTcp() throws IOException {
        Message truncated = new Message(overUdp(query("big.example.com", Type.A).toWire()));
        assertThat(truncated.getHeader().getFlag(Flags.TC)).isTrue();
        assertThat(truncated.numBytes()).isLessThanOrEqualTo(512);

        assertThat(ask("big.example.com", Type.A).getSection(Section.ANSWER)).hasSize(200);
    }

    @Test
    void severalQueriesShareATcpConnection() throws IOException {
        try (Socket socket = new Socket(addressOf("127.0.0.1"), server.endpoint().port())) {
            socket.setSoTimeout(10_000);
            DataOutputStream out = new DataOutputStream(socket.getOutputStream());
            byte[] first = query("api.example.com", Type.A).toWire();
            byte[] second = query("big.example.com", Type.A).toWire();
            out.writeShort(first.length);
            out.write(first);
            out.writeShort(second.length);
            out.write(second);
            DataInputStream in = new DataInputStream(socket.getInputStream());
            assertThat(readMessage(in).getSection(Section.ANSWER)).hasSize(1);
            assertThat(readMessage(in).getSection(Section.ANSWER)).hasSize(200);
        }
    }

    @Test
    void garbageIsAnsweredWithFormerrAndHarmsNothing() throws IOException {
        byte[] garbage = "0123456789ab then no question at all".getBytes(US_ASCII);
        garbage[2] = 0;
        assertThat(new Message(overUdp(garbage)).getRcode()).isEqualTo(Rcode.FORMERR);

        byte[] random = new byte[400];
        Random bytes = new Random(7);
        try (DatagramSocket socket = new DatagramSocket()) {
            for (int i = 0; i < 500; i++) {
                bytes.nextBytes(random);
                send(socket, Arrays.copyOf(random, bytes.nextInt(400)));
                // Now and then a question, which also waits for the server: a flood would overflow its socket.
                if (i % 50 == 49) {
                    assertThat(ask("api.example.com", Type.A).getRcode()).isEqualTo(Rcode.NOERROR);
                }
            }
        }
    }

    @Test
    void severalQuestionsAreAFormatError() throws IOException {
        Message twice = query("api.example.com", Type.A);
        twice.addRecord(question("six.example.com", Type.AAAA), Section.QUESTION);

        assertThat(new Message(overUdp(twice.toWire())).getRcode()).isEqualTo(Rcode.FORMERR);
    }

    @Test
    void otherOperationsAreNotImplemented() throws IOException {
        Message notify = query("api.example.com", Type.A);
        notify.getHeader().setOpcode(Opcode.NOTIFY);

        assertThat(new Message(overUdp(notify.toWire())).getRcode()).isEqualTo(Rcode.NOTIMP);
    }

    @Test
    void transfersAndOtherClassesAreRefused() throws IOException {
        assertThat(new Message(overUdp(query("example.com", Type.AXFR).toWire())).getRcode()).isEqualTo(Rcode.REFUSED);
        Message chaos = Message.newQuery(Record.newRecord(Name.fromString("api.example.com."), Type.A, DClass.CH));
        assertThat(new Message(overUdp(chaos.toWire())).getRcode()).isEqualTo(Rcode.REFUSED);
    }

    @Test
    void aBugInTheZoneIsAServerFailure() throws IOException {
        assertThat(ask("broken.example.com", Type.A).getRcode()).isEqualTo(Rcode.SERVFAIL);
    }

    @Test
    void aPortInUseIsSaidInOneSentence() {
        assertThatThrownBy(
                () -> Results.of(DnsServer.open(vertx, server.endpoint(), this::resolve)))
                .isInstanceOf(CannotListen.class)
                .hasMessage("the name server cannot listen on %s: the port is already in use (expected: a free port)",
                        server.endpoint());
    }

    private Message ask(String name, int type) throws IOException {
        return resolver.send(query(name, type));
    }

    private static Message query(String name, int type) throws IOException {
        return Message.newQuery(question(name, type));
    }

    private static Record question(String name, int type) throws IOException {
        return Record.newRecord(Name.fromString(name, Name.root), type, DClass.IN);
    }

    private byte[] overUdp(byte[] query) throws IOException {
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.setSoTimeout(10_000);
            send(socket, query);
            DatagramPacket reply = new DatagramPacket(new byte[4_096], 4_096);
            socket.receive(reply);
            return Arrays.copyOf(reply.getData(), reply.getLength());
        }
    }

    private void send(DatagramSocket socket, byte[] bytes) throws IOException {
        socket.send(new DatagramPacket(bytes, bytes.length, addressOf("127.0.0.1"),
                server.endpoint().port()));
    }

    private static Message readMessage(DataInputStream in) throws IOException {
        byte[] message = new byte[in.readUnsignedShort()];
        in.readFully(message);
        return new Message(message);
    }

    private static InetAddress address(int last) {
        return addressOf("127.0.0." + last);
    }

    private static InetAddress addressOf(String literal) {
        return InetAddress.ofLiteral(literal);
    }
}
