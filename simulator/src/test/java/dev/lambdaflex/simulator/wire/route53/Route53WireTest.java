package dev.lambdaflex.simulator.wire.route53;

import static dev.lambdaflex.simulator.wire.route53.ZoneClient.APP;
import static dev.lambdaflex.simulator.wire.route53.ZoneClient.change;
import static dev.lambdaflex.simulator.wire.route53.ZoneClient.failure;
import static dev.lambdaflex.simulator.wire.route53.ZoneClient.ok;
import static dev.lambdaflex.simulator.wire.route53.ZoneClient.plain;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.lambdaflex.simulator.wire.protocol.XmlNode;
import dev.lambdaflex.simulator.wire.route53.ZoneClient.Failure;
import dev.lambdaflex.simulator.wire.server.Call;
import dev.lambdaflex.simulator.wire.signature.AccessKeys;
import dev.lambdaflex.simulator.wire.testing.Caller;
import dev.lambdaflex.simulator.wire.testing.Signer;
import dev.lambdaflex.simulator.wire.testing.WireRig;

/** What the wire adds to the 38 checks. */
class Route53WireTest {

    private final ZoneClient client = new ZoneClient();

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void writesEveryPartOfARecord() {
        client.settled(change("CREATE", client.alias("lambda", 100)),
                change("CREATE", plain("t.example.test", "TXT", "\"a &lt;b&gt; &amp; c\"")));
        XmlNode alias = client.records().get(2);
        assertThat(alias.child("AliasTarget").orElseThrow().children()).extracting(XmlNode::text)
                .containsExactly("Z1UJRXOUMOOFQ8", client.gateway + ".", "true");
        assertThat(alias.textOf("TTL")).isEmpty();
        XmlNode text = client.records().get(3);
        assertThat(text.textOf("TTL")).contains("60");
        assertThat(text.child("ResourceRecords")
                .flatMap(it -> it.child("ResourceRecord"))
                .flatMap(it -> it.textOf("Value")))
                .contains("\"a <b> & c\"");
    }

    @Test
    void throttlesAtFiveCallsASecond() {
        try (WireRig strict = new WireRig(5); Caller caller = strict.caller("route53")) {
            for (int i = 0; i < 5; i++) {
                assertThat(caller.get("/2013-04-01/hostedzone").statusCode()).isEqualTo(200);
            }
            assertThat(failure(caller.get("/2013-04-01/hostedzone")))
                    .isEqualTo(new Failure(400, "Throttling", "Rate exceeded"));
        }
    }

    @Test
    void answersPriorRequestNotCompleteWhileAChangeIsTakenIn() {
        ok(client.change(change("CREATE", client.alias("lambda", 1))));
        assertThat(failure(client.change(change("UPSERT", client.alias("lambda", 2)))).code())
                .isEqualTo("PriorRequestNotComplete");
    }

    @Test
    void findsAZoneWhetherOrNotItsIdHasAPrefix() {
        assertThat(client.get("hostedzone/%2Fhostedzone%2F" + client.zone + "/rrset/").statusCode()).isEqualTo(200);
        XmlNode zone = client.read("hostedzone/" + client.zone).child("HostedZone").orElseThrow();
        assertThat(zone.textOf("Id")).contains("/hostedzone/" + client.zone);
        assertThat(zone.textOf("ResourceRecordSetCount")).contains("2");
        assertThat(client.read("hostedzonecount").textOf("HostedZoneCount")).contains("1");
        assertThat(client.read("hostedzone").textOf("IsTruncated")).contains("false");
    }

    @Test
    void takesSignaturesForTheGlobalRegionThatTheJavaSdkSigns() {
        try (Caller global = new Caller(client.rig.wire().endpoint(),
                Signer.of(AccessKeys.LOCAL.id(), AccessKeys.LOCAL.secret(), "route53").inRegion("aws-global"))) {
            assertThat(global.get("/2013-04-01/hostedzonecount").statusCode()).isEqualTo(200);
        }
        try (Caller elsewhere = new Caller(client.rig.wire().endpoint(),
                Signer.of(AccessKeys.LOCAL.id(), AccessKeys.LOCAL.secret(), "route53").inRegion("eu-west-1"))) {
            assertThat(failure(elsewhere.get("/2013-04-01/hostedzonecount")))
                    .isEqualTo(new Failure(403, "SignatureDoesNotMatch",
                            "Credential should be scoped to a valid region, not 'eu-west-1'."));
        }
    }

