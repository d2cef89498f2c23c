package dev.lambdaflex.simulator.wire.protocol;

import java.io.IOException;
import java.time.Instant;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.dataformat.cbor.CBORGenerator;
import com.fasterxml.jackson.dataformat.cbor.databind.CBORMapper;

import dev.lambdaflex.simulator.wire.WireRequest;
import io.vertx.core.buffer.Buffer;

/**
 * Bodies of the JSON protocols and of CBOR as one kind of tree. A time is put in by {@code putPOJO(name, instant)} and written
 * as each protocol wants it: seconds as a number in JSON, the same behind tag 1 in CBOR.
 */
public final class Trees {

    private static final int EPOCH_TAG = 1;
    private static final SimpleModule TIMES = new SimpleModule().addSerializer(new Seconds());
    private static final ObjectMapper JSON = JsonMapper.builder().addModule(TIMES).build();
    private static final ObjectMapper CBOR = CBORMapper.builder().addModule(TIMES).build();

    private Trees() {}

    public static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /**
     * The request's body; an empty one is an empty object.
     *
     * @throws Refusal SerializationException, when it is no object
     */
    public static ObjectNode read(Protocol protocol, WireRequest request) {
        if (request.body().length() == 0) {
            return object();
        }
        try {
            JsonNode tree = mapper(protocol).readTree(request.body().getBytes());
            if (tree instanceof ObjectNode object) {
                return object;
            }
        } catch (IOException _) {
            // The same answer as for something that is no object: AWS does not say where the body broke.
        }
        throw Refusal.of("SerializationException", "the request's body is not a %s object".formatted(
                protocol == Protocol.CBOR ? "CBOR" : "JSON"));
    }

    static Buffer write(Protocol protocol, JsonNode tree) {
        try {
            return Buffer.buffer(mapper(protocol).writeValueAsBytes(tree));
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException(unwritable);
        }
    }

    private static ObjectMapper mapper(Protocol protocol) {
        return protocol == Protocol.CBOR ? CBOR : JSON;
    }

    private static final class Seconds extends StdSerializer<Instant> {

        Seconds() {
            super(Instant.class);
        }

        @Override
        public void serialize(Instant time, JsonGenerator generator, SerializerProvider provider) throws IOException {
            if (generator instanceof CBORGenerator cbor) {
                cbor.writeTag(EPOCH_TAG);
            }
            generator.writeNumber(time.toEpochMilli() / 1000.0);
        }
    }
}
