package dev.lambdaflex.simulator.model.zone;

import static dev.lambdaflex.simulator.model.zone.ResourceRecordSet.simple;
import static dev.lambdaflex.simulator.model.zone.ResourceRecordSet.weighted;
import static dev.lambdaflex.simulator.model.zone.ZoneFixture.APP;
import static dev.lambdaflex.simulator.model.zone.ZoneFixture.balancer;
import static dev.lambdaflex.simulator.model.zone.ZoneFixture.gateway;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

import org.junit.jupiter.api.Test;

import dev.lambdaflex.simulator.model.api.AwsError;
import dev.lambdaflex.simulator.model.api.Reply;

/** Each refusal of Route 53 that emulators do not make, with its code and text. */
class BatchRefusalTest {

    private final ZoneFixture fixture = new ZoneFixture(1);

    @Test
    void refusesAWeightAbove255() {
        refused(Change.create(gateway(256)), "InvalidInput",
                "Value '256' at 'changeBatch.changes.1.member.resourceRecordSet.weight' failed to "
                        + "satisfy constraint: Member must have value less than or equal to 255");
    }

    @Test
    void refusesANegativeWeight() {
        refused(Change.create(gateway(-1)), "InvalidInput", "Member must have value greater than or equal to 0");
    }

    @Test
    void refusesAWeightWithoutASetIdentifier() {
        ResourceRecordSet record = new ResourceRecordSet(APP, RecordType.A, Optional.empty(), OptionalInt.of(10),
                OptionalLong.of(60),
                List.of("192.0.2.1"), Optional.empty());
        refused(Change.create(record), "InvalidInput",
                "Invalid request: Missing field 'SetIdentifier' in Change with [Action=CREATE, "
                        + "Name=app.example.test., Type=A, SetIdentifier=null]");
    }

    @Test
    void refusesASetIdentifierWithoutAWeight() {
        ResourceRecordSet record = new ResourceRecordSet(APP, RecordType.A, Optional.of("one"), OptionalInt.empty(),
                OptionalLong.of(60),
                List.of("192.0.2.1"), Optional.empty());
        refused(Change.create(record), "InvalidInput",
                "Expected exactly one of [Weight, Region, Failover, GeoLocation, MultiValueAnswer, "
                        + "GeoProximityLocation, or CidrRoutingConfig], but found none in Change with [Action=CREATE");
    }

    @Test
    void refusesAnIdentifierOf129Characters() {
        refused(Change.create(weighted(APP, RecordType.A, "x".repeat(129), 1, 60, "192.0.2.1")), "InvalidInput",
                "Member must have length less than or equal to 128");
    }

    @Test
    void refusesAnAliasWithATtl() {
        ResourceRecordSet record = new ResourceRecordSet(APP, RecordType.A, Optional.of("lambda"), OptionalInt.of(1),
                OptionalLong.of(60), List.of(), gateway(1).alias());
        refused(Change.create(record), "InvalidInput",
                "Expected exactly one of [AliasTarget, all of [TTL, and ResourceRecords], or "
                        + "TrafficPolicyInstanceId], but found more than one in Change with [Action=CREATE");
    }

    @Test
    void refusesAnAddressWithoutATtl() {
        ResourceRecordSet record = new ResourceRecordSet(APP, RecordType.A, Optional.empty(), OptionalInt.empty(),
                OptionalLong.empty(),
                List.of("192.0.2.1"), Optional.empty());
        refused(Change.create(record), "InvalidInput", "but found none in Change with [Action=CREATE");
    }

    @Test
    void refusesAnEmptyBatch() {
        AwsError error = fixture.refusal();
        assertThat(error.code()).isEqualTo("InvalidInput");
        assertThat(error.message()).contains("Member must have length greater than or equal to 1");
    }

    @Test
    void refusesABadAddress() {
        refused(Change.create(simple(APP, RecordType.A, 60, "256.1.1.1")), "InvalidChangeBatch",
                "[Invalid Resource Record: 'FATAL problem: ARRDATAIllegalIPv4Address (Value is not a valid IPv4 address) encountered "
                        + "with '256.1.1.1'']");
    }

    @Test
    void refusesABadIpv6Address() {
        for (String bad : List.of("1:2:3", "::1::2", "12345::", "1:2:3:4:5:6:7:8:9", ":1", "g::1")) {
            refused(Change.create(simple(APP, RecordType.AAAA, 60, bad)), "InvalidChangeBatch",
                    "Value is not a valid IPv6 address");
        }
    }

