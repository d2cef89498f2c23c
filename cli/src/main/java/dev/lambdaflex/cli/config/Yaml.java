package dev.lambdaflex.cli.config;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;

/** Reads YAML into {@link Node}s. A key twice, an alias or a second document is refused, for each hides a mistake. */
final class Yaml {

    private static final YAMLFactory FACTORY = new YAMLFactory();

    private final String file;
    private final YAMLParser parser;

    private Yaml(String file, YAMLParser parser) {
        this.file = file;
        this.parser = parser;
    }

    /** Reads {@code text}; {@code file} is only named in refusals. */
    static Node read(String file, String text) {
        try (YAMLParser parser = FACTORY.createParser(text)) {
            return new Yaml(file, parser).document();
        } catch (JsonProcessingException e) {
            throw place(file, e.getLocation()).refuse("is no YAML: " + firstLine(e.getOriginalMessage()), e);
        } catch (IOException e) {
            throw new ConfigException(file + ": cannot be read: " + e.getMessage(), e);
        }
    }

    private Node document() throws IOException {
        JsonToken first = parser.nextToken();
        if (first == null) {
            return new Node.Mapping(Map.of(), new Place(file, 1, 1));
        }
        Node node = node(first);
        if (parser.nextToken() != null) {
            throw here().refuse("a second document begins (expected: one document in the file)");
        }
        return node;
    }

    private Node node(JsonToken token) throws IOException {
        if (parser.isCurrentAlias()) {
            throw here().refuse("*%s is an alias (expected: the value itself)".formatted(parser.getText()));
        }
        return switch (token) {
            case START_OBJECT -> mapping();
            case START_ARRAY -> sequence();
            case VALUE_NULL -> new Node.Scalar("", here());
            default -> new Node.Scalar(parser.getText(), here());
        };
    }

    private Node mapping() throws IOException {
        Place start = here();
        Map<String, Node.Entry> entries = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            Place key = here();
            Node.Entry before = entries.put(name, new Node.Entry(key, node(parser.nextToken())));
            if (before != null) {
                throw key.refuse("%s: stands twice (expected: once; the other is in line %d)".formatted(name,
                        before.key().line()));
            }
        }
        return new Node.Mapping(entries, start);
    }

    private Node sequence() throws IOException {
        Place start = here();
        List<Node> items = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            items.add(node(token));
        }
        return new Node.Sequence(items, start);
    }

    private Place here() {
        return place(file, parser.currentTokenLocation());
    }

    private static Place place(String file, JsonLocation at) {
        return at == null
                ? new Place(file, 1, 1)
                : new Place(file, Math.max(1, at.getLineNr()), Math.max(1, at.getColumnNr()));
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("unknown");
    }
}
