package dev.lambdaflex.simulator.wire.server;

import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.lambdaflex.simulator.wire.protocol.Timestamps;
import dev.lambdaflex.simulator.wire.protocol.Trees;
import io.vertx.core.buffer.Buffer;

/**
 * The record of calls as JSON, for another process on the same machine: {@code GET /_lambdaflex/calls?after=17}. It is no part of
 * AWS, is not signed and not counted itself.
 */
final class CallsPage {

    static final String PATH = "/_lambdaflex/calls";

    private CallsPage() {}

    static Buffer of(Calls calls, long after) {
        ObjectNode page = Trees.object();
        Map<String, Long> counts = new TreeMap<>(calls.byService());
        ObjectNode byService = page.putObject("byService");
        counts.forEach(byService::put);
        var list = page.putArray("calls");
        calls.after(after)
                .forEach(call -> list.addObject()
                        .put("number", call.number())
                        .put("at", Timestamps.iso(call.at()))
                        .put("service", call.service())
                        .put("operation", call.operation())
                        .put("region", call.region())
                        .put("status", call.status())
                        .put("resource", call.resource())
                        .put("accessKey", call.accessKey()));
        return Buffer.buffer(page.toString());
    }
}