    @Test
    void takesGoodIpv6Addresses() {
        fixture.settled(
                Change.create(simple(APP, RecordType.AAAA, 60, "2001:db8::1", "::", "::1", "1::", "1:2:3:4:5:6:7:8",
                        "::ffff:192.0.2.1")));
    }

    @Test
    void refusesTextWithoutQuotes() {
        refused(Change.create(simple(APP, RecordType.TXT, 60, "owner")), "InvalidChangeBatch",
                "InvalidCharacterString (Value should be enclosed in quotation marks) encountered with 'owner'");
    }

    @Test
    void refusesANameOutsideTheZone() {
        refused(Change.create(simple("app.example.org", RecordType.A, 60, "192.0.2.1")), "InvalidChangeBatch",
                "[RRSet with DNS name app.example.org. is not permitted in zone example.test.]");
    }

    @Test
    void refusesACnameAtTheApex() {
        refused(Change.create(simple("example.test", RecordType.CNAME, 60, "elsewhere.test")), "InvalidChangeBatch",
                "RRSet of type CNAME with DNS name example.test. is not permitted at apex in zone example.test.");
    }

    @Test
    void refusesACnameBesideAnAddress() {
        fixture.settled(Change.create(gateway(1)));
        refused(Change.create(simple(APP, RecordType.CNAME, 60, "elsewhere.test")), "InvalidChangeBatch",
                "RRSet of type CNAME with DNS name app.example.test. is not permitted as it conflicts with other records with the same "
                        + "DNS name in zone example.test.");
    }

    @Test
    void refusesAnAddressBesideACname() {
        fixture.settled(Change.create(simple(APP, RecordType.CNAME, 60, "elsewhere.test")));
        refused(Change.create(gateway(1)), "InvalidChangeBatch",
                "RRSet of type A with DNS name app.example.test. is not permitted because a "
                        + "conflicting RRSet of type CNAME with the same DNS name already exists in zone example.test.");
    }

    @Test
    void refusesASimpleRecordBesideWeightedOnes() {
        fixture.settled(Change.create(gateway(1)));
        refused(Change.upsert(simple(APP, RecordType.A, 60, "192.0.2.1")), "InvalidChangeBatch",
                "RRSet with DNS name app.example.test., type A cannot be created as other RRSets exist with the same name and type.");
    }

    @Test
    void refusesAWeightedRecordBesideASimpleOne() {
        fixture.settled(Change.create(simple(APP, RecordType.A, 60, "192.0.2.1")));
        refused(Change.create(gateway(1)), "InvalidChangeBatch",
                "RRSet with DNS name app.example.test., type A, SetIdentifier lambda cannot be "
                        + "created as a non-weighted set exists with the same name and type.");
    }

    @Test
    void refusesWeightedRecordsOfDifferentTtl() {
        fixture.settled(Change.create(weighted(APP, RecordType.A, "one", 1, 60, "192.0.2.1")));
        refused(Change.create(weighted(APP, RecordType.A, "two", 1, 30, "192.0.2.2")), "InvalidChangeBatch",
                "cannot be created as weighted sets must contain the same TTL.");
    }

    @Test
    void refusesToCreateWhatExists() {
        fixture.settled(Change.create(gateway(1)));
        refused(Change.create(gateway(2)), "InvalidChangeBatch",
                "[Tried to create resource record set [name='app.example.test.', type='A', "
                        + "set identifier='lambda'] but it already exists]");
    }

    @Test
    void refusesToDeleteWithAnotherWeight() {
        fixture.settled(Change.create(gateway(1)));
        refused(Change.delete(gateway(2)), "InvalidChangeBatch",
                "Tried to delete resource record set [name='app.example.test.', type='A', set "
                        + "identifier='lambda'] but the values provided do not match the current values");
    }

    @Test
    void refusesToDeleteWithAnotherTarget() {
        fixture.settled(Change.create(balancer(1)));
        AliasTarget other = new AliasTarget("ZALB", ZoneFixture.OTHER_BALANCER, true);
        refused(Change.delete(ResourceRecordSet.weightedAlias(APP, RecordType.A, "fargate", 1, other)),
                "InvalidChangeBatch",
                "the values provided do not match the current values");
    }

    @Test
    void refusesToDeleteAnUnknownIdentifierAndAnUnknownName() {
        fixture.settled(Change.create(gateway(1)));
        refused(Change.delete(balancer(1)), "InvalidChangeBatch", "set identifier='fargate'] but it was not found");
        refused(Change.delete(simple("none.example.test", RecordType.A, 60, "192.0.2.1")), "InvalidChangeBatch",
                "Tried to delete resource record set [name='none.example.test.', type='A'] but it was not found");
    }

