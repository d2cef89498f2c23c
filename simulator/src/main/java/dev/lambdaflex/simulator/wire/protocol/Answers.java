package dev.lambdaflex.simulator.wire.protocol;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.lambdaflex.simulator.wire.WireRequest;
import dev.lambdaflex.simulator.wire.WireResponse;
import io.vertx.core.buffer.Buffer;

/** Answers that are no refusals, in the form of each protocol. */
public final class Answers {

    private static final String SMITHY = "smithy-protocol";

    private Answers() {}

    /** REST-XML: one document. */
    public static WireResponse xml(int status, String root, String namespace, Consumer<Xml> content) {
        return xml(status, Xml.document(root, namespace, content));
    }

    /** Query: {@code <ActionResponse><ActionResult>…</ActionResult><ResponseMetadata>…}. */
    public static WireResponse query(WireRequest request, String action, String namespace, Consumer<Xml> result) {
        return xml(200, Xml.document(action + "Response", namespace, xml -> xml.element(action + "Result", result)
                .element("ResponseMetadata", metadata -> metadata.text("RequestId", request.requestId()))));
    }

    /** EC2: {@code <ActionResponse><requestId>…</requestId>…}. */
    public static WireResponse ec2(WireRequest request, String action, String namespace, Consumer<Xml> content) {
        return xml(200, Xml.document(action + "Response", namespace, xml -> {
            xml.text("requestId", request.requestId());
            content.accept(xml);
        }));
    }

    /** JSON and CBOR: one tree. */
    public static WireResponse tree(Protocol protocol, int status, ObjectNode tree) {
        return tree(protocol, status, tree, Map.of());
    }

    static WireResponse tree(Protocol protocol, int status, JsonNode tree, Map<String, String> more) {
        Map<String, String> headers = new HashMap<>(more);
        headers.put("content-type", protocol.contentType());
        if (protocol == Protocol.CBOR) {
            headers.put(SMITHY, "rpc-v2-cbor");
        }
        return new WireResponse(status, headers, Trees.write(protocol, tree));
    }

    static WireResponse xml(int status, Buffer document) {
        return new WireResponse(status, Map.of("content-type", "text/xml"), document);
    }
}
