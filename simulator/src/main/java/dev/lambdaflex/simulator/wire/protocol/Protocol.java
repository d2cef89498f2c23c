package dev.lambdaflex.simulator.wire.protocol;

import java.util.Locale;
import java.util.Set;

import dev.lambdaflex.simulator.wire.WireRequest;

/** How a request is written, and so how its answer must be. */
public enum Protocol {
    /** Paths and XML bodies: Route 53. */
    REST_XML("text/xml"),
    /** A form with Action and Version, answered by XML: CloudFormation, ELB, STS, CloudWatch. */
    QUERY("text/xml"),
    /** The same with EC2's own lists and errors. */
    EC2_QUERY("text/xml"),
    /** {@code X-Amz-Target} and JSON: CloudWatch. */
    JSON_1_0("application/x-amz-json-1.0"),
    /** The same, older: ECS, ACM, Logs. */
    JSON_1_1("application/x-amz-json-1.1"),
    /** Paths and JSON bodies: Lambda, API Gateway. */
    REST_JSON("application/json"),
    /** {@code /service/NAME/operation/NAME} and CBOR: CloudWatch. */
    CBOR("application/cbor");

    /** Paths of the one REST-XML service that is played tell it from others when there is no signature to do so. */
    private static final String ROUTE_53 = "/2013-04-01/";
    private static final Set<String> REST_XML_SERVICES = Set.of("route53", "s3", "cloudfront");
    private static final Set<String> QUERY_SERVICES = Set.of("cloudformation", "elasticloadbalancing", "sts",
            "monitoring",
            "iam", "autoscaling", "sns");

    private final String contentType;

    Protocol(String contentType) {
        this.contentType = contentType;
    }

    public String contentType() {
        return contentType;
    }

    /** Whether bodies are trees of JSON's kind. */
    public boolean speaksTrees() {
        return switch (this) {
            case JSON_1_0, JSON_1_1, REST_JSON, CBOR -> true;
            case REST_XML, QUERY, EC2_QUERY -> false;
        };
    }

    /** The protocol of {@code request}, judged by what it says of itself, and by {@code service} where that is not enough. */
    public static Protocol of(WireRequest request, String service) {
        if (request.header("smithy-protocol").filter("rpc-v2-cbor"::equals).isPresent()) {
            return CBOR;
        }
        String type = request.header("content-type").orElse("").toLowerCase(Locale.ROOT);
        if (request.header("x-amz-target").isPresent()) {
            return type.startsWith(JSON_1_0.contentType) ? JSON_1_0 : JSON_1_1;
        }
        if (service.equals("ec2")) {
            return EC2_QUERY;
        }
        if (type.startsWith("application/x-www-form-urlencoded") || QUERY_SERVICES.contains(service)) {
            return QUERY;
        }
        if (service.isEmpty()) {
            return request.path().equals("/") || request.path().startsWith(ROUTE_53) ? REST_XML : REST_JSON;
        }
        return REST_XML_SERVICES.contains(service) ? REST_XML : REST_JSON;
    }
}