    @Test
    void refusesTheSameRecordTwiceInOneBatch() {
        fixture.settled(Change.create(gateway(1)));
        AwsError error = fixture.refusal(Change.delete(gateway(1)), Change.delete(gateway(1)));
        assertThat(error.message())
                .contains(
                        "The request contains an invalid set of changes for a resource record set 'A app.example.test.'");
    }

    @Test
    void refusesAnAliasThatLeadsNowhere() {
        refused(Change.create(ZoneFixture.aliasTo("ZALB", "gone.us-east-1.elb.amazonaws.com")), "InvalidChangeBatch",
                "[Tried to create an alias that targets gone.us-east-1.elb.amazonaws.com., type A in zone ZALB, but that target was not "
                        + "found]");
    }

    @Test
    void refusesAnAliasWithTheWrongHostedZone() {
        refused(Change.create(ZoneFixture.aliasTo("ZAPI", ZoneFixture.BALANCER)), "InvalidChangeBatch",
                "but the alias target name does not lie within the target zone");
    }

    @Test
    void refusesToTakeTheZonesOwnServersAway() {
        ResourceRecordSet ns = fixture.zone.records()
                .stream()
                .filter(record -> record.type() == RecordType.NS)
                .findFirst()
                .orElseThrow();
        refused(Change.delete(ns), "InvalidChangeBatch",
                "A HostedZone must contain at least one NS record for the zone itself.");
    }

    @Test
    void refusesMoreThan1000Values() {
        Change[] changes = new Change[501];
        for (int i = 0; i < changes.length; i++) {
            changes[i] = Change.upsert(simple("n" + i + ".example.test", RecordType.A, 60, "192.0.2.1"));
        }
        assertThat(fixture.refusal(changes).message()).contains("Number of records limit of 1000 exceeded.");
    }

    @Test
    void listsEveryCauseOfARefusal() {
        AwsError error = fixture.refusal(Change.delete(gateway(1)),
                Change.create(simple("a.other.test", RecordType.A, 60, "192.0.2.1")));
        assertThat(error.messages()).hasSize(2);
        assertThat(error.message()).startsWith("[Tried to delete")
                .contains(", RRSet with DNS name a.other.test.")
                .endsWith("]");
    }

    @Test
    void refusesACommentOf257Characters() {
        Reply<ChangeInfo> reply = fixture.zone
                .change(new ChangeBatch(List.of(Change.create(gateway(1))), "x".repeat(257)));
        assertThat(reply).isInstanceOf(Reply.Refused.class);
    }

    @Test
    void refusesTheNextChangeWhileOneIsTakenIn() {
        ZoneFixture.given(fixture.zone.change(ChangeBatch.of(Change.create(gateway(1)))));
        AwsError error = fixture.refusal(Change.upsert(gateway(2)));
        assertThat(error).isEqualTo(AwsError.of("PriorRequestNotComplete",
                "The request was rejected because Route 53 was still processing a prior request."));
        fixture.pass(Duration.ofSeconds(1));
        fixture.settled(Change.upsert(gateway(2)));
    }

    @Test
    void knowsNoOtherZoneAndNoOtherChange() {
        assertThat(fixture.route53.listResourceRecordSets("ZNONE", ListRequest.fromStart()))
                .isEqualTo(Reply.refused(AwsError.of(404, "NoSuchHostedZone", "No hosted zone found with ID: ZNONE")));
        assertThat(fixture.route53.getChange("CNONE"))
                .isEqualTo(Reply.refused(AwsError.of(404, "NoSuchChange", "Could not find resource with ID: CNONE")));
    }

    @Test
    void throttlesTheAccountAtFiveCallsASecond() {
        for (int i = 0; i < 5; i++) {
            ZoneFixture.given(fixture.route53.listResourceRecordSets(fixture.zone.id(), ListRequest.fromStart()));
        }
        assertThat(fixture.route53.getChange("any")).isEqualTo(Reply.refused("Throttling", "Rate exceeded"));
        fixture.pass(Duration.ofMillis(200));
        ZoneFixture.given(fixture.route53.listResourceRecordSets(fixture.zone.id(), ListRequest.fromStart()));
    }

    private void refused(Change change, String code, String text) {
        AwsError error = fixture.refusal(change);
        assertThat(error.code()).isEqualTo(code);
        assertThat(error.status()).isEqualTo(400);
        assertThat(error.message()).contains(text);
    }
}
