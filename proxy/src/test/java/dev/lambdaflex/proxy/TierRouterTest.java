package dev.lambdaflex.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lambdaflex.weights.routing.Availability;
import dev.lambdaflex.weights.routing.Failure;
import dev.lambdaflex.weights.routing.Outcome;
import dev.lambdaflex.weights.routing.OutlierPolicy;
import dev.lambdaflex.weights.split.Split;
import dev.lambdaflex.weights.split.Tier;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class TierRouterTest {

    private static final Upstream LAMBDA = new Upstream(Tier.LAMBDA, "l", 1);
    private static final Upstream FARGATE = new Upstream(Tier.FARGATE, "f", 1);

    private final AtomicLong clock = new AtomicLong(1_000);
    private final EdgeCounters counters = new EdgeCounters();
    private final TierRouter router = new TierRouter(new OutlierPolicy(3, 1_000, 8_000, 60_000, 500),
            Duration.ofSeconds(1), counters, clock::get);

    @Test
    void threadsTogetherGetTheExactShare() throws Exception {
        router.offer(weights(1, new Split(3_333)));
        Callable<Integer> chooser = () -> {
            int fargate = 0;
            for (int i = 0; i < 100_000; i++) {
                fargate += choose() == Tier.FARGATE ? 1 : 0;
            }
            return fargate;
        };
        int fargate = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            for (Future<Integer> part : threads.invokeAll(List.of(chooser, chooser, chooser, chooser))) {
                fargate += part.get();
            }
        }
        assertThat(fargate).isEqualTo(133_320);
    }

    @Test
    void aTestersRequestsDoNotShiftTheSharesOfTheOthers() {
        router.offer(weights(1, Split.ofPercent(50)));
        List<Tier> others = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            assertThat(router.choose(Optional.of(Tier.FARGATE)).orElseThrow().tier()).isEqualTo(Tier.FARGATE);
            others.add(choose());
        }
        assertThat(others.stream().filter(Tier.FARGATE::equals)).hasSize(5);
    }

    @Test
    void afterAnEjectionExactlyOneRequestGoesOnTrial() {
        router.offer(weights(1, Split.ALL_FARGATE));
        fail(3);
        assertThat(choose()).isEqualTo(Tier.LAMBDA);
        assertThat(router.availability(Tier.FARGATE)).isEqualTo(Availability.EJECTED);

        clock.addAndGet(1_000);

        assertThat(choose()).isEqualTo(Tier.FARGATE);
        assertThat(choose()).isEqualTo(Tier.LAMBDA);
        router.observe(Tier.FARGATE, Outcome.ANSWERED);
        assertThat(choose()).isEqualTo(Tier.FARGATE);
        assertThat(counters.ejections(Tier.FARGATE)).isEqualTo(1);
        assertThat(counters.spillovers(Tier.LAMBDA)).isEqualTo(2);
    }

    @Test
    void theAgeOfTheWeightsIsTheTimeSinceTheSourceLastConfirmedThem() {
        assertThat(router.age()).isEmpty();
        router.offer(weights(5, Split.ALL_LAMBDA));
        clock.addAndGet(7_000);
        assertThat(router.age()).contains(Duration.ofSeconds(7));

        router.offer(weights(5, Split.ALL_LAMBDA));
        assertThat(router.age()).contains(Duration.ZERO);
        clock.addAndGet(1_000);
        router.offer(weights(4, Split.ALL_FARGATE));

        assertThat(router.age()).contains(Duration.ofSeconds(1));
        assertThat(router.current().orElseThrow().version()).isEqualTo(5);
    }

    @Test
    void theSecondAttemptNeverGoesToAFargateTierWithoutShare() {
        router.offer(weights(1, Split.ALL_LAMBDA));

        assertThat(router.chooseAgain(Tier.LAMBDA, Failure.CONNECT).orElseThrow().tier()).isEqualTo(Tier.LAMBDA);
        assertThat(router.chooseAgain(Tier.LAMBDA, Failure.POOL_FULL)).isEmpty();
    }

    @Test
    void theSecondAttemptHasNowhereToGoWhenTheUpstreamWasRemovedMeanwhile() {
        router.offer(new EdgeWeights(1, Split.ALL_FARGATE, Optional.empty(), Optional.empty()));

        assertThat(router.chooseAgain(Tier.FARGATE, Failure.CONNECT)).isEmpty();
    }

    @Test
    void withoutWeightsThereIsNoTarget() {
        assertThat(router.choose(Optional.empty())).isEmpty();
        assertThat(router.availability(Tier.LAMBDA)).isEqualTo(Availability.ABSENT);
    }

    private Tier choose() {
        return router.choose(Optional.empty()).orElseThrow().tier();
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            router.observe(Tier.FARGATE, Outcome.GATEWAY_ERROR);
        }
    }

    private static EdgeWeights weights(long version, Split split) {
        return new EdgeWeights(version, split, Optional.of(LAMBDA), Optional.of(FARGATE));
    }
}
