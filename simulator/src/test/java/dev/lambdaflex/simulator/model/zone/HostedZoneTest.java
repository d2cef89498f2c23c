package dev.lambdaflex.simulator.model.zone;

import static dev.lambdaflex.simulator.model.zone.ResourceRecordSet.simple;
import static dev.lambdaflex.simulator.model.zone.ZoneFixture.APP;
import static dev.lambdaflex.simulator.model.zone.ZoneFixture.BALANCER;
import static dev.lambdaflex.simulator.model.zone.ZoneFixture.GATEWAY;
import static dev.lambdaflex.simulator.model.zone.ZoneFixture.balancer;
import static dev.lambdaflex.simulator.model.zone.ZoneFixture.gateway;
import static dev.lambdaflex.simulator.model.zone.ZoneFixture.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.lambdaflex.simulator.model.api.Reply;
import dev.lambdaflex.simulator.model.time.Streams;

class HostedZoneTest {

    private static final int DRAWS = 10_000;
    /** Chi-square with one degree of freedom: exceeded once in a thousand fair runs. */
    private static final double CHI_SQUARE_LIMIT = 10.83;

    private final ZoneFixture fixture = new ZoneFixture(7);

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 10, 25, 50, 75, 99})
    void answersFollowTheWeights(int fargate) {
        fixture.settled(Change.create(gateway(100 - fargate)), Change.create(balancer(fargate)));
        double expected = DRAWS * fargate / 100.0;
        int drawn = fixture.draws(DRAWS, BALANCER);
        double chiSquare = Math.pow(drawn - expected, 2) / expected
                + Math.pow(drawn - expected, 2) / (DRAWS - expected);
        assertThat(chiSquare).as("%d of %d", drawn, DRAWS).isLessThan(CHI_SQUARE_LIMIT);
    }

    @Test
    void aZeroWeightIsNotAnswered() {
        fixture.settled(Change.create(gateway(100)), Change.create(balancer(0)));
        assertThat(fixture.draws(1000, BALANCER)).isZero();
    }

    @Test
    void allZeroIsAnsweredEvenly() {
        fixture.settled(Change.create(gateway(0)), Change.create(balancer(0)));
        assertThat(fixture.draws(DRAWS, BALANCER)).isBetween(4800, 5200);
    }

    @Test
    void aZeroWeightThatStandsAloneGetsEverything() {
        fixture.settled(Change.create(gateway(0)));
        assertThat(fixture.draws(100, GATEWAY)).isEqualTo(100);
    }

    @Test
    void theZeroWeightAnswersWhenAllOthersAreUnhealthy() {
        fixture.settled(Change.create(gateway(0)), Change.create(balancer(100)));
        fixture.unhealthy.add(BALANCER);
        assertThat(fixture.draws(100, GATEWAY)).isEqualTo(100);
    }

    @Test
    void anUnhealthyRecordGivesItsShareToTheHealthyOnes() {
        fixture.settled(Change.create(gateway(50)), Change.create(balancer(50)));
        fixture.unhealthy.add(BALANCER);
        assertThat(fixture.draws(100, BALANCER)).isZero();
    }

    @Test
    void whenNothingIsHealthyEverythingIs() {
        fixture.settled(Change.create(gateway(0)), Change.create(balancer(100)));
        fixture.unhealthy.addAll(List.of(BALANCER, GATEWAY));
        assertThat(fixture.draws(100, BALANCER)).isEqualTo(100);
    }

    @Test
    void healthIsIgnoredWhereItIsNotToBeEvaluated() {
        AliasTarget blind = new AliasTarget("ZALB", BALANCER, false);
        fixture.settled(Change.create(gateway(0)),
                Change.create(ResourceRecordSet.weightedAlias(APP, RecordType.A, "fargate", 100, blind)));
        fixture.unhealthy.add(BALANCER);
        assertThat(fixture.draws(100, BALANCER)).isEqualTo(100);
    }

    @Test
    void anAliasAnswersTheAddressesOfItsTargetWithATtlOfAMinute() {
        fixture.settled(Change.create(balancer(1)));
        DnsAnswer answer = fixture.zone.answer("APP.example.test", RecordType.A);
        assertThat(answer.values()).containsExactly("198.51.100.7");
        assertThat(answer.ttl()).isEqualTo(Duration.ofMinutes(1));
        assertThat(answer.outcome()).isEqualTo(DnsAnswer.Outcome.ANSWER);
    }

    @Test
    void anAliasToADeletedBalancerDanglesAndAnswersNothing() {
        fixture.settled(Change.create(balancer(1)));
        fixture.gone.add(BALANCER);
        assertThat(fixture.zone.answer(APP, RecordType.A).outcome()).isEqualTo(DnsAnswer.Outcome.NO_DATA);
    }

    @Test
    void saysWhatIsNotThere() {
        fixture.settled(Change.create(simple(APP, RecordType.CNAME, 30, "elsewhere.test.")));
        assertThat(fixture.zone.answer("none.example.test", RecordType.A).outcome())
                .isEqualTo(DnsAnswer.Outcome.NO_SUCH_NAME);
        assertThat(fixture.zone.answer("example.org", RecordType.A).outcome()).isEqualTo(DnsAnswer.Outcome.REFUSED);
        assertThat(fixture.zone.answer("example.test", RecordType.TXT).outcome()).isEqualTo(DnsAnswer.Outcome.NO_DATA);
        assertThat(fixture.zone.answer(APP, RecordType.A).type()).isEqualTo(RecordType.CNAME);
    }

    @Test
    void aWildcardAnswersForNamesThatAreNotThere() {
        fixture.settled(Change.create(simple("*.example.test", RecordType.A, 30, "192.0.2.9")));
        assertThat(fixture.zone.records()).extracting(ResourceRecordSet::name).contains("\\052.example.test.");
        assertThat(fixture.zone.answer("any.example.test", RecordType.A).values()).containsExactly("192.0.2.9");
    }

    @Test
    void aChangeIsPendingUntilAllServersHaveIt() {
        fixture.settled(Change.create(gateway(100)), Change.create(balancer(0)));
        ChangeInfo change = given(
                fixture.zone.change(ChangeBatch.of(Change.upsert(gateway(0)), Change.upsert(balancer(100)))));
        assertThat(change.status()).isEqualTo(ChangeInfo.Status.PENDING);
        assertThat(given(fixture.zone.getChange("/change/" + change.id())).status())
                .isEqualTo(ChangeInfo.Status.PENDING);
        assertThat(fixture.draws(100, BALANCER)).as("no server has it yet").isZero();

        boolean mixed = false;
        while (given(fixture.zone.getChange(change.id())).status() == ChangeInfo.Status.PENDING) {
            int drawn = fixture.draws(100, BALANCER);
            mixed |= drawn > 0 && drawn < 100;
            fixture.pass(Duration.ofSeconds(1));
        }
        assertThat(mixed).as("answers flip while servers differ").isTrue();
        assertThat(Duration.between(change.submitted(), fixture.timeline.now())).isBetween(Duration.ofSeconds(5),
                Duration.ofSeconds(61));
        assertThat(fixture.draws(100, BALANCER)).isEqualTo(100);
        assertThat(fixture.zone.inSync()).isTrue();
    }

    @Test
    void aChangeIsForgottenAfterAWeek() {
        ChangeInfo change = fixture.settled(Change.create(gateway(1)));
        fixture.pass(Duration.ofDays(7));
        assertThat(fixture.zone.getChange(change.id())).isInstanceOf(Reply.Refused.class);
    }

    @Test
    void aBatchSeesItsOwnEarlierChanges() {
        fixture.settled(Change.create(simple(APP, RecordType.A, 60, "192.0.2.1")));
        fixture.settled(Change.delete(simple(APP, RecordType.A, 60, "192.0.2.1")), Change.create(gateway(100)),
                Change.create(balancer(0)));
        assertThat(fixture.zone.records()).hasSize(4);
    }

    @Test
    void valuesMayBeNamedInAnyOrderWhenDeleting() {
        fixture.settled(Change.create(simple(APP, RecordType.A, 60, "192.0.2.1", "192.0.2.2")));
        fixture.settled(Change.delete(simple("App.Example.Test", RecordType.A, 60, "192.0.2.2", "192.0.2.1")));
    }

    @Test
    void listsByReversedLabelsThenTypeThenIdentifier() {
        fixture.settled(Change.create(simple("b.example.test", RecordType.A, 60, "192.0.2.1")),
                Change.create(simple("x.a.example.test", RecordType.A, 60, "192.0.2.1")), Change.create(gateway(1)),
                Change.create(balancer(1)),
                Change.create(simple(APP, RecordType.TXT, 60, "\"owner\"")),
                Change.create(simple("a.example.test", RecordType.A, 60, "192.0.2.1")));
        assertThat(given(fixture.zone.list(ListRequest.fromStart())).records())
                .extracting(record -> record.name() + record.type() + record.setIdentifier().orElse(""))
                .containsExactly("example.test.NS", "example.test.SOA", "a.example.test.A", "x.a.example.test.A",
                        "app.example.test.Afargate", "app.example.test.Alambda", "app.example.test.TXT",
                        "b.example.test.A");
    }

    @Test
    void pagesOfOneWalkAll() {
        fixture.settled(Change.create(gateway(1)), Change.create(balancer(1)),
                Change.create(simple("z.example.test", RecordType.A, 60, "192.0.2.1")));
        List<ResourceRecordSet> walked = new ArrayList<>();
        Optional<ListRequest> next = Optional.of(ListRequest.fromStart().limitedTo(1));
        while (next.isPresent()) {
            ListPage page = given(fixture.zone.list(next.get()));
            walked.addAll(page.records());
            next = page.next();
        }
        assertThat(walked).isEqualTo(fixture.zone.records()).hasSize(5);
    }

    @Test
    void aStartThatIsNotThereBeginsAtTheNextName() {
        fixture.settled(Change.create(gateway(1)));
        assertThat(given(fixture.zone.list(ListRequest.from("ab.example.test"))).records())
                .extracting(ResourceRecordSet::name)
                .containsExactly(APP);
    }

    /** Random batches against a plain replay: a batch is taken whole exactly when each of its changes can be taken in turn. */
    @Test
    void randomBatchesAreTakenWholeOrNotAtAll() {
        RandomGenerator random = new Streams(3).of("batches");
        int taken = 0;
        int refused = 0;
        for (int round = 0; round < 3000; round++) {
            List<ResourceRecordSet> before = fixture.zone.records();
            List<Change> changes = new ArrayList<>();
            for (int i = 0; i <= random.nextInt(4); i++) {
                changes.add(randomChange(random));
            }
            Reply<ChangeInfo> reply = fixture.zone.change(new ChangeBatch(changes, ""));
            if (reply instanceof Reply.Refused<ChangeInfo>) {
                refused++;
                assertThat(fixture.zone.records()).isEqualTo(before);
            } else {
                taken++;
                assertThat(fixture.zone.records()).containsExactlyInAnyOrderElementsOf(replayed(before, changes));
            }
            fixture.pass(Duration.ofSeconds(1));
        }
        assertThat(taken).isGreaterThan(300);
        assertThat(refused).isGreaterThan(300);
    }

    private static Change randomChange(RandomGenerator random) {
        int weight = random.nextInt(3);
        ResourceRecordSet record = switch (random.nextInt(3)) {
            case 0 -> gateway(weight);
            case 1 -> balancer(weight);
            default -> simple("n" + random.nextInt(2) + ".example.test.", RecordType.A, 60, "192.0.2." + weight);
        };
        return switch (random.nextInt(3)) {
            case 0 -> Change.create(record);
            case 1 -> Change.delete(record);
            default -> Change.upsert(record);
        };
    }

    private static List<ResourceRecordSet> replayed(List<ResourceRecordSet> before, List<Change> changes) {
        List<ResourceRecordSet> records = new ArrayList<>(before);
        for (Change change : changes) {
            boolean there = records.removeIf(record -> record.key().equals(change.record().key()));
            switch (change.action()) {
                case CREATE -> assertThat(there).isFalse();
                case DELETE -> assertThat(there).isTrue();
                case UPSERT -> {
                }
            }
            if (change.action() != Change.Action.DELETE) {
                records.add(change.record());
            }
        }
        return records;
    }
}
