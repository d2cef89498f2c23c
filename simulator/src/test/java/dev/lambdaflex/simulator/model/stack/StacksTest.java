package dev.lambdaflex.simulator.model.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.lambdaflex.simulator.model.Fault;
import dev.lambdaflex.simulator.model.api.AwsError;
import dev.lambdaflex.simulator.model.api.Reply;
import dev.lambdaflex.simulator.model.app.TierTemplate;
import dev.lambdaflex.simulator.model.testing.TestCloud;

/** Stacks of a whole Fargate tier. */
class StacksTest {

    private static final String NAME = "lambdaflex-shop";

    private final TestCloud world = new TestCloud(5);
    private final Stacks stacks = world.cloud().stacks();

    @Test
    void aTierStandsAfterThreeToTenMinutes() {
        String id = given(world.shop().build("build-1", 2));
        assertThat(view().status()).isEqualTo(StackStatus.CREATE_IN_PROGRESS);
        assertThat(view().outputs()).isEmpty();
        Duration took = world.passUntil(() -> !view().status().inProgress());
        assertThat(view().status()).isEqualTo(StackStatus.CREATE_COMPLETE);
        assertThat(took).isBetween(Duration.ofMinutes(3), Duration.ofMinutes(10));
        assertThat(view().id()).isEqualTo(id);
        assertThat(view().outputs().get("LoadBalancerDnsName")).startsWith("lambda-LoadB-")
                .endsWith(".us-east-1.elb.amazonaws.com");
        assertThat(world.truth().fargateHealthy()).isTrue();
    }

    @Test
    void everyResourceHasItsEventsInOrderWithTheToken() {
        world.withFargate(2);
        List<StackEvent> events = given(stacks.events(NAME)).reversed();
        assertThat(events).allSatisfy(event -> assertThat(event.token()).isEqualTo("build-1"));
        assertThat(events).isSortedAccordingTo((a, b) -> a.at().compareTo(b.at()));
        assertThat(events.stream().filter(event -> event.logicalId().equals("LoadBalancer")).map(StackEvent::status))
                .containsExactly("CREATE_IN_PROGRESS", "CREATE_IN_PROGRESS", "CREATE_COMPLETE");
    }

    @Test
    void theSameTokenIsTheSameBuildAndAnotherIsRefused() {
        String id = given(world.shop().build("build-1", 2));
        assertThat(given(world.shop().build("build-1", 2))).isEqualTo(id);
        assertThat(world.shop().build("build-2", 2))
                .isEqualTo(refused("AlreadyExistsException", "Stack [lambdaflex-shop] already exists"));
    }

    @Test
    void aTokenServesOneOperation() {
        world.withFargate(2);
        assertThat(world.shop().remove("build-1")).isEqualTo(refusedRemoval("TokenAlreadyExistsException",
                "Token [build-1] was already used by another operation"));
    }

    @Test
    void aFailedBuildIsRolledBackKeepsItsCauseAndBlocksItsName() {
        world.fault(Fault.CREATION_FAILS, true);
        given(world.shop().build("build-1", 2));
        world.passUntil(() -> !view().status().inProgress());
        assertThat(view().status()).isEqualTo(StackStatus.ROLLBACK_COMPLETE);
        assertThat(view().firstCause().orElseThrow().sentence())
                .isEqualTo("Service CREATE_FAILED: Resource handler returned message: "
                        + "\"Service Unavailable\" (HandlerErrorCode: ServiceInternalError)");
        assertThat(given(stacks.events(NAME))).extracting(StackEvent::reason)
                .contains("The following resource(s) failed to create: [Service]. Rollback requested by user.");
        assertThat(world.truth().resources().balancers()).isEmpty();
        assertThat(world.shop().build("build-2", 2))
                .isEqualTo(refused("AlreadyExistsException", "Stack [lambdaflex-shop] already exists"));

        given(world.shop().remove("remove-1"));
        world.passSeconds(1);
        assertThat(world.truth().resources().left()).isZero();
        world.fault(Fault.CREATION_FAILS, false);
        given(world.shop().build("build-3", 2));
    }

    @Test
    void aServiceThatNeverGetsHealthyTripsItsBreakerAndFailsTheStack() {
        world.fault(Fault.FARGATE_SICK, true);
        given(world.shop().build("build-1", 2));
        world.passUntil(() -> !view().status().inProgress());
        assertThat(view().status()).isEqualTo(StackStatus.ROLLBACK_COMPLETE);
        assertThat(view().firstCause().orElseThrow().reason()).contains("ECS Deployment Circuit Breaker was triggered");
    }

