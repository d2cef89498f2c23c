package dev.lambdaflex.provisioner.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

import dev.lambdaflex.weights.migration.MigrationState;

/**
 * A {@link MigrationState} as JSON and back. It reads what it or its predecessor wrote and nothing else: an unknown, missing or doubled field
 * is an error, for half a state is worse than none.
 *
 * <pre>{"schema":2,"state":{"phase":{"type":"shifting", …}, …}}</pre>
 */
public final class StateCodec {

    /** Rises with each change of the stored form. */
    public static final int SCHEMA = 2;
    /** The form before Lambda's concurrency was raised: it has no {@code raise}. */
    private static final int WITHOUT_RAISE = 1;

    /** One for all: each mapper learns all types anew, which takes longer than a short run in virtual time. */
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModules(new Jdk8Module(), new JavaTimeModule(), StateMixins.module())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS, SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                    DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
                    DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES,
                    DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                    DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS,
                    DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private record Envelope(int schema, MigrationState state) {}

    /** The schema alone, so that a newer form is named as such and not by its first unknown field. */
    private record Schema(int schema) {}

    private static JsonNode raised(JsonNode old) {
        if (old.get("state") instanceof ObjectNode state) {
            state.putNull("raise");
        }
        return old;
    }

    /** {@code state} as one line of JSON. */
    public String write(MigrationState state) {
        try {
            return JSON.writeValueAsString(new Envelope(SCHEMA, state));
        } catch (JsonProcessingException e) {
            throw new StoreException("the state cannot be written as JSON: " + e.getOriginalMessage(), e);
        }
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws StoreException when {@code text} is not such a state
     */
    public MigrationState read(String text) {
        try {
            int schema = JSON.readerFor(Schema.class)
                    .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .<Schema>readValue(text)
                    .schema();
            return switch (schema) {
                case SCHEMA -> JSON.readValue(text, Envelope.class).state();
                case WITHOUT_RAISE -> JSON.treeToValue(raised(JSON.readTree(text)), Envelope.class).state();
                default -> throw new StoreException("state schema: %d (expected: %d)".formatted(schema, SCHEMA));
            };
        } catch (JsonProcessingException e) {
            throw new StoreException("the stored state cannot be read: " + e.getOriginalMessage(), e);
        }
    }
}
