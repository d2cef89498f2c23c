package dev.lambdaflex.simulator.wire.cloudwatch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.cbor.databind.CBORMapper;

import dev.lambdaflex.simulator.wire.testing.ServicesRig;
import dev.lambdaflex.simulator.wire.testing.ServicesRig.Answer;

/** Asks CloudWatch in JSON or in CBOR; single quotes stand for double ones. */
final class CloudWatchCaller {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final CBORMapper CBOR = CBORMapper.builder().build();

    private final ServicesRig rig;

    CloudWatchCaller(ServicesRig rig) {
        this.rig = rig;
    }

    JsonNode json(String operation, String body) {
        return jsonAnswer(operation, body, false).json();
    }

    String refused(String operation, String body) {
        Answer answer = jsonAnswer(operation, body, false);
        return "%d %s: %s".formatted(answer.status(), answer.json().path("__type").asText(),
                answer.json().path("message").asText());
    }

    Answer jsonAnswer(String operation, String body, boolean packed) {
        Map<String, String> headers = new HashMap<>(Map.of("content-type", "application/x-amz-json-1.0",
                "x-amz-target", "GraniteServiceVersion20100801." + operation));
        byte[] bytes = body.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        if (packed) {
            headers.put("content-encoding", "gzip");
        }
        return rig.call("monitoring", "POST", "/", packed ? gzip(bytes) : bytes, headers);
    }

    Answer cborAnswer(String operation, String body) {
        return rig.call("monitoring", "POST", "/service/GraniteServiceVersion20100801/operation/" + operation,
                cbor(body.replace('\'', '"')),
                Map.of("content-type", "application/cbor", "smithy-protocol", "rpc-v2-cbor"));
    }

    JsonNode cbor(Answer answer) {
        try {
            return CBOR.readTree(answer.body().getBytes());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    Answer form(String form) {
        return rig.call("monitoring", "POST", "/", form.replace("\n", ""),
                Map.of("content-type", "application/x-www-form-urlencoded; charset=utf-8"));
    }

    private static byte[] cbor(String json) {
        try {
            return CBOR.writeValueAsBytes(JSON.readTree(json));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return packed.toByteArray();
    }
}
