package dev.lambdaflex.simulator.model.stack;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import dev.lambdaflex.simulator.template.Plan;

/** What a stack shows of itself besides its resources and events. */
final class StackFace {

    private final StackRequest request;
    private final Instant created;
    private StackStatus status = StackStatus.CREATE_IN_PROGRESS;
    private String reason = "";
    private Map<String, String> outputs = Map.of();
    private Map<String, String> tags;
    private Optional<Instant> updated = Optional.empty();
    private Optional<Instant> deleted = Optional.empty();
    private boolean isProtected;

    StackFace(StackRequest request, Instant created) {
        this.request = request;
        this.created = created;
        this.tags = request.tags();
        this.isProtected = request.isProtected();
    }

    StackStatus status() {
        return status;
    }

    /** Most reasons stay what the status came with; ROLLBACK_COMPLETE comes with none and keeps the old one. */
    void status(StackStatus next, String why, Instant now) {
        status = next;
        if (!why.isEmpty() || !next.name().startsWith("ROLLBACK")) {
            reason = why.strip();
        }
        if (next == StackStatus.DELETE_COMPLETE) {
            deleted = Optional.of(now);
        }
    }

    void keepReason(String why) {
        reason = why;
    }

    Map<String, String> tags() {
        return tags;
    }

    void tags(Map<String, String> next) {
        tags = next;
    }

    Map<String, String> outputs() {
        return outputs;
    }

    void outputs(Map<String, String> next) {
        outputs = new LinkedHashMap<>(next);
    }

    void updated(Instant now) {
        updated = Optional.of(now);
    }

    boolean isProtected() {
        return isProtected;
    }

    void protect(boolean whether) {
        isProtected = whether;
    }

    StackView view(String id, Plan plan, StackEvent last, Optional<StackEvent> cause) {
        return new StackView(id, request.name(), status, reason, created, outputs, last, cause,
                new StackView.Details(plan.template(), plan.parameters(), tags, request.capabilities(),
                        request.onFailure(), request.timeout(), updated, deleted, isProtected));
    }
}