    @Test
    void everyBuildHasANewBalancerName() {
        world.withFargate(2);
        String first = view().outputs().get("LoadBalancerDnsName");
        removed("remove-1");
        given(world.shop().build("build-2", 2));
        world.passUntil(() -> !view().status().inProgress());
        assertThat(view().outputs().get("LoadBalancerDnsName")).isNotEqualTo(first);
    }

    @Test
    void aRemovedStackIsKnownByItsIdAlone() {
        world.withFargate(2);
        String id = view().id();
        removed("remove-1");
        assertThat(stacks.describe(NAME))
                .isEqualTo(Reply.refused("ValidationError", "Stack with id lambdaflex-shop does not exist"));
        assertThat(given(stacks.describe(id)).status()).isEqualTo(StackStatus.DELETE_COMPLETE);
        assertThat(world.truth().resources().left()).isZero();
        assertThat(world.truth().idleCost().total()).isZero();
    }

    @Test
    void removingWhatIsNotThereIsNothing() {
        assertThat(given(world.shop().remove("remove-1"))).isFalse();
    }

    @Test
    void aHeldNetworkMakesTheRemovalFailUntilItIsFree() {
        world.withFargate(2);
        world.fault(Fault.NETWORK_HELD, true);
        given(world.shop().remove("remove-1"));
        world.passUntil(() -> !view().status().inProgress());
        assertThat(view().status()).isEqualTo(StackStatus.DELETE_FAILED);
        assertThat(view().firstCause().orElseThrow().sentence())
                .matches("Subnet[AB] DELETE_FAILED: The subnet 'subnet-0.*")
                .contains("has dependencies and cannot be deleted", "attached by hand");
        world.fault(Fault.NETWORK_HELD, false);
        removed("remove-2");
        assertThat(world.truth().resources().left()).isZero();
    }

    @Test
    void aBuildMayBeRemovedWhileItRuns() {
        for (int seconds = 5; seconds < 400; seconds += 40) {
            TestCloud fresh = new TestCloud(seconds);
            given(fresh.shop().build("build-1", 2));
            fresh.passSeconds(seconds);
            given(fresh.shop().remove("remove-1"));
            fresh.passUntil(() -> fresh.truth().resources().left() == 0);
        }
    }

    @Test
    void badNamesAndTokensAreRefused() {
        StackRequest odd = StackRequest.of("1st", "token", TierTemplate.get(), Map.of());
        assertThat(stacks.create(odd)).isEqualTo(refused("ValidationError",
                "1 validation error detected: Value '1st' at 'stackName' failed to satisfy constraint: "
                        + "Member must satisfy regular expression pattern: [a-zA-Z][-a-zA-Z0-9]*"));
        assertThat(world.shop().build("no token", 2)).isInstanceOf(Reply.Refused.class);
    }

    @Test
    void aBuildThatTakesLongerThanItsTimeoutIsRolledBack() {
        Map<String, String> parameters = Map.of("AppName", "shop", "HostName", "shop.example.test", "ImageUri", "shop");
        given(stacks.create(StackRequest.of("slow", "token", TierTemplate.get(), parameters)
                .within(Duration.ofMinutes(1))));
        world.pass(Duration.ofMinutes(1));
        assertThat(given(stacks.describe("slow")).status()).isEqualTo(StackStatus.ROLLBACK_IN_PROGRESS);
        world.pass(Duration.ofMinutes(5));
        assertThat(given(stacks.describe("slow")).status()).isEqualTo(StackStatus.ROLLBACK_COMPLETE);
        assertThat(given(stacks.describe("slow")).statusReason())
                .isEqualTo("Stack creation time exceeded the specified timeout.");
    }

    private void removed(String token) {
        given(world.shop().remove(token));
        world.passUntil(() -> stacks.alive().isEmpty());
    }

    private StackView view() {
        return given(stacks.describe(NAME));
    }

    private static Reply<String> refused(String code, String message) {
        return Reply.refused(AwsError.of(code, message));
    }

    private static Reply<Boolean> refusedRemoval(String code, String message) {
        return Reply.refused(AwsError.of(code, message));
    }

    private static <T> T given(Reply<T> reply) {
        return reply.orThrow(error -> new IllegalStateException(error.toString()));
    }
}
