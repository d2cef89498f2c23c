package dev.lambdaflex.simulator.model.api;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

import dev.lambdaflex.simulator.model.time.Timeline;

/**
 * The doors of the services: each API call of the account passes one, is counted, and may be refused. Route 53 takes 5 calls a
 * second of the whole account; the other services' limits are far above what LambdaFlex calls and are not modelled.
 */
public final class Doors {

    private final Timeline timeline;
    private final Throttle route53;
    private final Set<Service> shut = EnumSet.noneOf(Service.class);
    private final Map<Service, Long> calls = new EnumMap<>(Service.class);

    public Doors(Timeline timeline, double route53CallsPerSecond) {
        this.timeline = timeline;
        this.route53 = new Throttle(route53CallsPerSecond);
    }

    /** Makes a call to {@code service}, unless its door is shut or throttled. */
    public <T> Reply<T> pass(Service service, Supplier<Reply<T>> call) {
        return timeline.call(() -> {
            calls.merge(service, 1L, Long::sum);
            return refusal(service).<Reply<T>>map(Reply.Refused::new).orElseGet(call);
        });
    }

    /** Shuts or opens the door of {@code service}: a shut one answers 503 to everything. */
    public void shut(Service service, boolean whether) {
        timeline.run(() -> {
            if (whether) {
                shut.add(service);
            } else {
                shut.remove(service);
            }
        });
    }

    /** Calls so far by service, refused ones included. */
    public Map<Service, Long> calls() {
        return timeline.call(() -> Map.copyOf(calls));
    }

    private Optional<AwsError> refusal(Service service) {
        if (shut.contains(service)) {
            return Optional.of(AwsError.of(503, "ServiceUnavailable", service.title() + " is unavailable"));
        }
        boolean throttled = service == Service.ROUTE_53 && !route53.admits(timeline.now());
        return throttled ? Optional.of(AwsError.of("Throttling", "Rate exceeded")) : Optional.empty();
    }
}
