package dev.lambdaflex.simulator.model.service;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import dev.lambdaflex.simulator.model.time.Timeline;

/** The services of the account by name, from the first moment of their stack to its last. */
public final class FargateServices {

    private final Timeline timeline;
    private final Map<String, FargateService> byName = new HashMap<>();

    public FargateServices(Timeline timeline) {
        this.timeline = timeline;
    }

    public void remember(FargateService service) {
        timeline.run(() -> byName.put(service.name(), service));
    }

    public void forget(FargateService service) {
        timeline.run(() -> byName.remove(service.name(), service));
    }

    public Optional<FargateService> find(String name) {
        return timeline.call(() -> Optional.ofNullable(byName.get(name)));
    }
}
