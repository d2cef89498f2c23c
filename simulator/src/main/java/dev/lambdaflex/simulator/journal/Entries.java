package dev.lambdaflex.simulator.journal;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.lambdaflex.simulator.model.Fault;
import dev.lambdaflex.simulator.wire.WireRequest;
import io.vertx.core.buffer.Buffer;

/** Entries as lines of JSON: {@code {"at":"2026-01-01T00:00:00Z","task":{"id":"shop-1","runs":true,"answers":true}}}. */
final class Entries {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    /** A signature is worth nothing later, and a session's token is nobody's business. */
    private static final Set<String> SECRET = Set.of("authorization", "x-amz-security-token");

    private Entries() {}

    static String line(Entry entry) {
        ObjectNode line = JSON.createObjectNode().put("at", entry.at().toString());
        switch (entry) {
            case Entry.Call call -> call(line.putObject("call"), call);
            case Entry.TaskSeen(_, String task, boolean runs, boolean answers) ->
                line.putObject("task").put("id", task).put("runs", runs).put("answers", answers);
            case Entry.FaultSet(_, Fault fault, boolean on) ->
                line.putObject("fault").put("name", fault.label()).put("on", on);
            case Entry.DataPort(_, int port) -> line.putObject("data").put("port", port);
            case Entry.Alive _ -> line.putObject("alive");
            case Entry.Restart _ -> line.putObject("restart");
        }
        return line.toString();
    }

    /**
     * The entry in {@code line}.
     *
     * @throws IllegalArgumentException with what is wrong, when there is none
     */
    static Entry read(String line) {
        JsonNode tree = tree(line);
        Instant at = time(tree, "at");
        if (tree.has("call")) {
            return call(at, tree.get("call"));
        }
        if (tree.has("task")) {
            JsonNode task = tree.get("task");
            return new Entry.TaskSeen(at, text(task, "id"), flag(task, "runs"), flag(task, "answers"));
        }
        if (tree.has("fault")) {
            return new Entry.FaultSet(at, Fault.named(text(tree.get("fault"), "name")), flag(tree.get("fault"), "on"));
        }
        if (tree.has("data")) {
            return new Entry.DataPort(at, tree.get("data").path("port").asInt());
        }
        if (tree.has("alive")) {
            return new Entry.Alive(at);
        }
        if (tree.has("restart")) {
            return new Entry.Restart(at);
        }
        throw new IllegalArgumentException("no entry (expected: one of call, task, fault, data, alive, restart)");
    }

    static JsonNode tree(String line) {
        try {
            JsonNode tree = JSON.readTree(line);
            if (tree.isObject()) {
                return tree;
            }
        } catch (JsonProcessingException _) {
            // Said below: where in the line it broke helps nobody.
        }
        throw new IllegalArgumentException("no JSON object");
    }

    static Instant time(JsonNode tree, String name) {
        try {
            return Instant.parse(text(tree, name));
        } catch (DateTimeException _) {
            throw new IllegalArgumentException("%s: '%s' (expected: a time)".formatted(name, text(tree, name)));
        }
    }

    static String text(JsonNode tree, String name) {
        if (!tree.path(name).isTextual()) {
            throw new IllegalArgumentException("no text '%s'".formatted(name));
        }
        return tree.path(name).asText();
    }

    private static boolean flag(JsonNode tree, String name) {
        if (!tree.path(name).isBoolean()) {
            throw new IllegalArgumentException("no flag '%s'".formatted(name));
        }
        return tree.path(name).asBoolean();
    }

    private static void call(ObjectNode to, Entry.Call call) {
        WireRequest request = call.request();
        to.put("service", call.service())
                .put("method", request.method())
                .put("path", request.path())
                .put("query", request.query());
        ObjectNode headers = to.putObject("headers");
        request.headers().forEach((name, value) -> {
            if (!SECRET.contains(name)) {
                headers.put(name, value);
            }
        });
        String text = request.text();
        if (Buffer.buffer(text).equals(request.body())) {
            to.put("body", text);
        } else {
            to.put("bytes", request.body().getBytes());
        }
        to.put("region", request.region())
                .put("key", request.accessKey())
                .put("id", request.requestId())
                .put("check", call.check());
    }

    private static Entry.Call call(Instant at, JsonNode from) {
        Map<String, String> headers = new HashMap<>();
        from.path("headers").properties().forEach(header -> headers.put(header.getKey(), header.getValue().asText()));
        return new Entry.Call(at, text(from, "service"), new WireRequest(text(from, "method"), text(from, "path"),
                text(from, "query"), headers, body(from), text(from, "region"), text(from, "key"), text(from, "id")),
                text(from, "check"));
    }

    private static Buffer body(JsonNode from) {
        if (!from.has("bytes")) {
            return Buffer.buffer(text(from, "body"));
        }
        try {
            return Buffer.buffer(JSON.treeToValue(from.get("bytes"), byte[].class));
        } catch (JsonProcessingException _) {
            throw new IllegalArgumentException("bytes: no base64");
        }
    }
}
