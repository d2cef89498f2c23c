package dev.lambdaflex.simulator.wire.route53;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.lambdaflex.simulator.model.zone.HealthCheck;
import dev.lambdaflex.simulator.model.zone.HealthObservation;
import dev.lambdaflex.simulator.model.zone.Route53;
import dev.lambdaflex.simulator.wire.WireRequest;
import dev.lambdaflex.simulator.wire.WireResponse;
import dev.lambdaflex.simulator.wire.protocol.PathValues;
import dev.lambdaflex.simulator.wire.protocol.Refusal;
import dev.lambdaflex.simulator.wire.protocol.Timestamps;
import dev.lambdaflex.simulator.wire.protocol.Xml;
import dev.lambdaflex.simulator.wire.protocol.XmlNode;
import dev.lambdaflex.simulator.wire.protocol.XmlReader;

/** Health checks of end points. LambdaFlex orders none; a user may look at what they say. */
final class HealthCheckOperations {

    private static final List<String> PLAYED = List.of("HTTP", "HTTPS", "TCP");
    private static final List<String> TYPES = List.of("HTTP", "HTTPS", "HTTP_STR_MATCH", "HTTPS_STR_MATCH", "TCP",
            "CALCULATED",
            "CLOUDWATCH_METRIC", "RECOVERY_CONTROL");
    /** Settings of one value each, in AWS's order. */
    private static final List<String> SETTINGS = List.of("IPAddress", "Port", "Type", "ResourcePath",
            "FullyQualifiedDomainName",
            "RequestInterval", "FailureThreshold", "MeasureLatency", "Inverted", "Disabled", "EnableSNI");
    private static final List<String> CHECKERS = List.of("us-east-1", "eu-west-1", "ap-southeast-1");

    private final Route53 route53;

    HealthCheckOperations(Route53 route53) {
        this.route53 = route53;
    }

    WireResponse create(WireRequest request, PathValues path) {
        XmlNode body = XmlReader.read(request.body());
        XmlNode config = body.child("HealthCheckConfig")
                .orElseThrow(() -> Input
                        .invalid("1 validation error detected: Value null at 'healthCheckConfig' failed to satisfy "
                                + "constraint: Member must not be null"));
        HealthCheck check = Refusal.given(route53.createHealthCheck(
                Input.required(body.textOf("CallerReference"), "callerReference"), settings(config)));
        return located(
                Route53Wire.xml(201, "CreateHealthCheck", xml -> xml.element("HealthCheck", it -> check(it, check))),
                "healthcheck/" + check.id());
    }

    WireResponse get(WireRequest request, PathValues path) {
        HealthCheck check = Refusal.given(route53.getHealthCheck(path.get("Id")));
        return Route53Wire.xml(200, "GetHealthCheck", xml -> xml.element("HealthCheck", it -> check(it, check)));
    }

    WireResponse list(WireRequest request, PathValues path) {
        List<HealthCheck> all = Refusal.given(route53.listHealthChecks());
        return Route53Wire.xml(200, "ListHealthChecks", xml -> xml.list("HealthChecks", "HealthCheck", all,
                HealthCheckOperations::check).text("IsTruncated", false).text("MaxItems", Math.max(100, all.size())));
    }

    WireResponse delete(WireRequest request, PathValues path) {
        Refusal.given(route53.deleteHealthCheck(path.get("Id")));
        return Route53Wire.xml(200, "DeleteHealthCheck", _ -> {});
    }

    WireResponse status(WireRequest request, PathValues path) {
        HealthObservation observed = Refusal.given(route53.healthCheckStatus(path.get("Id")));
        String status = observed.healthy()
                ? "Success: HTTP Status Code 200, OK"
                : "Failure: The health checker could not establish a connection within the timeout limit.";
        String now = Timestamps.iso(observed.at());
        return Route53Wire.xml(200, "GetHealthCheckStatus", xml -> xml.list("HealthCheckObservations",
                "HealthCheckObservation",
                CHECKERS, (it, region) -> it.text("Region", region)
                        .text("IPAddress", "203.0.113." + (1 + CHECKERS.indexOf(region)))
                        .element("StatusReport", report -> report.text("Status", status).text("CheckedTime", now))));
    }

    /** Route 53 tells where a new thing is. */
    static WireResponse located(WireResponse answer, String path) {
        Map<String, String> headers = new HashMap<>(answer.headers());
        headers.put("location", "https://route53.amazonaws.com/2013-04-01/" + path);
        return new WireResponse(answer.status(), headers, answer.body());
    }

    private static Map<String, String> settings(XmlNode config) {
        String type = Input.required(config.textOf("Type"), "healthCheckConfig.type");
        if (!TYPES.contains(type)) {
            throw Input.notOneOf(type, "healthCheckConfig.type", TYPES);
        }
        if (!PLAYED.contains(type)) {
            throw Refusal.notPlayed("route53", "health checks of type " + type);
        }
        if (config.child("IPAddress").isEmpty() && config.child("FullyQualifiedDomainName").isEmpty()) {
            throw Input.invalid("Invalid parameter : IPAddress or FullyQualifiedDomainName must be specified.");
        }
        Map<String, String> settings = new LinkedHashMap<>();
        SETTINGS.forEach(name -> config.textOf(name).ifPresent(value -> settings.put(name, value)));
        settings.putIfAbsent("RequestInterval", "30");
        settings.putIfAbsent("FailureThreshold", "3");
        return settings;
    }

    private static void check(Xml xml, HealthCheck check) {
        xml.text("Id", check.id())
                .text("CallerReference", check.callerReference())
                .element("HealthCheckConfig", config -> check.settings().forEach(config::text))
                .text("HealthCheckVersion", 1);
    }
}
