package dev.lambdaflex.simulator.model.stack;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import dev.lambdaflex.simulator.template.Resource;
import dev.lambdaflex.simulator.template.Value;
import dev.lambdaflex.simulator.template.Value.Fields;

/** A resource of one stack and how far it is. */
final class Member {

    /** How far it is. */
    enum State {
        /** Not begun, or gone. */
        ABSENT, CREATING, STANDING,
        /** It could not be made; a part of it may be there. */
        BROKEN, UPDATING, DELETING,
        /** It would not go. */
        STUCK
    }

    private final Resource resource;
    private final StackResource work;
    private State state = State.ABSENT;
    private Fields properties = Fields.NONE;
    private String physicalId = "";
    private Map<String, Value> attributes = Map.of();
    private String status = "";
    private String reason = "";
    private @Nullable Instant created;
    private Instant updated = Instant.EPOCH;

    Member(Resource resource, StackResource work) {
        this.resource = resource;
        this.work = work;
    }

    Resource resource() {
        return resource;
    }

    String logicalId() {
        return resource.logicalId();
    }

    StackResource work() {
        return work;
    }

    State state() {
        return state;
    }

    boolean is(State asked) {
        return state == asked;
    }

    void state(State next) {
        state = next;
    }

    Fields properties() {
        return properties;
    }

    void properties(Fields next) {
        properties = next;
    }

    String physicalId() {
        return physicalId;
    }

    void made(StackResource.Made made) {
        physicalId = made.physicalId();
        attributes = made.attributes();
    }

    /** What a last event said of it. */
    void noted(String newStatus, String newReason, Instant now) {
        status = newStatus;
        reason = newReason;
        updated = now;
        if (created == null) {
            created = now;
        }
    }

    Optional<String> standingId() {
        return physicalId.isEmpty() ? Optional.empty() : Optional.of(physicalId);
    }

    Optional<Value> attribute(String name) {
        return Optional.ofNullable(attributes.get(name));
    }

    boolean mentioned() {
        return !status.isEmpty();
    }

    BuiltResource view(String stackName, String stackId, Map<String, String> tags) {
        return new BuiltResource(stackName, stackId, tags, logicalId(), resource.type(), physicalId, status, reason,
                created == null ? updated : created, updated, properties, attributes);
    }
}
