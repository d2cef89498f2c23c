package dev.lambdaflex.provisioner.aws.wire;

import static dev.lambdaflex.provisioner.aws.testing.Answers.alias;
import static dev.lambdaflex.provisioner.aws.testing.Answers.change;
import static dev.lambdaflex.provisioner.aws.testing.Answers.changed;
import static dev.lambdaflex.provisioner.aws.testing.Answers.error;
import static dev.lambdaflex.provisioner.aws.testing.Answers.listing;
import static dev.lambdaflex.provisioner.aws.testing.Answers.note;
import static dev.lambdaflex.provisioner.aws.testing.Answers.page;
import static dev.lambdaflex.provisioner.aws.testing.Answers.record;
import static dev.lambdaflex.provisioner.aws.testing.Answers.refusedBatch;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.lambdaflex.provisioner.aws.testing.Answers;
import dev.lambdaflex.provisioner.aws.testing.Golden;
import dev.lambdaflex.provisioner.aws.testing.RecordingAws;
import dev.lambdaflex.provisioner.aws.zone.Route53Zone;
import dev.lambdaflex.provisioner.aws.zone.ZoneSettings;
import dev.lambdaflex.provisioner.reconcile.CloudException;
import dev.lambdaflex.provisioner.reconcile.ConflictException;
import dev.lambdaflex.provisioner.reconcile.Writer;
import dev.lambdaflex.weights.migration.ChangeStatus;
import dev.lambdaflex.weights.split.RecordSet;
import dev.lambdaflex.weights.split.Split;

class Route53ZoneTest {

    private static final String API = "d-1.execute-api.eu-central-1.amazonaws.com";
    private static final String BALANCER = "shop-1.eu-central-1.elb.amazonaws.com";
    private static final RecordSet FIVE = split(5);
    private static final RecordSet TEN = split(10);
    private static final String[] STANDS_AT_FIVE = {alias("A", "fargate", 5, BALANCER), alias("A", "lambda", 95, API),
            note(7, 3)};

    private final RecordingAws aws = RecordingAws.start();
    private final Route53Zone zone = zone(false);

    @AfterEach
    void close() {
        aws.close();
    }

    @Test
    void aChangeAfterAReadIsTwoCallsAndOneBatch() {
        aws.answers(listing(STANDS_AT_FIVE)).answers(changed("C1"));
        assertThat(zone.read()).isEqualTo(FIVE);
        assertThat(zone.change(FIVE, TEN, new Writer("", 8), "run1: step 2 of 7")).isEqualTo("C1");
        Golden.assertSame("route53-change", aws.requests());
    }

    @Test
    void theFirstBatchAsksTheTiersForTheirHostedZones() {
        aws.answers(listing()).answers(changed("C1"));
        zone.change(RecordSet.EMPTY, RecordSet.of(Split.ALL_LAMBDA, API, BALANCER), new Writer("", 1), "run1: set up");
        Golden.assertSame("route53-first-change", aws.requests());
    }

    @Test
    void bothFamiliesGoInOneBatch() {
        aws.answers(listing(alias("A", "lambda", 100, API), alias("AAAA", "lambda", 100, API), note(1, 1)))
                .answers(changed("C1"));
        zone(true).change(RecordSet.lambdaOnly(API), TEN, new Writer("", 1), "run1: step 1");
        Golden.assertSame("route53-dual-stack", aws.requests());
    }

    @Test
    void theStateOfAChangeIsAskedByItsId() {
        aws.answers(change("C1", "INSYNC"))
                .answers(change("C1", "PENDING"))
                .answers(404, error("NoSuchChange", "no"));
        assertThat(zone.status("C1")).isEqualTo(ChangeStatus.INSYNC);
        assertThat(zone.status("C1")).isEqualTo(ChangeStatus.PENDING);
        assertThat(zone.status("C1")).isEqualTo(ChangeStatus.UNKNOWN);
        Golden.assertSame("route53-status", aws.requests());
    }

    @Test
    void aListingIsReadPageByPageUntilTheOwnersNote() {
        aws.answers(page("0." + Answers.HOST, "A", alias("A", "lambda", 100, API)))
                .answers(page("z." + Answers.HOST, "A", record("0." + Answers.HOST, "A", "192.0.2.1"), note(1, 1)));
        assertThat(zone.read()).isEqualTo(RecordSet.lambdaOnly(API));
        Golden.assertSame("route53-pages", aws.requests());
    }

    @Test
    void whileRoute53IsBusyTheSameIsAskedAgain() {
        aws.answers(400, error("Throttling", "Rate exceeded"))
                .answers(400, error("PriorRequestNotComplete", "not yet"))
                .answers(listing(STANDS_AT_FIVE));
        assertThat(zone.read()).isEqualTo(FIVE);
        assertThat(aws.count()).isEqualTo(3);
    }

