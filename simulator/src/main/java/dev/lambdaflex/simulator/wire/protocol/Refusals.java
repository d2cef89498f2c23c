package dev.lambdaflex.simulator.wire.protocol;

import java.util.HashMap;
import java.util.Map;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.lambdaflex.simulator.model.api.AwsError;
import dev.lambdaflex.simulator.wire.WireRequest;
import dev.lambdaflex.simulator.wire.WireResponse;

/** Words a refusal as each protocol does. */
public final class Refusals {

    /** The namespaces of the XML services, as their errors show them. */
    private static final Map<String, String> NAMESPACES = Map.of("route53",
            "https://route53.amazonaws.com/doc/2013-04-01/",
            "cloudformation", "http://cloudformation.amazonaws.com/doc/2010-05-15/", "elasticloadbalancing",
            "http://elasticloadbalancing.amazonaws.com/doc/2015-12-01/", "sts",
            "https://sts.amazonaws.com/doc/2011-06-15/",
            "monitoring", "http://monitoring.amazonaws.com/doc/2010-08-01/");

    private Refusals() {}

    /** {@code error} as the answer to {@code request}, which {@code service} was asked. */
    public static WireResponse answer(WireRequest request, String service, AwsError error) {
        Protocol protocol = Protocol.of(request, service);
        return switch (protocol) {
            case REST_XML, QUERY -> errorResponse(request, NAMESPACES.getOrDefault(service, ""), error);
            case EC2_QUERY -> ec2(request, error);
            case JSON_1_0, JSON_1_1 -> tree(protocol, error, error.code(), Map.of());
            case REST_JSON -> tree(protocol, error, "", Map.of());
            case CBOR -> tree(protocol, error, error.code(), Map.of());
        };
    }

    private static WireResponse errorResponse(WireRequest request, String namespace, AwsError error) {
        return Answers.xml(error.status(), Xml.document("ErrorResponse", namespace, xml -> xml.element("Error", it -> it
                .text("Type", fault(error))
                .text("Code", error.code())
                .text("Message", error.message())).text("RequestId", request.requestId())));
    }

    private static WireResponse ec2(WireRequest request, AwsError error) {
        return Answers.xml(error.status(), Xml.document("Response", "", xml -> xml
                .element("Errors", all -> all.element("Error", it -> it.text("Code", error.code())
                        .text("Message", error.message())))
                .text("RequestID", request.requestId())));
    }

    /** A type in the body for the RPC protocols; REST-JSON has it in the head alone. */
    private static WireResponse tree(Protocol protocol, AwsError error, String type, Map<String, String> more) {
        ObjectNode body = Trees.object();
        if (!type.isEmpty()) {
            body.put("__type", type);
        }
        body.put("message", error.message());
        Map<String, String> headers = new HashMap<>(more);
        headers.put("x-amzn-errortype", error.code());
        // Services that spoke Query once name the old code, too; SDKs of both ages find theirs.
        headers.put("x-amzn-query-error", error.code() + ";" + fault(error));
        return Answers.tree(protocol, error.status(), body, headers);
    }

    private static String fault(AwsError error) {
        return error.status() < 500 ? "Sender" : "Receiver";
    }
}