    @Test
    void keepsTagsOfZones() {
        String path = "tags/hostedzone/" + client.zone;
        ok(client.post(path,
                "<ChangeTagsForResourceRequest><AddTags><Tag><Key>owner</Key><Value>me</Value></Tag></AddTags>"
                        + "</ChangeTagsForResourceRequest>"));
        assertThat(client.read(path)
                .child("ResourceTagSet")
                .flatMap(it -> it.child("Tags"))
                .flatMap(it -> it.child("Tag"))
                .flatMap(it -> it.textOf("Value"))).contains("me");
        assertThat(failure(client.get("tags/hostedzone/ZNONE")).code()).isEqualTo("NoSuchHostedZone");
    }

    @Test
    void namesWhatItDoesNotPlay() {
        assertThat(failure(client.get("trafficpolicies"))).isEqualTo(new Failure(501, "NotImplemented",
                "the cloud does not play route53 ListTrafficPolicies"));
        assertThat(failure(client.get("something"))).isEqualTo(new Failure(501, "NotImplemented",
                "the cloud does not play route53 GET /2013-04-01/something"));
        assertThat(
                failure(client.change(change("CREATE", plain(APP, "A", "192.0.2.1") + "<Failover>PRIMARY</Failover>")))
                        .message())
                .isEqualTo("the cloud does not play route53 record sets with Failover");
        assertThat(failure(client.change(change("CREATE", plain(APP, "NAPTR", "x")))).message())
                .endsWith("records of type NAPTR");
    }

    @Test
    void refusesInputThatIsNone() {
        invalid("MalformedXML", "", "<a>", "<!DOCTYPE a [<!ENTITY e \"e\">]><a>&e;</a>");
        invalid("InvalidInput", "<ChangeResourceRecordSetsRequest/>");
        for (String broken : List.of(plain("", "A", "192.0.2.1"), plain("x".repeat(1025), "A", "192.0.2.1"),
                plain(APP, "B", "x"),
                "<Name>" + APP + "</Name>", "<Type>A</Type>", plain(APP, "A", "192.0.2.1") + "<Weight>heavy</Weight>",
                "<Name>a.example.test</Name><Type>A</Type><AliasTarget/>")) {
            assertThat(failure(client.change(change("CREATE", broken))).code()).as(broken)
                    .isIn("InvalidInput", "InvalidChangeBatch");
        }
        for (String query : List.of("maxitems=0", "maxitems=x", "type=A", "name=a&type=B", "name=a&identifier=x")) {
            assertThat(failure(client.get("hostedzone/" + client.zone + "/rrset?" + query)).code()).as(query)
                    .isEqualTo("InvalidInput");
        }
    }

    @Test
    void recordsCallsByOperationAndResource() {
        client.read("hostedzone/" + client.zone + "/rrset");
        Call call = client.rig.wire().calls().all().getLast();
        assertThat(call.operation()).isEqualTo("ListResourceRecordSets");
        client.get("hostedzone/%2Fhostedzone%2F" + client.zone + "/rrset");
        assertThat(client.rig.wire().calls().all().getLast().resource()).isEqualTo(call.resource());
        assertThat(call.resource()).isEqualTo("arn:aws:route53:::hostedzone/" + client.zone);
        assertThat(client.rig.wire().calls().byService()).isEqualTo(Map.of("route53", 2L));
    }

    private void invalid(String code, String... bodies) {
        for (String body : bodies) {
            assertThat(failure(client.post("hostedzone/" + client.zone + "/rrset", body)).code()).as(body)
                    .isEqualTo(code);
        }
    }
}
