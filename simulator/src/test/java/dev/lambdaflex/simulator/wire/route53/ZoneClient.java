package dev.lambdaflex.simulator.wire.route53;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;

import dev.lambdaflex.simulator.wire.protocol.XmlNode;
import dev.lambdaflex.simulator.wire.protocol.XmlReader;
import dev.lambdaflex.simulator.wire.testing.Caller;
import dev.lambdaflex.simulator.wire.testing.WireRig;
import io.vertx.core.buffer.Buffer;

/** Speaks Route 53's XML by hand. */
final class ZoneClient implements AutoCloseable {

    static final String APP = "shop.example.test";
    private static final String V = "/2013-04-01/";

    final WireRig rig = new WireRig(1_000_000);
    final String zone = rig.cloud().cloud().zone().id();
    final String gateway = rig.cloud().shop().gateway().dnsName();
    private final Caller caller = rig.caller("route53");

    /** An error as its caller sees it. */
    record Failure(int status, String code, String message) {}

    HttpResponse<String> get(String path) {
        return caller.get(V + path);
    }

    XmlNode read(String path) {
        return ok(get(path));
    }

    HttpResponse<String> post(String path, String body) {
        return caller.call("POST", V + path, body, Map.of("content-type", "text/xml"));
    }

    HttpResponse<String> delete(String path) {
        return caller.call("DELETE", V + path, "", Map.of());
    }

    /** Makes changes and lets them reach all servers. */
    XmlNode settled(String... changes) {
        XmlNode answer = ok(change(changes));
        rig.cloud().passSeconds(61);
        return answer;
    }

    HttpResponse<String> change(String... changes) {
        return changeIn(zone, changes);
    }

    HttpResponse<String> changeIn(String zoneId, String... changes) {
        return post("hostedzone/" + zoneId + "/rrset/",
                "<ChangeResourceRecordSetsRequest xmlns=\"https://route53.amazonaws.com/doc/"
                        + "2013-04-01/\"><ChangeBatch><Comment>test</Comment><Changes>" + String.join("", changes)
                        + "</Changes></ChangeBatch></ChangeResourceRecordSetsRequest>");
    }

    Failure refusal(String... changes) {
        List<XmlNode> before = records();
        Failure failure = failure(change(changes));
        assertThat(records()).as("a refused batch changes nothing").isEqualTo(before);
        return failure;
    }

    List<XmlNode> records() {
        return read("hostedzone/" + zone + "/rrset").child("ResourceRecordSets").orElseThrow().children();
    }

    static XmlNode ok(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 201);
        return XmlReader.read(Buffer.buffer(answer.body()));
    }

    static Failure failure(HttpResponse<String> answer) {
        XmlNode root = XmlReader.read(Buffer.buffer(answer.body()));
        assertThat(root.name()).as(answer.body()).isEqualTo("ErrorResponse");
        XmlNode error = root.child("Error").orElseThrow();
        assertThat(root.textOf("RequestId")).isEqualTo(answer.headers().firstValue("x-amzn-requestid"));
        return new Failure(answer.statusCode(), error.textOf("Code").orElseThrow(),
                error.textOf("Message").orElseThrow());
    }

    static String change(String action, String recordSet) {
        return "<Change><Action>" + action + "</Action><ResourceRecordSet>" + recordSet
                + "</ResourceRecordSet></Change>";
    }

    /** A weighted alias A of the app. */
    String alias(String identifier, int weight) {
        return alias(identifier, weight, gateway);
    }

    String alias(String identifier, int weight, String target) {
        return "<Name>" + APP + "</Name><Type>A</Type><SetIdentifier>" + identifier + "</SetIdentifier><Weight>"
                + weight
                + "</Weight><AliasTarget><HostedZoneId>Z1UJRXOUMOOFQ8</HostedZoneId><DNSName>" + target
                + "</DNSName><EvaluateTargetHealth>true</EvaluateTargetHealth></AliasTarget>";
    }

    static String plain(String name, String type, String value) {
        return "<Name>" + name + "</Name><Type>" + type + "</Type><TTL>60</TTL>" + resourceRecords(value);
    }

    static String resourceRecords(String value) {
        return "<ResourceRecords><ResourceRecord><Value>" + value + "</Value></ResourceRecord></ResourceRecords>";
    }

    @Override
    public void close() {
        caller.close();
        rig.close();
    }
}
