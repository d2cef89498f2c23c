package dev.lambdaflex.simulator.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;

import dev.lambdaflex.simulator.template.Value.Fields;
import dev.lambdaflex.simulator.template.Value.Items;
import dev.lambdaflex.simulator.template.Value.Text;

/** Reads JSON templates. */
final class Json {

    private static final ObjectMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(60).build())
            .build()).enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

    private Json() {}

    static Value read(String text) {
        try {
            return value(MAPPER.readTree(text), "");
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation();
            throw new Refusal("Template format error: JSON not well-formed. "
                    + (at == null ? "" : "(line %d, column %d)".formatted(at.getLineNr(), at.getColumnNr())));
        }
    }

    private static Value value(JsonNode node, String path) {
        return switch (node.getNodeType()) {
            case STRING, NUMBER, BOOLEAN -> new Text(node.asText());
            case ARRAY -> items(node, path);
            case OBJECT -> fields(node, path);
            case NULL -> throw new Refusal("Template format error: [%s] 'null' values are not allowed in templates"
                    .formatted(path.isEmpty() ? "/" : path));
            case MISSING, BINARY, POJO -> throw new Refusal("Template format error: unsupported structure.");
        };
    }

    private static Value items(JsonNode node, String path) {
        List<Value> items = new ArrayList<>();
        for (JsonNode item : node) {
            items.add(value(item, path + "/" + items.size()));
        }
        return new Items(items);
    }

    private static Value fields(JsonNode node, String path) {
        Map<String, Value> fields = new LinkedHashMap<>();
        node.properties()
                .forEach(field -> fields.put(field.getKey(), value(field.getValue(), path + "/" + field.getKey())));
        return Calls.found(new Fields(fields));
    }
}
