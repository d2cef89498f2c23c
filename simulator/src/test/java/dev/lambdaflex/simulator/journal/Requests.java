package dev.lambdaflex.simulator.journal;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import dev.lambdaflex.simulator.model.app.TierTemplate;
import dev.lambdaflex.simulator.wire.WireRequest;
import io.vertx.core.buffer.Buffer;

/** Requests as they come to the services. */
final class Requests {

    private static final String V = "/2013-04-01/";

    private Requests() {}

    static WireRequest form(String action, Map<String, String> parameters) {
        Map<String, String> all = new LinkedHashMap<>(Map.of("Action", action));
        all.putAll(parameters);
        String form = all.entrySet()
                .stream()
                .map(it -> it.getKey() + "=" + URLEncoder.encode(it.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return request("POST", "/", Map.of("content-type", "application/x-www-form-urlencoded; charset=utf-8"), form);
    }

    static WireRequest ecs(String operation, String body) {
        return request("POST", "/", Map.of("x-amz-target", "AmazonEC2ContainerServiceV20141113." + operation,
                "content-type", "application/x-amz-json-1.1"), body.replace('\'', '"'));
    }

    static WireRequest acm(String operation, String body) {
        return request("POST", "/", Map.of("x-amz-target", "CertificateManager." + operation, "content-type",
                "application/x-amz-json-1.1"), body);
    }

    static WireRequest rest(String method, String path, String body) {
        return request(method, path, Map.of(), body);
    }

    static WireRequest route53(String method, String path, String body) {
        return rest(method, V + path, body);
    }

    static WireRequest change(String zone, String action, String record) {
        return route53("POST", "hostedzone/%s/rrset".formatted(zone),
                """
                        <ChangeResourceRecordSetsRequest xmlns="https://route53.amazonaws.com/doc/2013-04-01/"><ChangeBatch><Changes>
                        <Change><Action>%s</Action><ResourceRecordSet>%s</ResourceRecordSet></Change>
                        </Changes></ChangeBatch></ChangeResourceRecordSetsRequest>"""
                        .formatted(action, record));
    }

    static String text(String name, String value) {
        return "<Name>%s</Name><Type>TXT</Type><TTL>60</TTL><ResourceRecords><ResourceRecord><Value>\"%s\"</Value></ResourceRecord></ResourceRecords>"
                .formatted(name, value);
    }

    static String alias(String name, String identifier, int weight, String zone, String target) {
        return ("<Name>%s</Name><Type>A</Type><SetIdentifier>%s</SetIdentifier><Weight>%d</Weight><AliasTarget>"
                + "<HostedZoneId>%s</HostedZoneId><DNSName>%s</DNSName><EvaluateTargetHealth>true</EvaluateTargetHealth></AliasTarget>")
                .formatted(name, identifier, weight, zone, target);
    }

    static WireRequest createStack(String token, int tasks) {
        Map<String, String> request = new LinkedHashMap<>(Map.of("StackName", "lambdaflex-shop", "TemplateBody",
                TierTemplate.get().body(), "ClientRequestToken", token, "Capabilities.member.1", "CAPABILITY_IAM",
                "Tags.member.1.Key", "run", "Tags.member.1.Value", "7"));
        Map<String, String> parameters = Map.of("AppName", "shop", "HostName", "shop.example.test", "ImageUri", "shop",
                "TaskCount", String.valueOf(tasks));
        int number = 1;
        for (Map.Entry<String, String> parameter : parameters.entrySet()) {
            request.put("Parameters.member.%d.ParameterKey".formatted(number), parameter.getKey());
            request.put("Parameters.member.%d.ParameterValue".formatted(number++), parameter.getValue());
        }
        return form("CreateStack", request);
    }

    static WireRequest updateStack(int tasks) {
        Map<String, String> request = new LinkedHashMap<>(Map.of("StackName", "lambdaflex-shop", "UsePreviousTemplate",
                "true", "Capabilities.member.1", "CAPABILITY_IAM", "Parameters.member.1.ParameterKey", "TaskCount",
                "Parameters.member.1.ParameterValue", String.valueOf(tasks)));
        int number = 2;
        for (String parameter : List.of("AppName", "HostName", "ImageUri")) {
            request.put("Parameters.member.%d.ParameterKey".formatted(number), parameter);
            request.put("Parameters.member.%d.UsePreviousValue".formatted(number++), "true");
        }
        return form("UpdateStack", request);
    }

    private static WireRequest request(String method, String path, Map<String, String> headers, String body) {
        return new WireRequest(method, path, "", headers, Buffer.buffer(body), "us-east-1", "key", "request-id");
    }
}
