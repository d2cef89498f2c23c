package dev.lambdaflex.simulator.wire.route53;

import static dev.lambdaflex.simulator.wire.route53.ZoneClient.APP;
import static dev.lambdaflex.simulator.wire.route53.ZoneClient.change;
import static dev.lambdaflex.simulator.wire.route53.ZoneClient.failure;
import static dev.lambdaflex.simulator.wire.route53.ZoneClient.ok;
import static dev.lambdaflex.simulator.wire.route53.ZoneClient.plain;
import static dev.lambdaflex.simulator.wire.route53.ZoneClient.resourceRecords;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.lambdaflex.simulator.wire.protocol.XmlNode;
import dev.lambdaflex.simulator.wire.route53.ZoneClient.Failure;

/**
 * The 38 checks that emulators were measured by (they pass 16 to 22 of them), over real HTTP, with AWS's answers. One test is
 * one check, in the order of the list.
 */
class Route53ChecksTest {

    private final ZoneClient client = new ZoneClient();

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void check01CreatesAHostedZoneWithServersAndAChange() {
        HttpResponse<String> answer = client.post("hostedzone", zoneRequest("new.test", "first"));
        XmlNode created = ok(answer);
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.headers().firstValue("location")).isPresent();
        assertThat(created.child("HostedZone").orElseThrow().textOf("Name")).contains("new.test.");
        assertThat(created.child("DelegationSet").flatMap(it -> it.child("NameServers")).orElseThrow().children())
                .hasSize(4);
        assertThat(created.child("ChangeInfo").orElseThrow().textOf("Status")).contains("PENDING");
    }

    @Test
    void check02RefusesTheSameCallerReferenceAgain() {
        ok(client.post("hostedzone", zoneRequest("new.test", "same")));
        assertThat(failure(client.post("hostedzone", zoneRequest("new.test", "same")))).isEqualTo(new Failure(409,
                "HostedZoneAlreadyExists",
                "A hosted zone has already been created with the specified caller reference."));
    }

    @Test
    void check03ListsZonesByName() {
        ok(client.post("hostedzone", zoneRequest("a.test", "a")));
        ok(client.post("hostedzone", zoneRequest("z.test", "z")));
        assertThat(zoneNames(client.read("hostedzonesbyname"))).containsExactly("a.test.", "example.test.", "z.test.");
        XmlNode page = client.read("hostedzonesbyname?dnsname=example.test&maxitems=1");
        assertThat(zoneNames(page)).containsExactly("example.test.");
        assertThat(page.textOf("IsTruncated")).contains("true");
        assertThat(page.textOf("NextDNSName")).contains("z.test.");
    }

    @Test
    void check04CreatesTwoWeightedAliases() {
        client.settled(change("CREATE", client.alias("lambda", 90)), change("CREATE", client.alias("fargate", 10)));
        assertThat(app()).extracting(it -> it.textOf("SetIdentifier").orElse("")).containsExactly("fargate", "lambda");
    }

    @Test
    void check05ShowsAChangePendingAndThenInSync() {
        XmlNode info = ok(client.change(change("CREATE", client.alias("lambda", 1)))).child("ChangeInfo").orElseThrow();
        assertThat(info.textOf("Status")).contains("PENDING");
        assertThat(info.textOf("Comment")).contains("test");
        client.rig.cloud().passSeconds(61);
        assertThat(status(info.textOf("Id").orElseThrow())).contains("INSYNC");
    }

    @Test
    void check06KnowsAChangeByBothFormsOfItsId() {
        String id = id(client.settled(change("CREATE", client.alias("lambda", 1))));
        assertThat(id).startsWith("/change/C");
        assertThat(client.get("change/" + id.substring(8)).statusCode()).isEqualTo(200);
        assertThat(client.get("change/" + id.replace("/", "%2F")).statusCode()).isEqualTo(200);
    }

    @Test
    void check07KnowsNoOtherChange() {
        assertThat(failure(client.get("change/CNONE")))
                .isEqualTo(new Failure(404, "NoSuchChange", "Could not find resource with ID: CNONE"));
    }

    @Test
    void check08MovesAWeightAndKeepsTheOtherSet() {
        client.settled(change("CREATE", client.alias("lambda", 90)), change("CREATE", client.alias("fargate", 10)));
        client.settled(change("UPSERT", client.alias("fargate", 50)));
        assertThat(app()).extracting(it -> it.textOf("Weight").orElse("")).containsExactly("50", "90");
    }

    @Test
    void check09RefusesAWeightOf256() {
        refused("InvalidInput",
                "Value '256' at 'changeBatch.changes.1.member.resourceRecordSet.weight' failed to satisfy constraint: "
                        + "Member must have value less than or equal to 255",
                change("CREATE", client.alias("lambda", 256)));
    }

    @Test
    void check10RefusesANegativeWeight() {
        refused("InvalidInput", "Member must have value greater than or equal to 0",
                change("CREATE", client.alias("lambda", -1)));
    }

    @Test
    void check11RefusesAWeightWithoutAnIdentifier() {
        refused("InvalidInput", "Missing field 'SetIdentifier' in Change with [Action=CREATE, Name=shop.example.test",
                change("CREATE", plain(APP, "A", "192.0.2.1") + "<Weight>1</Weight>"));
    }

    @Test
    void check12RefusesAnIdentifierWithoutAWeight() {
        refused("InvalidInput", "Expected exactly one of [Weight, Region, Failover,",
                change("CREATE", plain(APP, "A", "192.0.2.1") + "<SetIdentifier>x</SetIdentifier>"));
    }

    @Test
    void check13RefusesASimpleRecordBesideWeightedOnes() {
        client.settled(change("CREATE", client.alias("lambda", 1)));
        refused("InvalidChangeBatch", "cannot be created as other RRSets exist with the same name and type.",
                change("CREATE", plain(APP, "A", "192.0.2.1")));
    }

    @Test
    void check14RefusesACnameBesideAnAddress() {
        client.settled(change("CREATE", client.alias("lambda", 1)));
        refused("InvalidChangeBatch",
                "RRSet of type CNAME with DNS name shop.example.test. is not permitted as it conflicts",
                change("CREATE", plain(APP, "CNAME", "elsewhere.test")));
    }

    @Test
    void check15RefusesToCreateWhatExists() {
        client.settled(change("CREATE", client.alias("lambda", 1)));
        refused("InvalidChangeBatch", "[Tried to create resource record set [name='shop.example.test.', type='A', set "
                + "identifier='lambda'] but it already exists]", change("CREATE", client.alias("lambda", 1)));
    }

    @Test
    void check16RefusesToDeleteWithAnotherWeight() {
        client.settled(change("CREATE", client.alias("lambda", 1)));
        refused("InvalidChangeBatch", "but the values provided do not match the current values",
                change("DELETE", client.alias("lambda", 2)));
    }

    @Test
    void check17RefusesToDeleteWithAnotherTarget() {
        client.settled(change("CREATE", client.alias("lambda", 1)));
        refused("InvalidChangeBatch", "but the values provided do not match the current values",
                change("DELETE", client.alias("lambda", 1, "d-other.execute-api.us-east-1.amazonaws.com")));
    }

    @Test
    void check18RefusesToDeleteAnUnknownIdentifier() {
        client.settled(change("CREATE", client.alias("lambda", 1)));
        refused("InvalidChangeBatch", "set identifier='fargate'] but it was not found",
                change("DELETE", client.alias("fargate", 1)));
    }

    @Test
    void check19RefusesToDeleteAnUnknownName() {
        refused("InvalidChangeBatch",
                "Tried to delete resource record set [name='none.example.test.', type='A'] but it was not found",
                change("DELETE", plain("none.example.test", "A", "192.0.2.1")));
    }

    @Test
    void check20KnowsNoOtherZoneToChange() {
        assertThat(failure(client.changeIn("ZNONE", change("CREATE", client.alias("lambda", 1)))))
                .isEqualTo(new Failure(404, "NoSuchHostedZone", "No hosted zone found with ID: ZNONE"));
    }

    @Test
    void check21KnowsNoOtherZoneToList() {
        assertThat(failure(client.get("hostedzone/ZNONE/rrset")).code()).isEqualTo("NoSuchHostedZone");
        assertThat(failure(client.get("hostedzone/ZNONE")).status()).isEqualTo(404);
    }

    @Test
    void check22RefusesANameOutsideTheZone() {
        refused("InvalidChangeBatch", "[RRSet with DNS name shop.example.org. is not permitted in zone example.test.]",
                change("CREATE", plain("shop.example.org", "A", "192.0.2.1")));
    }

    @Test
    void check23RefusesACnameAtTheApex() {
        refused("InvalidChangeBatch",
                "RRSet of type CNAME with DNS name example.test. is not permitted at apex in zone example.test.",
                change("CREATE", plain("example.test", "CNAME", "elsewhere.test")));
    }

    @Test
    void check24RefusesAnAliasWithATtl() {
        refused("InvalidInput", "but found more than one in Change with [Action=CREATE",
                change("CREATE", client.alias("lambda", 1) + "<TTL>60</TTL>"));
    }

    @Test
    void check25RefusesAnAddressWithoutATtl() {
        refused("InvalidInput", "but found none in Change with [Action=CREATE",
                change("CREATE", "<Name>" + APP + "</Name><Type>A</Type>" + resourceRecords("192.0.2.1")));
    }

    @Test
    void check26RefusesABadAddress() {
        refused("InvalidChangeBatch",
                "ARRDATAIllegalIPv4Address (Value is not a valid IPv4 address) encountered with '300.1.1.1'",
                change("CREATE", plain(APP, "A", "300.1.1.1")));
    }

    @Test
    void check27RefusesAnUnknownAction() {
        refused("InvalidInput",
                "Value 'REPLACE' at 'changeBatch.changes.1.member.action' failed to satisfy constraint: Member must "
                        + "satisfy enum value set: [CREATE, DELETE, UPSERT]",
                change("REPLACE", client.alias("lambda", 1)));
    }

    @Test
    void check28RefusesAnEmptyBatch() {
        refused("InvalidInput", "Member must have length greater than or equal to 1");
    }

    @Test
    void check29TakesABatchWholeOrNotAtAll() {
        refused("InvalidChangeBatch", "none.example.test.", change("CREATE", client.alias("lambda", 1)),
                change("DELETE", plain("none.example.test", "A", "192.0.2.1")));
        assertThat(app()).isEmpty();
    }

    @Test
    void check30LetsABatchSeeItsEarlierChanges() {
        client.settled(change("CREATE", plain(APP, "A", "192.0.2.1")));
        client.settled(change("DELETE", plain(APP, "A", "192.0.2.1")), change("CREATE", client.alias("lambda", 1)));
        assertThat(app()).hasSize(1);
    }

    @Test
    void check31KeepsNamesInLowerCaseWithEscapesAndAFinalDot() {
        client.settled(change("CREATE", plain("MiXed.Example.TEST", "A", "192.0.2.1")),
                change("CREATE", plain("*.example.test", "A", "192.0.2.1")));
        assertThat(names()).contains("mixed.example.test.", "\\052.example.test.");
    }

    @Test
    void check32WalksPagesOfOneWithEveryStartRespected() {
        client.settled(change("CREATE", client.alias("lambda", 90)), change("CREATE", client.alias("fargate", 10)));
        List<String> walked = new ArrayList<>();
        String next = "";
        do {
            XmlNode page = client.read("hostedzone/" + client.zone + "/rrset?" + next + "maxitems=1");
            XmlNode record = page.child("ResourceRecordSets").orElseThrow().children().getFirst();
            walked.add(record.textOf("Name").orElse("") + record.textOf("Type").orElse("")
                    + record.textOf("SetIdentifier").orElse(""));
            next = nextPage(page);
        } while (!next.isEmpty() && walked.size() < 60);
        assertThat(walked).containsExactly("example.test.NS", "example.test.SOA", "shop.example.test.Afargate",
                "shop.example.test.Alambda");
    }

    @Test
    void check33ListsByLabelsFromTheRight() {
        client.settled(change("CREATE", plain("a.z.example.test", "A", "192.0.2.1")),
                change("CREATE", plain("b.a.example.test", "A", "192.0.2.1")),
                change("CREATE", plain("z.example.test", "A", "192.0.2.1")));
        assertThat(names()).containsExactly("example.test.", "example.test.", "b.a.example.test.", "z.example.test.",
                "a.z.example.test.");
    }

    @Test
    void check34DeletesOnlyAnEmptyZone() {
        String made = ok(client.post("hostedzone", zoneRequest("new.test", "x"))).child("HostedZone")
                .orElseThrow()
                .textOf("Id")
                .orElseThrow()
                .substring("/hostedzone/".length());
        client.rig.cloud().passSeconds(61);
        ok(client.changeIn(made, change("CREATE", plain("a.new.test", "A", "192.0.2.1"))));
        assertThat(failure(client.delete("hostedzone/" + made))).isEqualTo(new Failure(400, "HostedZoneNotEmpty",
                "The specified hosted zone contains non-required resource record sets and so cannot be deleted."));
        client.rig.cloud().passSeconds(61);
        ok(client.changeIn(made, change("DELETE", plain("a.new.test", "A", "192.0.2.1"))));
        ok(client.delete("hostedzone/" + made));
        assertThat(failure(client.get("hostedzone/" + made)).code()).isEqualTo("NoSuchHostedZone");
    }

    @Test
    void check35DeletesByAnExactMatchAndKeepsTheOtherSet() {
        client.settled(change("CREATE", client.alias("lambda", 90)), change("CREATE", client.alias("fargate", 10)));
        client.settled(change("DELETE", client.alias("fargate", 10)));
        assertThat(app()).extracting(it -> it.textOf("SetIdentifier").orElse("")).containsExactly("lambda");
    }

    @Test
    void check36LetsAWaiterEndWhenAllServersKnow() {
        String id = id(ok(client.change(change("CREATE", client.alias("lambda", 1)))));
        int polls = 0;
        while (status(id).equals(Optional.of("PENDING"))) {
            client.rig.cloud().passSeconds(5);
            polls++;
        }
        assertThat(polls).isBetween(1, 12);
    }

    @Test
    void check37TestsADnsAnswer() {
        client.settled(change("CREATE", plain(APP, "A", "192.0.2.1")));
        XmlNode answer = client
                .read("testdnsanswer?hostedzoneid=" + client.zone + "&recordname=" + APP + "&recordtype=A");
        assertThat(answer.child("RecordData").orElseThrow().textOf("RecordDataEntry")).contains("192.0.2.1");
        assertThat(answer.textOf("ResponseCode")).contains("NOERROR");
        assertThat(answer.textOf("Protocol")).contains("UDP");
        assertThat(client.read("testdnsanswer?hostedzoneid=" + client.zone + "&recordname=no.example.test&recordtype=A")
                .textOf("ResponseCode")).contains("NXDOMAIN");
    }

    @Test
    void check38CreatesAHealthCheckAndTellsItsStatus() {
        XmlNode made = ok(client.post("healthcheck",
                "<CreateHealthCheckRequest><CallerReference>r</CallerReference><HealthCheckConfig>"
                        + "<Type>HTTPS</Type><FullyQualifiedDomainName>" + client.gateway
                        + "</FullyQualifiedDomainName></HealthCheckConfig></CreateHealthCheckRequest>"));
        String id = made.child("HealthCheck").orElseThrow().textOf("Id").orElseThrow();
        XmlNode status = client.read("healthcheck/" + id + "/status");
        assertThat(status.child("HealthCheckObservations").orElseThrow().children()).hasSize(3)
                .allSatisfy(
                        it -> assertThat(it.child("StatusReport").flatMap(report -> report.textOf("Status")).orElse(""))
                                .startsWith("Success"));
        assertThat(failure(client.get("healthcheck/none/status")).code()).isEqualTo("NoSuchHealthCheck");
    }

    private void refused(String code, String text, String... changes) {
        Failure failure = client.refusal(changes);
        assertThat(failure.code()).isEqualTo(code);
        assertThat(failure.status()).isEqualTo(400);
        assertThat(failure.message()).contains(text);
    }

    private List<XmlNode> app() {
        return client.records().stream().filter(it -> it.textOf("Name").equals(Optional.of(APP + "."))).toList();
    }

    private List<String> names() {
        return client.records().stream().map(it -> it.textOf("Name").orElse("")).toList();
    }

    private Optional<String> status(String id) {
        return client.read("change/" + id.substring("/change/".length()))
                .child("ChangeInfo")
                .orElseThrow()
                .textOf("Status");
    }

    private static String id(XmlNode answer) {
        return answer.child("ChangeInfo").orElseThrow().textOf("Id").orElseThrow();
    }

    private static String nextPage(XmlNode page) {
        return page.textOf("NextRecordIdentifier").map(it -> "identifier=" + it + "&").orElse("")
                + page.textOf("NextRecordName").map(it -> "name=" + it + "&").orElse("")
                + page.textOf("NextRecordType").map(it -> "type=" + it + "&").orElse("");
    }

    private static List<String> zoneNames(XmlNode list) {
        return list.child("HostedZones")
                .orElseThrow()
                .children()
                .stream()
                .map(it -> it.textOf("Name").orElse(""))
                .toList();
    }

    private static String zoneRequest(String name, String reference) {
        return "<CreateHostedZoneRequest><Name>" + name + "</Name><CallerReference>" + reference
                + "</CallerReference></CreateHostedZoneRequest>";
    }
}