    @Test
    void askingAgainEndsWithATick() {
        for (int i = 0; i < 50; i++) {
            aws.answers(400, error("Throttling", "Rate exceeded"));
        }
        assertThatExceptionOfType(CloudException.class).isThrownBy(zone::read)
                .withMessage("route53:ListResourceRecordSets: Rate exceeded (Throttling)");
        assertThat(aws.count()).isBetween(2, 20);
    }

    @Test
    void anythingElseIsAskedOnce() {
        aws.answers(503, error("ServiceUnavailable", "down"));
        assertThatExceptionOfType(CloudException.class).isThrownBy(zone::read).withMessageContaining("down");
        assertThat(aws.count()).isEqualTo(1);
    }

    @Test
    void aBatchWhoseExpectationDoesNotHoldIsAConflict() {
        aws.answers(listing(STANDS_AT_FIVE))
                .answers(400, refusedBatch("Tried to delete resource record set [name='shop.example.test.', type='A', "
                        + "set identifier='lambda'] but the values provided do not match the current values"));
        assertThatExceptionOfType(ConflictException.class)
                .isThrownBy(() -> zone.change(FIVE, TEN, new Writer("", 7), "why"));
    }

    @Test
    void anotherRefusalIsNone() {
        aws.answers(listing(STANDS_AT_FIVE))
                .answers(400,
                        refusedBatch("RRSet with DNS name shop.example.test. is not permitted in zone example.org."));
        assertThatExceptionOfType(CloudException.class)
                .isThrownBy(() -> zone.change(FIVE, TEN, new Writer("", 7), "why"))
                .isNotInstanceOf(ConflictException.class)
                .withMessageContaining("the name is outside the hosted zone");
    }

    @Test
    void whenTheAnswerWasLostButTheBatchTakenItIsWrittenOnceMoreForAnId() {
        aws.answers(listing(STANDS_AT_FIVE))
                .answers(0, "")
                .answers(listing(alias("A", "fargate", 10, BALANCER), alias("A", "lambda", 90, API), note(7, 4)))
                .answers(changed("C2"));
        assertThat(zone.change(FIVE, TEN, new Writer("", 7), "why")).isEqualTo("C2");
        assertThat(aws.requests()).contains("term=7 change=5");
    }

    @Test
    void whenTheAnswerWasLostAndNothingTakenTheNextTickWillSee() {
        aws.answers(listing(STANDS_AT_FIVE))
                .answers(500, error("InternalFailure", "?"))
                .answers(listing(STANDS_AT_FIVE));
        assertThatExceptionOfType(CloudException.class)
                .isThrownBy(() -> zone.change(FIVE, TEN, new Writer("", 7), "why"))
                .isNotInstanceOf(ConflictException.class);
        assertThat(aws.count()).isEqualTo(3);
    }

    @Test
    void aSlashInASetIdentifierDoesNotMakeItOurs() {
        aws.answers(listing(alias("A", "blue/lambda", 10, API)));
        assertThatExceptionOfType(CloudException.class).isThrownBy(zone::read).withMessageContaining("foreign record");
    }

    @Test
    void foreignRecordsAreNamed() {
        refuses("a foreign record: a simple A", record(Answers.HOST, "A", "192.0.2.1"));
        refuses("a foreign record: a simple CNAME", record(Answers.HOST, "CNAME", "elsewhere.test."));
        refuses("a foreign record: AAAA 'lambda'", alias("AAAA", "lambda", 1, API));
        refuses("a foreign record: A 'blue'", alias("A", "blue", 1, API));
        refuses("belong to the app 'other'",
                note(1, 1).replace("app=shop", "app=other"));
        refuses("expected: a note of LambdaFlex", record("_lambdaflex." + Answers.HOST, "TXT", "\"hello\""));
    }

    @Test
    void otherTypesOnTheNameDoNotMatter() {
        aws.answers(listing(alias("A", "lambda", 100, API), record(Answers.HOST, "MX", "10 mail.test.")));
        assertThat(zone.read()).isEqualTo(RecordSet.lambdaOnly(API));
    }

    @Test
    void familiesThatDisagreeAreAReasonToStop() {
        aws.answers(listing(alias("A", "lambda", 100, API), alias("AAAA", "lambda", 50, API)));
        assertThatExceptionOfType(CloudException.class).isThrownBy(() -> zone(true).read())
                .withMessageContaining("answers IPv6 otherwise than IPv4");
    }

    private void refuses(String sentence, String record) {
        aws.answers(listing(record));
        assertThatExceptionOfType(CloudException.class).isThrownBy(zone::read).withMessageContaining(sentence);
    }

    private Route53Zone zone(boolean dualStack) {
        return new Route53Zone(new ZoneSettings("shop", "Z1", "shop.example.test", dualStack),
                aws.clients().route53Calls(), (tier, _) -> "Z" + tier);
    }

    private static RecordSet split(int percent) {
        return RecordSet.of(Split.ofPercent(percent), API, BALANCER);
    }
}
