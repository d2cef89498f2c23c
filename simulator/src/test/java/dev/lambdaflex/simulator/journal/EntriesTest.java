package dev.lambdaflex.simulator.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import dev.lambdaflex.simulator.model.Fault;
import dev.lambdaflex.simulator.wire.WireRequest;
import io.vertx.core.buffer.Buffer;

class EntriesTest {

    private static final Instant AT = Instant.parse("2026-01-01T00:00:00.123456789Z");

    static Stream<Entry> entries() {
        return Stream.of(call(Buffer.buffer("Action=CreateStack&Name=caf\u00e9\n")),
                call(Buffer.buffer(new byte[]{(byte) 0xff, 0, 10})), call(Buffer.buffer()),
                new Entry.TaskSeen(AT, "shop-1", true, false), new Entry.FaultSet(AT, Fault.NETWORK_HELD, true),
                new Entry.DataPort(AT, 8080), new Entry.Alive(AT), new Entry.Restart(AT));
    }

    @ParameterizedTest
    @MethodSource("entries")
    void anEntryIsOneLineAndComesBackFromIt(Entry entry) {
        String line = Entries.line(entry);
        assertThat(line).doesNotContain("\n").startsWith("{\"at\":\"2026-01-01T00:00:00.123456789Z\"");
        assertThat(Entries.read(line)).isEqualTo(entry);
    }

    @Test
    void signaturesAndSessionsAreNotWrittenDown() {
        WireRequest request = new WireRequest("POST", "/", "", Map.of("authorization", "AWS4-HMAC-SHA256 secret",
                "x-amz-security-token", "secret", "content-type", "text/xml"), Buffer.buffer(), "us-east-1", "key",
                "id");
        String line = Entries.line(new Entry.Call(AT, "route53", request, "200-0"));
        assertThat(line).doesNotContain("secret").contains("text/xml");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"nonsense | no JSON object", "[] | no JSON object",
            "{'task':{}} | no text 'at'", "{'at':'noon','alive':{}} | at: 'noon' (expected: a time)",
            "{'at':'2026-01-01T00:00:00Z'} | no entry (expected: one of call, task, fault, data, alive, restart)",
            "{'at':'2026-01-01T00:00:00Z','task':{'id':'a','runs':1}} | no flag 'runs'",
            "{'at':'2026-01-01T00:00:00Z','call':{'service':'ecs'}} | no text 'method'"})
    void whatIsNoEntryIsToldApart(String line, String message) {
        assertThatThrownBy(() -> Entries.read(line.replace('\'', '"'))).isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    private static Entry call(Buffer body) {
        return new Entry.Call(AT, "cloudformation", new WireRequest("POST", "/", "a=b", Map.of("content-type",
                "application/x-www-form-urlencoded"), body, "us-east-1", "key", "id"), "200-1a2b3c4d");
    }
}
