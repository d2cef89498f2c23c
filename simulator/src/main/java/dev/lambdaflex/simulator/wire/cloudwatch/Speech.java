package dev.lambdaflex.simulator.wire.cloudwatch;

import java.util.HashMap;
import java.util.Map;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.lambdaflex.simulator.model.api.AwsError;
import dev.lambdaflex.simulator.wire.WireRequest;
import dev.lambdaflex.simulator.wire.WireResponse;
import dev.lambdaflex.simulator.wire.protocol.Answers;
import dev.lambdaflex.simulator.wire.protocol.Form;
import dev.lambdaflex.simulator.wire.protocol.Input;
import dev.lambdaflex.simulator.wire.protocol.Protocol;
import dev.lambdaflex.simulator.wire.protocol.Refusals;
import dev.lambdaflex.simulator.wire.protocol.Trees;

/** Reads requests and writes answers in whichever protocol the caller speaks. */
final class Speech {

    static final String SERVICE = "monitoring";
    private static final String NAMESPACE = "http://monitoring.amazonaws.com/doc/2010-08-01/";
    /** The newer protocols name an error by its shape, the form by an older code. */
    private static final Map<String, String> SHAPES = Map.of("InvalidParameterValue", "InvalidParameterValueException",
            "MissingParameter", "MissingRequiredParameterException", "InvalidParameterCombination",
            "InvalidParameterCombinationException");

    private Speech() {}

    static Input input(WireRequest request) {
        Protocol protocol = Protocol.of(request, SERVICE);
        return new Input(protocol.speaksTrees() ? Trees.read(protocol, request) : FormTree.of(Form.of(request)));
    }

    static WireResponse answer(WireRequest request, String operation, ObjectNode tree) {
        Protocol protocol = Protocol.of(request, SERVICE);
        return protocol.speaksTrees()
                ? Answers.tree(protocol, 200, tree)
                : Answers.query(request, operation, NAMESPACE, xml -> TreeXml.write(xml, tree));
    }

    /** An operation without a result has no element for it in XML. */
    static WireResponse done(WireRequest request, String operation) {
        Protocol protocol = Protocol.of(request, SERVICE);
        return protocol.speaksTrees()
                ? Answers.tree(protocol, 200, Trees.object())
                : Answers.xml(200, operation + "Response", NAMESPACE, xml -> xml.element("ResponseMetadata",
                        metadata -> metadata.text("RequestId", request.requestId())));
    }

    /** In trees the shape's name stands in the body; the older code in a header, which SDKs prefer when it is there. */
    static WireResponse refusal(WireRequest request, AwsError error) {
        Protocol protocol = Protocol.of(request, SERVICE);
        if (!protocol.speaksTrees()) {
            return Refusals.answer(request, SERVICE, error);
        }
        String shape = SHAPES.getOrDefault(error.code(), error.code());
        WireResponse answer = Answers.tree(protocol, error.status(), Trees.object()
                .put("__type", shape)
                .put("message", error.message()));
        Map<String, String> headers = new HashMap<>(answer.headers());
        headers.put("x-amzn-errortype", shape);
        headers.put("x-amzn-query-error",
                "%s;%s".formatted(error.code(), error.status() < 500 ? "Sender" : "Receiver"));
        return new WireResponse(answer.status(), headers, answer.body());
    }
}
