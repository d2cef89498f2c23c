package dev.lambdaflex.weights.migration;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

import dev.lambdaflex.weights.gate.TierWindow;
import dev.lambdaflex.weights.policy.Demand;
import dev.lambdaflex.weights.split.RecordSet;
import dev.lambdaflex.weights.split.Split;

/** Observations as they never come together in one world: the state machine must stand all of them. */
final class RandomObservations {

    private final RandomGenerator random;

    RandomObservations(RandomGenerator random) {
        this.random = random;
    }

    Observation next(MigrationState state, Instant now) {
        return new Observation(maybe(() -> records(state)), maybe(() -> pick(ChangeStatus.values())),
                maybe(this::fargate),
                maybe(() -> new LambdaView("apigw", concurrency(), random.nextInt(10) == 0)),
                maybe(random::nextBoolean),
                maybe(random::nextBoolean), maybe(() -> window(now)), maybe(() -> window(now)),
                maybe(() -> window(now)),
                maybe(() -> new Demand(random.nextDouble(100), random.nextDouble(100))), List.of());
    }

    /** A world in which nothing is wrong: both tiers answer, and the small load that there is they carry. */
    static Observation fair(MigrationState state) {
        return new Observation(state.wantedRecords(), Optional.empty(),
                Optional.of(new FargateView(FargateView.Status.READY, Optional.of("alb"), 2, 2, 2, "detail")),
                Optional.of(new LambdaView("apigw", Concurrency.shared(1000), false)), Optional.of(true),
                Optional.of(true),
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(new Demand(1, 1)), List.of());
    }

    MigrationState state(Phase phase, Instant now) {
        MigrationState state = MigrationState.initial(World.POLICY.plan(), now.minusSeconds(3600))
                .at(phase)
                .with(new Targets(Optional.of("apigw"), random.nextBoolean() ? Optional.of("alb") : Optional.empty()))
                .with(new FailedProbes(random.nextInt(5), random.nextInt(5)))
                .with(new Backoff(random.nextInt(3), maybe(() -> now.plusSeconds(random.nextInt(-600, 600)))));
        RecordChange change = RecordChange.intent(state.wantedRecords().orElse(RecordSet.EMPTY),
                now.minusSeconds(1800));
        return state.with(maybe(() -> new Raise(random.nextInt(6), random.nextInt(6, 12))))
                .with(switch (random.nextInt(3)) {
                    case 0 -> change;
                    case 1 -> change.acknowledged("C1", now.minusSeconds(900));
                    default ->
                        change.acknowledged("C1", now.minusSeconds(900)).inSync(now.minusSeconds(random.nextInt(900)));
                });
    }

    private Concurrency concurrency() {
        int unreserved = random.nextBoolean() ? 1000 : 0;
        return random.nextInt(3) == 0
                ? new Concurrency(Optional.of(random.nextInt(12)), unreserved)
                : Concurrency.shared(unreserved);
    }

    private RecordSet records(MigrationState state) {
        return switch (random.nextInt(4)) {
            case 0 -> RecordSet.EMPTY;
            case 1 -> RecordSet.of(new Split(random.nextInt(Split.WHOLE + 1)), "apigw", "alb");
            default -> state.wantedRecords().orElse(RecordSet.EMPTY);
        };
    }

    private FargateView fargate() {
        int desired = random.nextInt(4);
        return new FargateView(pick(FargateView.Status.values()), maybe(() -> "alb"), random.nextInt(desired + 1),
                desired, desired, "detail");
    }

    private TierWindow window(Instant now) {
        long requests = random.nextInt(3) == 0 ? 0 : random.nextLong(1000);
        long errors = random.nextBoolean() || requests == 0 ? 0 : random.nextLong(requests);
        return new TierWindow(now.minus(Duration.ofMinutes(random.nextInt(1, 20))), now, requests, errors,
                requests == 0 ? Optional.empty() : Optional.of(Duration.ofMillis(random.nextLong(1, 2000))), "random");
    }

    private <T> Optional<T> maybe(Supplier<T> value) {
        return random.nextInt(8) == 0 ? Optional.empty() : Optional.of(value.get());
    }

    private <T> T pick(T[] values) {
        return values[random.nextInt(values.length)];
    }
}
